from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention.models import Hold
from conduct.retention.services._holding import locked_all
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def place_hold(*, actor: Actor, records: Sequence[Record], reason: str, now: datetime) -> list[Hold]:
    """Place a legal hold on one record or on several in one act, with a sealed reason. Nobody sees more by it."""
    require(actor, Permission.RECORD_HOLD, *records)

    order, holds = uuid4(), list[Hold]()
    for record in locked_all(records):
        require(actor, Permission.RECORD_HOLD, record)
        sealed = vault.seal(record, Sealed.REASON, reason, now=now)
        whose = {"placed_by": actor.who, "placed_at": now}
        holds.append(Hold.objects.create(order=order, record=record, reason=sealed, **whose))
        ledger.record(actor, Event.HOLD_PLACED, record, at=now)
    return holds
