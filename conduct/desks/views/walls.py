"""Who is shut out of a matter and why, and letting somebody take part again: pages of the statutory auditors."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from conduct.desks.forms import AnswerLifting, ProposeLifting, WhichMatter
from conduct.desks.places import BOSA
from conduct.desks.presenters import walls
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import stand
from conduct.handoffs.services import answer_lifting, propose_lifting


@require_http_methods(["GET", "POST"])
def shut_out(request: HttpRequest) -> HttpResponse:
    """Asked by the number of the matter. That it was asked stands on the auditors' ledger."""
    here = stand(request, BOSA)
    form = WhichMatter(request.POST if request.method == "POST" else None, initial=request.GET)
    case = walls.asked_about(here, form) if form.is_valid() else None
    page = {"here": here, "now": here.now, "form": form, "waiting": walls.waiting(here), "case": case}
    page["rows"] = walls.opened(here, case) if case else None
    return render(request, "desks/walls.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Propose to let one person take part again, or answer a colleague's proposal."""
    here = stand(request, BOSA)
    case, person, waits = walls.one(here, reference, key)
    sent = request.POST if request.method == "POST" else None
    form = AnswerLifting(sent) if waits else ProposeLifting(sent)
    if form.is_valid():
        service = answer_lifting if waits else propose_lifting
        service(actor=here.actor, case=case, person=person, now=here.now, **form.cleaned_data)
        messages.success(request, _("Answered.") if waits else _("Proposed. Another statutory auditor answers it."))
        return redirect("desks:walls")
    page = {
        "here": here,
        "now": here.now,
        "form": form,
        "reference": reference,
        "name": name_of(person),
        "waits": waits,
    }
    return render(request, "desks/lift_wall.html", page, status=422 if form.errors else 200)
