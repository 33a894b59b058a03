"""The bar of a desk, and the switch between the desks of one person."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import formats
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conduct.desks import places
from conduct.desks.places import Desk
from conduct.desks.queries import CAP, counts
from conduct.desks.standing import Standing, stand
from conduct.rules.vocabulary import Role
from conduct.web.templatetags.ui.words import label


@dataclass(frozen=True, slots=True)
class Item:
    """A word in a bar: the page it leads to, and what is counted beside it where something is to be done."""

    page: str
    label: object
    counted: str = ""
    only_for: Role | None = None
    desk: str = ""


NOTICES = Item("desks:notices", gettext_lazy("Notices"), "notices")
ITEMS = {
    places.OWN.slug: (
        Item("desks:me", gettext_lazy("Home")),
        Item("contact:start", gettext_lazy("Contact the desk")),
        Item("desks:own_reports", gettext_lazy("My reports")),
        Item("desks:to_pass_on", gettext_lazy("Pass on"), only_for=Role.SUPERVISOR),
        NOTICES,
        Item("provisions:code", gettext_lazy("The Code")),
    ),
    places.CEO.slug: (
        Item("desks:today", gettext_lazy("Today")),
        Item("desks:triage", gettext_lazy("Triage"), "due"),
        Item("desks:cases", gettext_lazy("Cases")),
        Item("desks:hand_ons", gettext_lazy("Handed on"), desk="desk"),
        Item("desks:delegation", gettext_lazy("Delegation")),
        Item("desks:retention", gettext_lazy("Retention"), desk="desk"),
        NOTICES,
    ),
    places.BOARD.slug: (
        Item("desks:board", gettext_lazy("Inbox"), "due"),
        Item("desks:matters", gettext_lazy("Matters")),
        Item("desks:call_in", gettext_lazy("Call in"), desk="board"),
        Item("desks:hand_ons", gettext_lazy("Handed on"), desk="board"),
        Item("desks:board_delegations", gettext_lazy("Delegation")),
        Item("desks:retention", gettext_lazy("Retention"), desk="board"),
        Item("desks:dispersion", gettext_lazy("Consistency"), desk="board"),
        NOTICES,
    ),
    places.BOSA.slug: (
        Item("desks:bosa", gettext_lazy("Inbox"), "due"),
        Item("desks:bosa_cases", gettext_lazy("Cases")),
        Item("desks:hand_ons", gettext_lazy("Handed on"), desk="bosa"),
        Item("desks:retention", gettext_lazy("Retention"), desk="bosa"),
        Item("desks:oversight", gettext_lazy("Oversight"), "oversight"),
        Item("desks:bosa_delegations", gettext_lazy("Delegation")),
        Item("desks:protection", gettext_lazy("Protection")),
        Item("desks:determinations", gettext_lazy("Found not material")),
        Item("desks:walls", gettext_lazy("Who takes no part")),
        NOTICES,
    ),
}


def workspace(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page of the workspace needs. Nothing is asked before a page shows a bar."""
    user = getattr(request, "user", None)
    if not request.path.startswith("/w/") or user is None or not user.is_authenticated:
        return {}
    here = SimpleLazyObject(lambda: getattr(request, "standing", None) or stand(request))
    return {
        "bar": SimpleLazyObject(lambda: bar_of(here, request.path)),
        "acting_as": SimpleLazyObject(lambda: acting_as(here)),
        "ribbon": SimpleLazyObject(lambda: ribbon(here)),
    }


def ribbon(here: Standing) -> str:
    """What stands on every page of a delegate, at whatever desk: for whom, on whose word, until when."""
    if here.mandate is None:
        return ""
    until = formats.date_format(here.mandate.last_on, "DATE_FORMAT")
    words = {"number": here.mandate.resolution, "day": until}
    return _("Acting for the CEO under Board resolution %(number)s, until %(day)s") % words


def bar_of(here: Standing, path: str) -> list[dict[str, object]]:
    found = counts(here)
    items = [item for item in ITEMS[here.desk.slug] if item.only_for is None or item.only_for in here.actor.roles]
    shown = [{"url": address(item), "label": item.label, "count": shown_count(found[item.counted])} for item in items]
    shown = [item for item in shown if item["url"]]
    current = max((str(item["url"]) for item in shown if path.startswith(str(item["url"]))), key=len, default="")
    return [item | {"current": item["url"] == current} for item in shown]


def shown_count(count: int) -> str:
    """Nothing for nought; "9+" for more than nine, because only so many were counted."""
    return "" if not count else str(count) if count <= CAP else f"{CAP}+"


def address(item: Item) -> str:
    """A page's address, or nothing while the room behind it is not built."""
    try:
        return reverse(item.page, args=[item.desk] if item.desk else [])
    except NoReverseMatch:
        return ""


def acting_as(here: Standing) -> list[dict[str, object]]:
    return [
        {"url": reverse(desk.first), "label": role_at(desk, here), "current": desk is here.desk} for desk in here.held
    ]


def role_at(desk: Desk, here: Standing) -> str:
    """As what a person sits at a desk."""
    if desk is places.OWN:
        return _("My own matters")
    return label(next(role for role in Role if role in desk.roles & here.roles))
