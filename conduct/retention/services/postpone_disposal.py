from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention.models import WAITING, Expiry
from conduct.retention.services._holding import locked_all
from conduct.rules.calendar import add_months
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop

MONTHS = 6


class NothingDue(RuleBroken):
    """No date of disposal is counted for it, or it is proposed already."""

    sentence = gettext_noop("There is no date to postpone: it is not finished, or it is proposed already.")


@transaction.atomic
def postpone_disposal(*, actor: Actor, records: Sequence[Record], now: datetime) -> date:
    """Keep finished records for half a year more, in one act and without a word why. Answers the new day."""
    require(actor, Permission.RECORD_DISPOSE, *records)

    until = add_months(clock.day(now), MONTHS)
    for record in locked_all(records):
        require(actor, Permission.RECORD_DISPOSE, record)
        kept = Expiry.objects.filter(record=record, due_on__isnull=False)
        if record.disposals.filter(WAITING).exists() or not kept.update(postponed_until=until, postponed_by=actor.who):
            raise NothingDue
        ledger.record(actor, Event.DISPOSAL_POSTPONED, record, at=now, until=until)
    return until
