"""Legal holds: the list of a desk, one hold on several records, and lifting one with a second person."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from conduct.access.permissions import Permission
from conduct.desks.places import Desk
from conduct.desks.presenters import retention
from conduct.desks.retention_forms import Answer, PlaceHolds, Reason
from conduct.desks.standing import Standing, stand
from conduct.retention import queries, services


@require_http_methods(["GET", "POST"])
def holds(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The holds of a desk, and a form that places one on several records."""
    here = stand(request, desk)
    form = PlaceHolds(request.POST if request.method == "POST" else None)
    if form.is_valid():
        asked, reason = form.cleaned_data["references"], form.cleaned_data["reason"]
        records = queries.own_records(here.actor, asked, Permission.RECORD_HOLD)
        missing = sorted(set(asked) - {record.reference for record in records})
        if records and not missing:
            services.place_hold(actor=here.actor, records=records, reason=reason, now=here.now)
            messages.success(request, _("The hold lies on it. Nothing of it is deleted."))
            return redirect("desks:holds", desk)
        told = _("No record with this number can be held here: %(numbers)s. None was held.")
        form.add_error("references", told % {"numbers": ", ".join(missing)})
    page = retention.holds_page(here) | {"form": form, "may_hold": retention.may_hold(here)}
    return render(request, "desks/holds.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, desk: Desk, key: UUID) -> HttpResponse:
    """One hold: asking to lift it, or answering as second person."""
    here = stand(request, desk)
    found = hold_at(here, key)
    asks = found.lift_asked_at is None
    form = form_of(request, asks)
    if form.is_valid():
        if asks:
            services.ask_lift(actor=here.actor, hold=found, now=here.now, **form.cleaned_data)
            messages.success(request, _("Asked. The hold lies on until a second person agrees."))
        else:
            services.answer_lift(actor=here.actor, hold=found, now=here.now, **form.cleaned_data)
            messages.success(request, _("Your answer is kept."))
        return redirect("desks:retention", desk)
    page = {"here": here, "now": here.now, "form": form, "asks": asks, **retention.hold_row(here, found)}
    may = queries.may_ask_lift(here.actor, found) if asks else queries.may_answer_lift(here.actor, found)
    return render(request, "desks/hold.html", page | {"may": may}, status=422 if form.is_bound else 200)


def hold_at(here: Standing, key: UUID) -> object:
    """A hold on a record that the reader may see, or about which he was asked. Http404 for any other."""
    found = (
        queries.holds(here.actor).filter(pk=key).first() or queries.holds_to_answer(here.actor).filter(pk=key).first()
    )
    if found is None:
        raise Http404
    return found


def form_of(request: HttpRequest, asks: bool) -> Reason | Answer:
    sent = request.POST if request.method == "POST" else None
    if asks:
        return Reason(sent)
    return Answer(sent, yes=_("Yes: lift the hold"), no=_("No: it lies on"))
