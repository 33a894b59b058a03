"""Protection: what the statutory auditors look after, and the monthly question on one's own page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from conduct.desks.places import BOSA, OWN
from conduct.desks.presenters import protection
from conduct.desks.standing import stand
from conduct.protection.forms import AnswerAlert, CheckInAnswer
from conduct.protection.services import answer_alert, answer_check_in, see_check_in


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/protection.html", protection.protection_page(stand(request, BOSA)))


@require_http_methods(["GET", "POST"])
def alert(request: HttpRequest, key: UUID) -> HttpResponse:
    """Read what happened, by a request of its own; and say what follows."""
    here = stand(request, BOSA)
    found = protection.alert_at(here, key)
    reads = "read" in request.POST
    form = AnswerAlert(request.POST if request.method == "POST" and not reads else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        account = protection.account_of(here, found, reason) if form.cleaned_data["open_case"] else None
        answer_alert(actor=here.actor, alert=found, reason=reason, account=account, now=here.now)
        messages.success(request, _("Decided. Only the Statutory Auditors can see it."))
        return redirect("desks:protection")
    told = protection.open_alert(here, found) if reads else None
    page = {"here": here, "now": here.now, "form": form, "told": told, **protection.alert_row(found)}
    return render(request, "desks/alert.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def told(request: HttpRequest, key: UUID) -> HttpResponse:
    """Read an answer, by a request of its own; and say that one looked after it."""
    here = stand(request, BOSA)
    found = protection.told_at(here, key)
    if "seen" in request.POST:
        see_check_in(actor=here.actor, check_in=found, now=here.now)
        messages.success(request, _("Kept: you have looked after it."))
        return redirect("desks:protection")
    said = protection.open_words(here, found) if request.method == "POST" else None
    page = {"here": here, "now": here.now, "said": said, **protection.check_in_row(found)}
    return render(request, "desks/check_in_told.html", page)


@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """How are you treated? One question at a time; after the last one, thanks."""
    here = stand(request, OWN)
    waiting = protection.next_check_in(here)
    form = CheckInAnswer(request.POST if request.method == "POST" else None)
    if waiting and form.is_valid():
        answer_check_in(actor=here.actor, check_in=waiting, now=here.now, **form.cleaned_data)
        messages.success(request, _("Thank you. Nobody but the Statutory Auditors can read your answer."))
        return redirect("desks:check_in")
    page = {"here": here, "now": here.now, "waiting": waiting, "form": form}
    return render(request, "desks/check_in.html", page, status=422 if waiting and form.is_bound else 200)
