"""What happens around every page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from conduct.access import acting

Answer = Callable[[HttpRequest], HttpResponse]


def never_stored(get_response: Answer) -> Answer:
    """No page is kept by browser or proxy, none is embedded or read from elsewhere; static files are served before."""

    def around(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return answer

    return around


def language_of_the_person(get_response: Answer) -> Answer:
    """In the workspace the profile decides the language, so that one link works for both readers."""

    def around(request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/w/") and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return get_response(request)

    return around


def acts_before_postgres(get_response: Answer) -> Answer:
    """A request acts as the application's role and as whoever has signed in; a program's person is known by its token.

    Nobody is signed in elsewhere: the staff cookie's path is /w/.
    """

    def around(request: HttpRequest) -> HttpResponse:
        with acting.app():
            if request.path.startswith("/w/") and request.user.is_authenticated:
                acting.be(request.user)
            return get_response(request)

    return around
