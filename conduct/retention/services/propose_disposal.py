from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention.counting import kept, why_not
from conduct.retention.models import Batch, Disposal
from conduct.retention.services._holding import locked_all
from conduct.retention.services._seconds import ask_second
from conduct.retention.words import SENTENCES, Why
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence


class StaysFor(RuleBroken):
    """Something keeps this record; the sentence says what."""

    sentence = gettext_noop("{reference} cannot be proposed now.")

    def __init__(self, record: Record, why: Why) -> None:
        super().__init__(reference=record.reference)
        self.why = why
        self.told = Sentence(SENTENCES[why])


class OneBodyAtATime(RuleBroken):
    """A batch is one desk's."""

    sentence = gettext_noop("Records of different desks are proposed apart.")


@transaction.atomic
def propose_disposal(*, actor: Actor, records: Sequence[Record], now: datetime) -> Batch:
    """Propose that finished records be disposed of whose time has ended. Nothing goes before a second person agrees."""
    require(actor, Permission.RECORD_DISPOSE, *records)

    found = locked_all(records)
    require(actor, Permission.RECORD_DISPOSE, *found)
    if len({record.body for record in found}) > 1:
        raise OneBodyAtATime
    batch = Batch.objects.create(body=found[0].body, proposed_by=actor.who, proposed_at=now)
    for record in found:
        if why := why_not(record, now=now):
            raise StaysFor(record, why)
        propose_one(actor, batch, record, now=now)
    return batch


def propose_one(actor: Actor, batch: Batch, record: Record, *, now: datetime) -> None:
    until = kept(record, day=clock.day(now)).answer
    assert until.until is not None  # what has no end was refused before
    second = ask_second(actor, record, now=now)
    Disposal.objects.create(
        batch=batch, record=record, paper=until.paper, due_on=until.until, proposed_by=actor.who, second_person=second
    )
    ledger.record(actor, Event.DISPOSAL_PROPOSED, record, at=now)
