from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.retention.models import Disposal
from conduct.retention.services._holding import locked_all
from conduct.retention.services._seconds import check_second
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NothingWaits(RuleBroken):
    """None of the rows waits for an answer any more."""

    sentence = gettext_noop("This was answered already. Perhaps a colleague was faster.")


@transaction.atomic
def confirm_disposal(*, actor: Actor, rows: Sequence[Disposal], now: datetime) -> list[Disposal]:
    """Agree as second person that these records of a batch are disposed of. The other rows wait on."""
    require(actor, Permission.RECORD_RELEASE, *(row.record for row in rows))

    rows = waiting(rows)
    require(actor, Permission.RECORD_RELEASE, *(row.record for row in rows))
    for row in rows:
        check_second(actor, asked_by=row.proposed_by_id, named=row.second_person_id)
        row.confirmed_by, row.confirmed_at = actor.who, now
        row.save(update_fields=["confirmed_by", "confirmed_at"])
        ledger.record(actor, Event.DISPOSAL_CONFIRMED, row.record, at=now)
    return rows


def waiting(rows: Sequence[Disposal]) -> list[Disposal]:
    """These rows, read again under the locks of their records. Raises NothingWaits where one was answered."""
    locked_all(row.record for row in rows)
    found = Disposal.objects.waiting().filter(pk__in=[row.pk for row in rows])
    still = list(found.select_related("record", "second_person").order_by("record_id"))
    if len(still) != len(rows):
        raise NothingWaits
    return still
