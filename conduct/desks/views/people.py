"""The people in a matter: the list, opened by a request of its own, and correcting an entry."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from conduct.desks import queries
from conduct.desks.places import Desk
from conduct.desks.presenters import involved
from conduct.desks.standing import stand
from conduct.handoffs.services import correct_party


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """GET shows that a list lies there; POST opens it, which is recorded."""
    here = stand(request, desk)
    case = queries.case_at(here, reference)
    page = involved.people_page(here, case, opened=request.method == "POST")
    return render(request, "cases/people.html", page)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, desk: Desk, reference: str, place: int) -> HttpResponse:
    """One entry: correct it, or take it out. What follows is shown before it is done."""
    here = stand(request, desk)
    case = queries.case_at(here, reference)
    form = involved.correction_of(here, case, request.POST if request.method == "POST" else None)
    if form.is_valid():
        said = form.cleaned_data
        correct_party(actor=here.actor, case=case, place=place, now=here.now, **said)
        messages.success(request, _("The entry has been changed. The old one stays on file."))
        return redirect(involved.way_after(here, reference))
    page = involved.correction_page(here, case, place, form)
    return render(request, "cases/correct_party.html", page, status=422 if form.errors else 200)
