"""Whom the body asks into a team, and as what."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from conduct import clock
from conduct.people.models import Person
from conduct.rules.vocabulary import TeamPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`ends_on`: the last day of the access. `engagement`: for what a guest is let in."""

    person: Person
    part: TeamPart
    ends_on: date | None = None
    engagement: str = ""


def end_of(ends_on: date | None) -> datetime | None:
    """The moment after the last day, by the company's calendar."""
    return clock.start_of(ends_on + timedelta(days=1)) if ends_on else None
