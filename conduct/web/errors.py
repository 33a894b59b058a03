"""How a refusal reaches a person: the same 404 for hidden and missing, a message on the page for a broken rule."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from conduct.access.statements import StatementWanted
from conduct.rules.delegation import OutsideTheDelegation
from conduct.rules.errors import RuleBroken
from conduct.vault.receipts import TooManyTries
from conduct.web import problems
from conduct.web.refusals import note_refusal, note_undelegated

PROGRAMS = "/api/"


class RefusalMiddleware:
    """Turns what services raise into an answer, and writes refused acts down in a transaction of their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        if isinstance(fault, StatementWanted):
            return before_reading(request)
        if isinstance(fault, OutsideTheDelegation):
            note_undelegated(request, fault)
        if isinstance(fault, RuleBroken):
            return broken_rule(request, fault)
        if isinstance(fault, PermissionDenied):
            note_refusal(request)
            return not_shown(request)
        if isinstance(fault, TooManyTries):
            return render(request, "429.html", status=429)
        return None


def before_reading(request: HttpRequest) -> HttpResponse:
    """To the page that asks about conflicts of interest; nothing of the matter is shown before."""
    where = request.resolver_match.kwargs if request.resolver_match else {}
    return redirect("desks:state_no_conflict", where.get("desk", "me"), where["reference"])


def broken_rule(request: HttpRequest, fault: RuleBroken) -> HttpResponse:
    """After a POST, back to the page with the sentence; a page that breaks a rule by itself is a 409.

    So is a POST with a reason that somebody took the trouble to write: the words come back, nothing is lost.
    """
    told, yours = fault.told.told(gettext), request.POST.get("reason", "")
    origin = same_site_origin(request) if request.method == "POST" else None
    if origin and not yours:
        messages.error(request, told)
        return redirect(origin)
    return render(request, "409.html", {"told": told, "yours": yours, "again": origin}, status=409)


def same_site_origin(request: HttpRequest) -> str | None:
    """The path of the page that sent this form, when it is one of ours and not the one that only answers POST."""
    referer = request.headers.get("Referer", "")
    base = f"{request.scheme}://{request.get_host()}"
    return referer.removeprefix(base) if referer.startswith(f"{base}/") else None


def not_shown(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """One answer, byte for byte, for a page that is hidden and for a page that does not exist."""
    return for_programs(request, problems.MISSING) or render(request, "not_shown.html", status=404)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was opened before signing in or out elsewhere; nothing was changed."""
    return render(request, "400.html", status=403)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent could not be read at all, or was meant for another host."""
    return for_programs(request, problems.UNREADABLE) or render(request, "400.html", status=400)


def server_fault(request: HttpRequest) -> HttpResponse:
    return for_programs(request, problems.FAILED) or render(request, "500.html", status=500)


def for_programs(request: HttpRequest, problem: problems.Problem) -> HttpResponse | None:
    """Programs get problem details, also where no endpoint was reached."""
    return problems.outside(problem) if request.path.startswith(PROGRAMS) else None
