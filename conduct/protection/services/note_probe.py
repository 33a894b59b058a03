from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.protection.models import Probe
from conduct.records.models import Record
from conduct.rules.vocabulary import Seeking


@transaction.atomic
def note_probe(*, actor: Actor, how: Seeking, record: Record | None = None, now: datetime) -> Probe:
    """Write down an attempt to find out who told us, in the log of the statutory auditors and beside no record.

    Whoever made it reads nothing of it anywhere, not even as a statutory auditor.
    """
    require(actor, Permission.REPORT_FILE)

    seen = {"how": how.value, "record": record, "person": actor.person}
    probe = Probe.objects.create(**seen, on=clock.day(now), tried_at=now)

    ledger.record(actor, Event.IDENTITY_SOUGHT, None, at=now, domain=Domain.BOSA, how=how)
    return probe
