from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention.counting import why_not
from conduct.retention.facts import facts_of
from conduct.retention.models import Disposal, Expiry, Tombstone, Warrant
from conduct.retention.services._holding import locked_all
from conduct.retention.services._seconds import let_go
from conduct.retention.words import Schedule, Why
from conduct.vault import destruction


@transaction.atomic
def dispose(*, actor: Actor, row: Disposal, now: datetime) -> Disposal:
    """Carry out what two people agreed on: destroy the content for good, leave a tombstone. Looks once more first.

    What stands against it by now stops the row, and the row says why. Safe to call twice.
    """
    require(actor, Permission.RECORD_DISPOSE, row.record)

    (record,) = locked_all([row.record])
    row = Disposal.objects.select_related("record", "second_person").get(pk=row.pk)
    if not Disposal.objects.to_do().filter(pk=row.pk).exists():
        return row
    if why := why_not(record, now=now, proposed=True):
        return stop(actor, row, why, now=now)

    row.disposed_at = now
    row.save(update_fields=["disposed_at"])
    approvers = {"proposed_by": row.proposed_by, "confirmed_by": row.confirmed_by}
    Warrant.objects.create(record=record, disposal=row, given_at=now, **approvers)
    digest = destruction.destroy_record(record, now=now)
    set_stone(record, row, digest, now=now)
    let_go([row.second_person], record)
    ledger.record(actor, Event.RECORD_DISPOSED, record, at=now, schedule=Schedule(row.paper), content=digest)
    return row


def stop(actor: Actor, row: Disposal, why: Why, *, now: datetime) -> Disposal:
    row.stopped, row.stopped_at = why.value, now
    row.save(update_fields=["stopped", "stopped_at"])
    let_go([row.second_person], row.record)
    ledger.record(actor, Event.DISPOSAL_STOPPED, row.record, at=now, why=why)
    return row


def set_stone(record: Record, row: Disposal, digest: bytes, *, now: datetime) -> None:
    facts = facts_of([record])[record.pk]
    assert facts.closed_on is not None  # what is open was stopped before
    Tombstone.objects.create(
        record=record,
        kind=record.kind,
        body=record.body,
        opened_on=clock.day(record.opened_at),
        closed_on=facts.closed_on,
        paper=row.paper,
        due_on=row.due_on,
        proposed_by=row.proposed_by,
        confirmed_by=row.confirmed_by,
        disposed_at=now,
        digest=digest,
    )
    record.disposed_at = now
    record.save(update_fields=["disposed_at"])
    Expiry.objects.filter(record=record).delete()
