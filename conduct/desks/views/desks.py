"""The first page of each desk, queues, shelves, what was handed on, and saved views."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from conduct.desks import services
from conduct.desks.filters import Chosen
from conduct.desks.forms import SaveView
from conduct.desks.places import CEO, Desk
from conduct.desks.presenters import queue as queues
from conduct.desks.presenters.today import today_page
from conduct.desks.standing import stand
from conduct.protection.custody import note_search


@require_GET
def first(request: HttpRequest) -> HttpResponse:
    """Signing in leads here, and on to the first desk that the person holds."""
    return redirect(stand(request).desk.first)


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/today.html", today_page(stand(request, CEO)))


@require_GET
def queue(request: HttpRequest, desk: Desk) -> HttpResponse:
    here = stand(request, desk)
    note_search(here.actor, request.GET.get("reference", ""), now=here.now)
    page = queues.queue_page(here, request.GET)
    return render(request, "desks/queue.html", page | {"save_form": SaveView()})


@require_GET
def shelf(request: HttpRequest, desk: Desk) -> HttpResponse:
    here = stand(request, desk)
    note_search(here.actor, request.GET.get("reference", ""), now=here.now)
    return render(request, "desks/shelf.html", queues.shelf_page(here, request.GET))


@require_GET
def hand_ons(request: HttpRequest, desk: Desk) -> HttpResponse:
    return render(request, "desks/hand_ons.html", queues.hand_ons_page(stand(request, desk), request.GET))


@require_POST
def save_view(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Keep the filter that is on under a name; a missing name is asked for on the same page."""
    here, form, chosen = stand(request, desk), SaveView(request.POST), Chosen.read(request.POST)
    if not form.is_valid():
        page = queues.queue_page(here, request.POST)
        return render(request, "desks/queue.html", page | {"save_form": form, "form": form}, status=422)
    services.save_view(here.person, desk=desk.slug, name=form.cleaned_data["name"], chosen=chosen)
    return redirect(queues.with_query(reverse(desk.queue), chosen.query()))


@require_POST
def drop_view(request: HttpRequest, desk: Desk, view: UUID) -> HttpResponse:
    services.drop_view(stand(request, desk).person, view)
    return redirect(desk.queue)
