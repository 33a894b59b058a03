"""The delegation of the CEO's authority: asked for at the CEO's desk, authorised at the Board's, overseen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.desks.office_forms import ConfirmResolution, DraftDelegation, RecordResolution, Refusable
from conduct.desks.places import BOARD, CEO, Desk
from conduct.desks.presenters import delegations
from conduct.desks.standing import Standing, stand
from conduct.office import services
from conduct.people.delegations import resolution_of
from conduct.rules.errors import RuleBroken
from conduct.rules.vocabulary import Role


@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """The CEO's delegations, and the form that asks the Board for one."""
    here = stand(request, CEO)
    if request.method == "POST":
        require(here.actor, Permission.DELEGATION_DRAFT)
    form = draft_form(here, request)
    if done(form, lambda words: services.draft_delegation(actor=here.actor, now=here.now, **words)):
        messages.success(request, _("The Board is asked. Nothing changes until it has authorised the delegation."))
        return redirect("desks:delegation")
    page = delegations.own_page(here) | {"form": form}
    return render(request, "desks/delegation.html", page, status=422 if form and form.is_bound else 200)


def draft_form(here: Standing, request: HttpRequest) -> DraftDelegation | None:
    """None for a delegate, who gives nothing on."""
    if Role.CEO not in here.actor.roles:
        return None
    sent = request.POST if request.method == "POST" else None
    return DraftDelegation(sent, ceo=here.person, today=clock.day(here.now))


@require_GET
def register(request: HttpRequest, desk: Desk) -> HttpResponse:
    return render(request, "desks/delegations.html", delegations.register_page(stand(request, desk)))


@require_GET
def show(request: HttpRequest, desk: Desk, key: int) -> HttpResponse:
    here = stand(request, desk)
    page = delegations.delegation_page(here, delegations.delegation_at(here, key))
    return render(request, "desks/delegation_one.html", page)


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, key: int) -> HttpResponse:
    """The secretary writes the resolution down, or corrects it."""
    here = stand(request, BOARD)
    delegation, page = delegations.for_an_act(here, key, "record")
    known = resolution_of(delegation)
    said = {name: getattr(known, name) for name in RecordResolution.base_fields} if known else None
    form = RecordResolution(request.POST if request.method == "POST" else None, initial=said)
    words = {"actor": here.actor, "delegation": delegation, "now": here.now}
    if done(form, lambda typed: services.record_resolution(**words, **typed)):
        messages.success(request, _("Recorded. A director confirms it; until then it has no effect."))
        return redirect("desks:show_delegation", BOARD, key)
    return render(request, "desks/resolution.html", page | {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def authorise(request: HttpRequest, key: int) -> HttpResponse:
    """A director confirms what the secretary wrote down."""
    here = stand(request, BOARD)
    delegation, page = delegations.for_an_act(here, key, "authorise")
    form = ConfirmResolution(request.POST if request.method == "POST" else None, initial={"number": page["number"]})
    words = {"actor": here.actor, "delegation": delegation, "now": here.now}
    if done(form, lambda typed: services.authorise_delegation(**words, **typed)):
        messages.success(request, _("Confirmed. The delegation counts from its first day on."))
        return redirect("desks:show_delegation", BOARD, key)
    fresh = ConfirmResolution(initial={"number": page["number"]})
    page |= {"form": form if form.is_bound else None, "fresh": fresh}
    return render(request, "desks/authorise.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def revoke(request: HttpRequest, desk: Desk, key: int) -> HttpResponse:
    """Taking it back asks once whether it is meant."""
    here = stand(request, desk)
    delegation, page = delegations.for_an_act(here, key, "revoke")
    if request.method == "POST":
        services.revoke_delegation(actor=here.actor, delegation=delegation, now=here.now)
        messages.success(request, _("Taken back. It has ended."))
        return redirect("desks:show_delegation", desk, key)
    return render(request, "desks/revoke_delegation.html", page)


def done(form: Refusable | None, service: object) -> bool:
    """Whether the form was sent and the service did it; what the rules refuse stands at the form."""
    if form is None or not form.is_valid():
        return False
    try:
        service(form.cleaned_data)
    except RuleBroken as fault:
        form.refuse(fault, fault.told.told(_))
        return False
    return True
