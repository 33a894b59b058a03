"""Erasing the personal data of somebody who left: one auditor asks, another one agrees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from conduct.desks.places import BOSA
from conduct.desks.presenters.names import name_of
from conduct.desks.retention_forms import Answer, AskErasure
from conduct.desks.standing import stand
from conduct.people.queries import person_named
from conduct.retention import queries, services


@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who was asked for and erased, and a form that asks."""
    here = stand(request, BOSA)
    form = AskErasure(request.POST if request.method == "POST" else None)
    if form.is_valid():
        person = person_named(form.cleaned_data["username"])
        if person and person != here.person:
            services.ask_erasure(actor=here.actor, person=person, now=here.now)
            messages.success(request, _("Asked. Another auditor has to agree."))
            return redirect("desks:erasures")
        form.add_error("username", _("Nobody else has this sign-in name."))
    rows = [(each, name_of(each.person)) for each in queries.erasures(here.actor)[:200]]
    page = {"here": here, "now": here.now, "rows": rows, "form": form}
    return render(request, "desks/erasures.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """One wish, and the second auditor's answer."""
    here = stand(request, BOSA)
    found = get_object_or_404(queries.erasures(here.actor), pk=key, erased_at=None, withdrawn_at=None)
    own = found.asked_by_id == here.person.pk
    words = {"yes": _("Yes: erase for good"), "no": _("No: nothing is erased"), "may_agree": not own}
    form = Answer(request.POST if request.method == "POST" else None, **words)
    if form.is_valid():
        services.answer_erasure(actor=here.actor, erasure=found, now=here.now, **form.cleaned_data)
        messages.success(request, _("Your answer is kept."))
        return redirect("desks:erasures")
    page = {"here": here, "now": here.now, "found": found, "who": name_of(found.person), "form": form, "own": own}
    asked_by = {"asked_by": name_of(found.asked_by)}
    return render(request, "desks/erasure.html", page | asked_by, status=422 if form.is_bound else 200)
