"""Dates worked out by hand, against which anybody can check the clocks: start, clock, and the day it must give.

They hold for the recommended readings. C01 is counted in Tokyo and in New York; the earlier day counts. No Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from conduct.rules import clocks
from conduct.rules.calendar import Calendar
from conduct.rules.labels import gettext_noop as _
from conduct.rules.readings import Readings

TOKYO = ZoneInfo("Asia/Tokyo")


def tokyo(year: int, month: int, day: int, hour: int = 10) -> datetime:
    return datetime(year, month, day, hour, tzinfo=TOKYO)


@dataclass(frozen=True, slots=True)
class Vector:
    """One worked example, and what it tries."""

    clock: str
    start: datetime
    due_on: date
    tries: str


# fmt: off
VECTORS = (
    Vector("C01", tokyo(2026, 11, 20), date(2026, 11, 25), _("by the New York date, before Thanksgiving")),
    Vector("C01", tokyo(2026, 11, 24), date(2026, 11, 30), _("Thanksgiving is left out")),
    Vector("C01", tokyo(2026, 10, 7, 9), date(2026, 10, 13), _("Columbus Day is left out")),
    Vector("C01", tokyo(2026, 11, 6, 18), date(2026, 11, 13), _("Veterans Day is left out; both zones agree")),
    Vector("C01", tokyo(2026, 12, 21), date(2026, 12, 24), _("granted on a Sunday in New York")),
    Vector("C01", tokyo(2026, 12, 25), date(2026, 12, 31), _("Christmas is left out")),
    Vector("C01", tokyo(2027, 3, 23), date(2027, 3, 26), _("Good Friday counts")),
    Vector("C01", tokyo(2026, 7, 1), date(2026, 7, 7), _("Independence Day kept on a Friday is left out")),
    Vector("C08", tokyo(2026, 11, 25), date(2026, 12, 15), _("calendar days, holidays or not")),
    Vector("C13", tokyo(2026, 11, 20), date(2026, 11, 24), _("a weekend and Labour Thanksgiving Day")),
    Vector("C14", tokyo(2027, 4, 30), date(2027, 5, 7), _("the holidays in May")),
    Vector("C15", tokyo(2026, 11, 25), date(2026, 12, 9), _("ten business days come before day 20")),
    Vector("C26", tokyo(2026, 11, 25), date(2026, 11, 30), _("three business days over a weekend")),
    Vector("C27", tokyo(2026, 11, 25), date(2026, 12, 2), _("five business days")),
    Vector("C29", tokyo(2026, 11, 30), date(2027, 2, 28), _("three months end on the last day of a short month")),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Tried:
    """A vector, and what the engine answers today."""

    vector: Vector
    given: date | None

    @property
    def agrees(self) -> bool:
        return self.given == self.vector.due_on


def try_all(*, calendars: Mapping[str, Calendar], under: Readings) -> list[Tried]:
    """Every vector through the same function that sets real deadlines."""
    return [Tried(each, given(each, calendars, under)) for each in VECTORS]


def given(vector: Vector, calendars: Mapping[str, Calendar], under: Readings) -> date | None:
    due = clocks.due(vector.clock, start=vector.start, calendars=calendars, under=under).answer
    return due.at.astimezone(ZoneInfo(due.zone)).date() if due.at else None
