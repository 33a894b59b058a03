from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.protection.models import Designation


@transaction.atomic
def end_designation(*, actor: Actor, designation: Designation, now: datetime) -> Designation:
    """Take a designation back from today on, as a statutory auditor. What was seen under it stays secret (Art. 12)."""
    require(actor, Permission.DESIGNATE)
    designation = Designation.objects.select_for_update().get(pk=designation.pk)

    if designation.ended_on is None:
        designation.ended_on, designation.ended_by = clock.day(now), actor.who
        designation.save(update_fields=["ended_on", "ended_by"])
        ledger.record(actor, Event.DESIGNATION_ENDED, None, at=now, domain=Domain.BOSA, of=designation.pk)
    return designation
