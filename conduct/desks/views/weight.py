"""What was found not material: the list of the statutory auditors, and calling a matter in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from conduct.desks.forms import CallIn
from conduct.desks.places import BOARD, BOSA, Desk
from conduct.desks.presenters import weight
from conduct.desks.standing import stand
from conduct.handoffs.services import call_in


@require_GET
def determinations(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/determinations.html", weight.determinations_page(stand(request, BOSA), request.GET))


@require_http_methods(["GET", "POST"])
def read_grounds(request: HttpRequest, reference: str) -> HttpResponse:
    """One finding, its answers and its reason. That they were read stands on the ledger."""
    here = stand(request, BOSA)
    if request.method == "GET":
        return redirect("desks:determinations")
    return render(request, "desks/determination.html", weight.grounds_page(here, reference))


@require_http_methods(["GET", "POST"])
def call_in_matter(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Bring a matter before the Board that was found not material. Its number is asked, because no list shows it."""
    here = stand(request, desk)
    if desk not in (BOARD, BOSA) or not here.decides:
        raise Http404
    form = CallIn(request.POST if request.method == "POST" else None, initial={"reference": request.GET.get("no", "")})
    if form.is_valid() and (case := weight.case_to_call_in(here, form)):
        call_in(actor=here.actor, case=case, reason=form.cleaned_data["reason"], now=here.now)
        messages.success(request, _("Called in. It lies before the Board and counts as material again."))
        return redirect(reverse(desk.first))
    status = 422 if form.errors else 200
    return render(request, "desks/call_in.html", {"here": here, "now": here.now, "form": form}, status=status)
