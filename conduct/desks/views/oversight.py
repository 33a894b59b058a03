"""What the statutory auditors see of duties that were not done in time, and their decision about each."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from conduct.desks.forms import DecideLateness
from conduct.desks.places import BOSA
from conduct.desks.presenters import oversight
from conduct.desks.standing import stand
from conduct.handoffs.services import decide_lateness


@require_GET
def late_duties(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/oversight.html", oversight.oversight_page(stand(request, BOSA), request.GET))


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, reference: str, duty: str) -> HttpResponse:
    """One lateness, and the decision whether a case follows from it."""
    here = stand(request, BOSA)
    late = oversight.lateness_at(here, reference, duty)
    sent = request.POST if request.method == "POST" else None
    form = DecideLateness(sent, may_open=oversight.may_open(late))
    if form.is_valid():
        decide_lateness(actor=here.actor, lateness=late, now=here.now, **form.cleaned_data)
        messages.success(request, _("Decided. Only the Statutory Auditors can see it."))
        return redirect("desks:oversight")
    page = oversight.lateness_page(here, late) | {"form": form}
    return render(request, "desks/lateness.html", page, status=422 if form.is_bound else 200)
