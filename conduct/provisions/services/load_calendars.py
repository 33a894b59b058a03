"""Bringing the days that this release knows into the table of closed days."""

from dataclasses import dataclass

from django.db import transaction

from conduct.provisions.models import Holiday
from conduct.rules.calendars import CALENDARS, NAMES


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many days were new, and how many are no longer (or newly) provisional."""

    added: int
    confirmed: int


@transaction.atomic
def load_calendars() -> Loaded:
    """Add what is missing. A day that the company entered itself stays, and so does a name it gave."""
    known = {(row.calendar, row.day): row for row in Holiday.objects.select_for_update()}
    wanted = {(row.calendar, row.day): row for row in committed()}
    missing = [row for key, row in wanted.items() if key not in known]
    changed = [known[key] for key, row in wanted.items() if key in known and known[key].provisional != row.provisional]

    added = Holiday.objects.bulk_create(missing)
    for row in changed:
        row.provisional = not row.provisional
        row.save(update_fields=["provisional"])
    return Loaded(added=len(added), confirmed=len(changed))


def committed() -> list[Holiday]:
    """The days of this release as rows that are not stored yet."""
    return [
        Holiday(calendar=name, day=day, name=text, provisional=day in CALENDARS[name].provisional)
        for name, days in NAMES.items()
        for day, text in sorted(days.items())
    ]
