from datetime import date, datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.provisions.models import ReadingChange
from conduct.retention.words import SCHEDULE_OF
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NoSuchSchedule(RuleBroken):
    """A law gives its number, or there is no such schedule."""

    sentence = gettext_noop("How long this is kept is not for the company to choose.")


class NotBeforeTomorrow(RuleBroken):
    """What was counted today stays as it was counted."""

    sentence = gettext_noop("A change holds from tomorrow at the earliest.")


@transaction.atomic
def change_schedule(*, actor: Actor, key: str, years: int, since: date, why: str, now: datetime) -> ReadingChange:
    """Keep papers of one kind longer or shorter from a day on. Raises ReadingNotAllowed below what a law demands."""
    require(actor, Permission.SCHEDULE_CHANGE)

    if key not in SCHEDULE_OF:
        raise NoSuchSchedule
    if since <= clock.day(now):
        raise NotBeforeTomorrow
    change = ReadingChange(key=key, value=years, since=since, why=why, who=actor.person)
    change.save()

    ledger.record(actor, Event.SCHEDULE_CHANGED, None, at=now, schedule=SCHEDULE_OF[key], years=years, since=since)
    return change
