"""The queue of a desk, its shelf, and the list of what it handed on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from conduct import clock
from conduct.desks import forms, queries
from conduct.desks.filters import Chosen, View
from conduct.desks.models import SavedView
from conduct.desks.paging import Leaf, Order, leaf, wanted
from conduct.desks.places import BOARD, BOSA, CEO
from conduct.desks.presenters.reasons import people_of, proposed, short_reason
from conduct.desks.standing import Standing
from conduct.handoffs.models import HandOff
from conduct.handoffs.queries import handed_on_by
from conduct.records.models import Record
from conduct.rules.vocabulary import Kind
from conduct.rulings.services import Explanation, answers_of
from conduct.web.templatetags.ui.authority import authority_mark
from conduct.web.templatetags.ui.bricks import brick
from conduct.web.templatetags.ui.clocks import due
from conduct.web.templatetags.ui.words import cite, label

BY_DUE = Order("queue_at", "reference")
BY_AGE = Order("opened_at", "reference", newest_first=True)
BY_HANDING = Order("handed_at", "record__reference", newest_first=True)
VIEWS = {
    View.MINE: gettext_lazy("Mine to decide"),
    View.TO_RECEIVE: gettext_lazy("To receive"),
    View.TO_HAND_ON: gettext_lazy("To hand on"),
    View.ALL: gettext_lazy("All"),
}
HEADINGS = {CEO: gettext_lazy("Triage"), BOARD: gettext_lazy("Inbox of the Board"), BOSA: gettext_lazy("Inbox")}
SHELVES = {CEO: gettext_lazy("Cases"), BOARD: gettext_lazy("Matters"), BOSA: gettext_lazy("Cases")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a queue: words and classes, never content."""

    reference: str
    url: str
    kind: str
    people: str
    why: str
    cite: SafeString
    mark: SafeString
    age: str
    due: SafeString
    is_late: bool


class Printed:
    """The bricks that stand in many rows of a page, each printed once: fifty rows hold a handful of them."""

    def __init__(self) -> None:
        self.done: dict[tuple[object, ...], SafeString] = {}

    def __call__(self, name: str, context_of: Callable[..., dict[str, object]], *facts: object) -> SafeString:
        key = (name, *facts)
        if key not in self.done:
            self.done[key] = brick(name, **context_of(*facts))
        return self.done[key]


def queue_page(here: Standing, asked: Mapping[str, str]) -> dict[str, object]:
    """The queue: one query for the rows, three for the reasons of all of them."""
    chosen = chosen_at(here, asked)
    found = leaf(queries.queue(here, chosen), BY_DUE, wanted(asked), queries.leaf_with_signs)
    told, printed = answers_of(here.actor, found.rows), Printed()
    return {
        "here": here,
        "now": here.now,
        "heading": HEADINGS[here.desk],
        "rows": [row_of(record, told.get(record.pk), here, chosen, printed) for record in found.rows],
        "views": views(here, chosen),
        "filter_form": forms.QueueFilter(chosen),
        "chosen": chosen,
        "saved": [saved_row(here, each) for each in SavedView.objects.filter(person=here.person, desk=here.desk.slug)],
        "queue_url": reverse(here.desk.queue),
        **links(reverse(here.desk.queue), chosen, found),
    }


def chosen_at(here: Standing, asked: Mapping[str, str]) -> Chosen:
    """The filter that is on. Somebody who only keeps the papers has nothing to decide and sees all."""
    return Chosen.read(asked, usual=View.MINE if here.decides else View.ALL)


def row_of(record: Record, told: Explanation | None, here: Standing, chosen: Chosen, printed: Printed) -> Row:
    reason, mark = short_reason(record, told), proposed(record, told)
    return Row(
        reference=record.reference,
        url=with_query(record_url(here, record.reference), chosen.query()),
        kind=label(Kind(record.kind)),
        people=gettext(", ").join(label(person) for person in dict.fromkeys(people_of(told))),
        why=reason.why.told(gettext),
        cite=printed("cite", cite, reason.paragraph) if reason.paragraph else SafeString(),
        mark=printed("authority_mark", authority_mark, mark.authority, mark.provisional) if mark else SafeString(),
        age=age(record.opened_at, here.now),
        due=printed("due", due, record.next_due_at, here.now),
        is_late=record.queue_at < here.now,
    )


def views(here: Standing, chosen: Chosen) -> list[dict[str, object]]:
    """The parts of the queue as links, and the list of what has left it."""
    url = reverse(here.desk.queue)
    tabs = [
        {"url": with_query(url, Chosen(view=view.value).query()), "label": text, "current": chosen.view == view}
        for view, text in VIEWS.items()
        if here.decides or view is View.ALL
    ]
    return [*tabs, {"url": reverse("desks:hand_ons", args=[here.desk]), "label": _("Handed on"), "current": False}]


def saved_row(here: Standing, saved: SavedView) -> dict[str, object]:
    words = {name: getattr(saved, name) for name in Chosen().words()}
    url = with_query(reverse(here.desk.queue), Chosen(**words).query())
    return {"name": saved.name, "url": url, "drop": reverse("desks:drop_view", args=[here.desk, saved.pk])}


def links(url: str, chosen: Chosen, found: Leaf) -> dict[str, str]:
    """Where the list goes on, with the filter kept."""
    earlier = chosen.query(before=found.earlier) if found.earlier else ""
    later = chosen.query(after=found.later) if found.later else ""
    return {"earlier": with_query(url, earlier) if earlier else "", "later": with_query(url, later) if later else ""}


def with_query(url: str, query: str) -> str:
    return f"{url}?{query}" if query else url


def record_url(here: Standing, reference: str) -> str:
    return reverse("desks:record", args=[here.desk, reference])


def age(since: datetime, now: datetime) -> str:
    days = (clock.day(now) - clock.day(since)).days
    if days == 0:
        return _("today")
    return _("1 day") if days == 1 else _("%(count)s days") % {"count": days}


def shelf_page(here: Standing, asked: Mapping[str, str]) -> dict[str, object]:
    """Everything the body has had before it and still holds, the newest first; or the copies it reads along."""
    chosen, copies = Chosen.read(asked), asked.get("copies") == "on"
    found = leaf(queries.shelf(here, chosen, copies=copies), BY_AGE, wanted(asked))
    url = reverse(here.desk.shelf)
    more = {"copies": "on"} if copies else {}
    return {
        "here": here,
        "now": here.now,
        "heading": SHELVES[here.desk],
        "rows": [(record, record_url(here, record.reference)) for record in found.rows],
        "filter_form": forms.ShelfFilter(chosen, copies=copies),
        "chosen": chosen,
        "copies": copies,
        "tabs": shelf_tabs(here, url, copies),
        "shelf_url": with_query(url, "copies=on" if copies else ""),
        "earlier": with_query(url, chosen.query(before=found.earlier, **more)) if found.earlier else "",
        "later": with_query(url, chosen.query(after=found.later, **more)) if found.later else "",
    }


def shelf_tabs(here: Standing, url: str, copies: bool) -> list[dict[str, object]]:
    if here.desk is CEO:
        return []
    return [
        {"url": url, "label": _("Before us"), "current": not copies},
        {"url": f"{url}?copies=on", "label": _("Copies we read along"), "current": copies},
    ]


def hand_ons_page(here: Standing, asked: Mapping[str, str]) -> dict[str, object]:
    """What this desk handed on: to whom, on which paragraph, received or not. Nothing of what came of it."""
    found = leaf(handed_on_by(here.desk.body, here.actor), BY_HANDING, wanted(asked))
    url = reverse("desks:hand_ons", args=[here.desk])
    return {
        "here": here,
        "now": here.now,
        "rows": [(hand_off, way_of(hand_off)) for hand_off in found.rows],
        "queue_url": reverse(here.desk.queue),
        **links(url, Chosen(), found),
    }


def way_of(hand_off: HandOff) -> str:
    if hand_off.received_at:
        return "received"
    return "returned" if hand_off.returned_at else "waiting"
