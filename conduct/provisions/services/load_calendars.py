"""Bringing the days that this release knows into the table of closed days."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from conduct.provisions.models import Holiday
from conduct.provisions.services.adopt_code import Acting
from conduct.rules.calendars import CALENDARS


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many days were new, and how many are no longer (or newly) provisional."""

    added: int
    confirmed: int


@transaction.atomic
def load_calendars(*, actor: Acting, now: datetime) -> Loaded:
    """Add what is missing. A day that the company entered itself stays, and so does a name it gave."""
    known = {(day.calendar, day.day): day for day in Holiday.objects.select_for_update()}
    wanted = {
        (name, day): day in calendar.provisional for name, calendar in CALENDARS.items() for day in calendar.closed
    }
    missing = [
        Holiday(calendar=name, day=day, provisional=provisional)
        for (name, day), provisional in sorted(wanted.items())
        if (name, day) not in known
    ]
    added = Holiday.objects.bulk_create(missing)
    changed = [
        known[key] for key, provisional in wanted.items() if key in known and known[key].provisional != provisional
    ]
    for day in changed:
        day.provisional = not day.provisional
        day.save(update_fields=["provisional"])
    return Loaded(added=len(added), confirmed=len(changed))
