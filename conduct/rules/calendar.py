"""Counting days. Calendars are handed in; nothing here looks one up or reads the time."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop

SATURDAY = 5
DECEMBER = 12


class DateNotLoaded(RuleBroken):
    """A calendar was asked about a year that nobody has loaded."""

    sentence = gettext_noop("The calendar “{calendar}” does not know {day}. Load that year first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The closed days of one place, for the years from `first` to `last`. Provisional: computed, not yet official."""

    name: str
    zone: str
    closed: frozenset[date]
    first: date
    last: date
    provisional: frozenset[date] = frozenset()

    def is_open(self, day: date) -> bool:
        """Whether business is done that day in the calendar's zone; `DateNotLoaded` outside the years it holds."""
        if not self.first <= day <= self.last:
            raise DateNotLoaded(calendar=self.name, day=day)
        return day.weekday() < SATURDAY and day not in self.closed

    def or_open(self, other: "Calendar") -> "Calendar":
        """A calendar that is open when either is; it holds the years that both hold."""
        return Calendar(
            name=f"{self.name} / {other.name}",
            zone=self.zone,
            closed=self.closed & other.closed,
            first=max(self.first, other.first),
            last=min(self.last, other.last),
            provisional=self.provisional & other.provisional,
        )


def add_open_days(start: date, count: int, calendar: Calendar) -> date:
    """The date `count` business days after `start`. The start day is never counted, open or not."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= calendar.is_open(day)
    return day


def days_after(start: date, end: date) -> Iterator[date]:
    """Every day after `start` up to and with `end`."""
    return (start + timedelta(days=n) for n in range(1, (end - start).days + 1))


def add_months(start: date, count: int) -> date:
    """The same day `count` months later; the last day of that month where it has no such day."""
    year, month = divmod(start.month - 1 + count, DECEMBER)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
