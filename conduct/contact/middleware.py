"""What a browser may do on the pages of a reporter, beyond what it may do everywhere."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

ROOMS = frozenset({"contact", "send"})
CALLED = ("contact:exit", "contact:stay")
Answer = Callable[[HttpRequest], HttpResponse]


def calls_nothing_else(get_response: Answer) -> Answer:
    """Scripts there may call two addresses, to leave and to stay, and no other, not even of this site."""

    def around(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        match = request.resolver_match
        if match and match.namespace in ROOMS:
            answer._csp_replace = {"connect-src": [request.get_host() + path for path in called()]}
        return answer

    return around


@cache
def called() -> tuple[str, ...]:
    """In every language: a draft keeps its own, whatever the page around it speaks."""
    paths = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            paths += [reverse(page) for page in CALLED]
    return tuple(paths)
