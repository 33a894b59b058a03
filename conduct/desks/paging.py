"""Leafing through a long list by the place of a row, never by number: no totals, no offset."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from conduct.web.keyset import Beyond

SIZE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICRO = timedelta(microseconds=1)
LATEST = 253_402_300_799_999_999
REFERENCE = re.compile(r"(\d{1,18})\.([A-Z0-9]{1,12})", re.ASCII)
RANDOM = re.compile(r"(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """A row's place in the order of its list, and on which side of it somebody reads on."""

    at: datetime
    key: str
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """By which moment a list is ordered, and by what among equal ones."""

    by: str
    key: str
    newest_first: bool = False

    def fields(self, backwards: bool) -> tuple[str, str]:
        sign = "-" if self.newest_first != backwards else ""
        return f"{sign}{self.by}", f"{sign}{self.key}"

    def beyond(self, place: Place) -> Beyond:
        """The rows after the place."""
        return Beyond((self.by, self.key), (place.at, place.key), before=self.newest_first != place.backwards)

    def place_of(self, row: object) -> str:
        at, key = attrgetter(self.by.replace("__", "."), self.key.replace("__", "."))(row)
        return f"{(at - EPOCH) // MICRO}.{key}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """The rows of one leaf; `earlier` and `later` are places to go on from, or empty."""

    rows: list[Any]
    earlier: str = ""
    later: str = ""


def wanted(asked: Mapping[str, str], pattern: re.Pattern[str] = REFERENCE) -> Place | None:
    """Where the address says to read on. Anything unreadable means: from the start."""
    for name, backwards in (("after", False), ("before", True)):
        found = pattern.fullmatch(asked.get(name, ""))
        if found and int(found[1]) <= LATEST:
            return Place(EPOCH + int(found[1]) * MICRO, found[2], backwards)
    return None


def leaf(
    rows: QuerySet, order: Order, place: Place | None, dressed: Callable[[QuerySet], QuerySet] | None = None
) -> Leaf:
    """One leaf of a list, in one query. `dressed` adds to the rows of the leaf what only they need."""
    backwards = place is not None and place.backwards
    rest = rows.filter(order.beyond(place)) if place else rows
    cut = rest.order_by(*order.fields(backwards))[: SIZE + 1]
    found = list(dressed(cut).order_by(*order.fields(backwards)) if dressed else cut)
    more, shown = len(found) > SIZE, found[:SIZE]
    shown = shown[::-1] if backwards else shown
    if not shown:
        return Leaf([])
    earlier = order.place_of(shown[0]) if (more if backwards else place) else ""
    later = order.place_of(shown[-1]) if (backwards or more) else ""
    return Leaf(shown, earlier, later)
