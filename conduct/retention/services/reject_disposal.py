from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.retention.models import Disposal
from conduct.retention.services._seconds import let_go
from conduct.retention.services.confirm_disposal import waiting


@transaction.atomic
def reject_disposal(*, actor: Actor, rows: Sequence[Disposal], now: datetime) -> list[Disposal]:
    """Take records out of a batch: they stay. Whoever proposed them may do so as well; the other rows stay valid."""
    require(actor, Permission.RECORD_RELEASE, *(row.record for row in rows))

    rows = waiting(rows)
    require(actor, Permission.RECORD_RELEASE, *(row.record for row in rows))
    for row in rows:
        if actor.who.pk != row.proposed_by_id and row.second_person_id not in (None, actor.who.pk):
            raise PermissionDenied
        row.rejected_by, row.rejected_at = actor.who, now
        row.save(update_fields=["rejected_by", "rejected_at"])
        let_go([row.second_person], row.record)
        ledger.record(actor, Event.DISPOSAL_REJECTED, row.record, at=now)
    return rows
