"""What is due to go at a desk, the preview and the batches of disposals, and how long things are kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.desks.places import Desk
from conduct.desks.presenters import retention
from conduct.desks.retention_forms import ChangeSchedule
from conduct.desks.standing import Standing, stand
from conduct.retention import queries, services
from conduct.retention.sweeping import carry_out

AT_ONCE = 200


@require_http_methods(["GET", "POST"])
def due(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The list; by POST the chosen rows are kept for half a year more."""
    here = stand(request, desk)
    if request.method == "POST":
        chosen = queries.own_records(here.actor, request.POST.getlist("row"), Permission.RECORD_DISPOSE)
        until = services.postpone_disposal(actor=here.actor, records=chosen, now=here.now) if chosen else None
        told = _("Postponed to %(day)s.") % {"day": until} if until else _("Choose at least one record.")
        messages.success(request, told) if until else messages.error(request, told)
        return redirect("desks:retention", desk)
    return render(request, "desks/retention.html", retention.due_page(here))


@require_POST
def preview(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Shows what would be proposed; sent once more with `propose`, it is."""
    here = stand(request, desk)
    asked = request.POST.getlist("row") or request.POST.get("references", "").split()
    page = retention.preview_page(here, retention.all_ready(here) if "all" in request.POST else asked)
    if "propose" in request.POST and page["ready"]:
        records = queries.own_records(here.actor, page["ready"], Permission.RECORD_DISPOSE)
        batch = services.propose_disposal(actor=here.actor, records=records, now=here.now)
        messages.success(request, _("Proposed. Nothing goes before a second person has agreed."))
        return redirect("desks:retention_batch", desk, batch.pk)
    if not page["rows"]:
        messages.error(request, _("Choose at least one record."))
        return redirect("desks:retention", desk)
    return render(request, "desks/retention_preview.html", page)


@require_http_methods(["GET", "POST"])
def batch(request: HttpRequest, desk: Desk, key: UUID) -> HttpResponse:
    """One batch. By POST rows are taken out, the others confirmed, and what two people agreed on is carried out."""
    here = stand(request, desk)
    found = retention.batch_at(here, key)
    if request.method == "POST":
        answer(request, here, found)
        return redirect("desks:retention_batch", desk, key)
    return render(request, "desks/retention_batch.html", retention.batch_page(here, found))


def answer(request: HttpRequest, here: Standing, found: object) -> None:
    shown = list(queries.rows_shown(here.actor, found))
    waiting = [row for row in shown if retention.state_of(row) == "waiting"]
    taken_out = set(request.POST.getlist("keep"))
    kept = [row for row in waiting if row.record.reference in taken_out and retention.may_take_out(here, row)]
    if kept:
        services.reject_disposal(actor=here.actor, rows=kept, now=here.now)
    rest = [row for row in waiting if row not in kept and retention.may_confirm(here, row)]
    if "confirm" in request.POST and rest:
        services.confirm_disposal(actor=here.actor, rows=rest, now=here.now)
    go_on(request, here, found, kept=len(kept))


def go_on(request: HttpRequest, here: Standing, found: object, *, kept: int) -> None:
    """Carry out the next of what two people agreed on, each row by itself, and say what came of it."""
    agreed = [row for row in queries.rows_shown(here.actor, found) if retention.state_of(row) == "agreed"][:AT_ONCE]
    done = carry_out(agreed, now=here.now) if agreed else {}
    parts = [(done.get("disposed", 0), _("Disposed of: %(count)s")), (kept, _("Staying: %(count)s"))]
    for count, told in parts:
        if count:
            messages.success(request, told % {"count": count})
    if done.get("stopped") or done.get("failed"):
        messages.warning(request, _("Something stood against some rows. Each row says what."))


@require_http_methods(["GET", "POST"])
def schedules(request: HttpRequest, desk: Desk) -> HttpResponse:
    """How long things are kept; what another number would change; and, for the Board, choosing it."""
    here = stand(request, desk)
    may_adopt, adopts = can(here.actor, Permission.SCHEDULE_CHANGE), "adopt" in request.POST
    sent = request.POST if request.method == "POST" else None
    form = ChangeSchedule(sent, today=clock.day(here.now), adopts=adopts)
    page = retention.schedules_page(here) | {"form": form, "may_adopt": may_adopt}
    if not form.is_valid():
        return render(request, "desks/schedules.html", page, status=422 if form.is_bound else 200)
    if adopts:
        services.change_schedule(actor=here.actor, now=here.now, **form.cleaned_data)
        messages.success(request, _("Chosen. The dates are counted anew from that day on."))
        return redirect("desks:schedules", desk)
    return render(request, "desks/schedules.html", page | retention.what_would_change(here, form.cleaned_data))
