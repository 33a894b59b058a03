"""The Code for everybody to read: no sign-in, no cookie."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from conduct import clock
from conduct.provisions import presenters
from conduct.provisions.keys import parts_of_slug


@login_not_required
@require_safe
def code(request: HttpRequest) -> HttpResponse:
    """The whole Code, with what was sought in it marked."""
    asked, now = asked_day(request), clock.now()
    shown = presenters.shown_version(asked, today=clock.day(now))
    if shown is None and asked:
        raise Http404
    if shown is None:
        return render(request, "provisions/no_code.html")
    page = presenters.code_page(shown, sought=request.GET.get("q", ""), language=language())
    return render(request, "provisions/code.html", {"page": page, "now": now})


@login_not_required
@require_safe
def paragraph(request: HttpRequest, slug: str) -> HttpResponse:
    """One paragraph, and who decides about what it says."""
    parts, now = parts_of_slug(slug), clock.now()
    today = clock.day(now)
    shown = presenters.shown_version(asked_day(request), today=today)
    if shown is None or parts is None:
        raise Http404
    page = presenters.paragraph_page(shown, parts.key, language=language(), today=today)
    if page is None:
        raise Http404
    return render(request, "provisions/paragraph.html", {"page": page, "now": now})


def asked_day(request: HttpRequest) -> date | None:
    """The day in ?version=. Something else in its place is a page that does not exist."""
    given = request.GET.get("version")
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Http404 from None


def language() -> str:
    return (get_language() or "en")[:2]
