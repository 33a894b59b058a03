"""The page of a matter, opening what is sealed in it, and every act on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from cases import services
from cases.forms import BeforeReading
from cases.queries import find_case
from conduct.desks import queries, reading
from conduct.desks.acts import Act
from conduct.desks.places import OWN, Desk
from conduct.desks.presenters import acting, record
from conduct.desks.standing import Standing, stand
from conduct.handoffs import services as handoffs


@require_GET
def show_record(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    return render(request, "cases/record.html", record.record_page(stand(request, desk), reference, request.GET))


@require_http_methods(["GET", "POST"])
def read_sealed(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """Open the report, or the reasons and notes, by a request of its own: no address shows what was opened."""
    here = stand(request, desk)
    case = queries.case_at(here, reference)
    if request.method == "GET":
        return redirect(record.record_url(here, reference))
    opened = reading.open_asked(here, case, request.POST.get("what", ""))
    return render(request, "cases/record.html", record.page_of(here, case, request.GET, opened))


@require_http_methods(["GET", "POST"])
def state_no_conflict(request: HttpRequest, desk: Desk, reference: str) -> HttpResponse:
    """Asked before the first reading: no conflict of interest is known, or the reader steps aside."""
    here = stand(request, desk)
    case = find_case(here.actor, reference)
    form = BeforeReading(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        page = {"here": here, "now": here.now, "form": form, "record": case.record}
        return render(request, "cases/before_reading.html", page, status=422 if form.errors else 200)
    if form.cleaned_data["free"]:
        services.state_no_conflict(actor=here.actor, case=case, now=here.now)
        return redirect(reading.way_in(here, case))
    handoffs.recuse(actor=here.actor, case=case, reason=form.cleaned_data["reason"], now=here.now)
    messages.success(request, _("You have stepped aside. You will see nothing more of it."))
    return redirect(here.desk.first)


@require_http_methods(["GET", "POST"])
def act_on(request: HttpRequest, desk: Desk, reference: str, act: Act) -> HttpResponse:
    """The page of one act; sent, the act's service does it or refuses."""
    here = stand(request, desk)
    case = queries.case_at(here, reference)
    form = acting.form_of(here, act, case, request.POST if request.method == "POST" else None)
    effects = acting.effects_of(here, act, case, form) if form.is_valid() else None
    if effects is not None and request.POST.get("seen", "") == acting.seen(effects):
        act.service(actor=here.actor, case=case, now=here.now, **form.cleaned_data)
        messages.success(request, act.done)
        return redirect(way_after(here, act, reference))
    status = 422 if form.errors else 200
    return render(request, act.template, acting.act_page(here, act, case, form, effects), status=status)


def way_after(here: Standing, act: Act, reference: str) -> str:
    """Back to the matter while it is still at this desk, or to the list where somebody looks who has let it go."""
    if not act.leaves or (act.effect and queries.desk_records(here).filter(reference=reference).exists()):
        return reverse("desks:record", args=[here.desk, reference])
    if here.desk is OWN or act.name == "recuse":
        return reverse(here.desk.queue or here.desk.first)
    return reverse("desks:hand_ons", args=[here.desk])
