from datetime import datetime

from django.db import transaction
from django.db.models import F

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.protection.models import Probe
from conduct.rules.vocabulary import Seeking

FROM_HERE_ON = 5  # wrong numbers of one day that could exist: a slip of the finger is caught by the check digit


@transaction.atomic
def note_wrong_number(*, actor: Actor, now: datetime) -> Probe:
    """Count a well-formed number that opens nothing. From the fifth of a day on the statutory auditors see one entry.

    Nothing is kept of the number, the device or the network.
    """
    require(actor, Permission.REPORT_FILE)

    kept = {"how": Seeking.WRONG_NUMBERS.value, "on": clock.day(now)}
    probe, first = Probe.objects.get_or_create(**kept, defaults={"tried_at": now})
    if not first:
        Probe.objects.filter(pk=probe.pk).update(times=F("times") + 1, tried_at=now)
        probe.refresh_from_db()
    if probe.times == FROM_HERE_ON:
        how = Seeking.WRONG_NUMBERS
        ledger.record(actor, Event.IDENTITY_SOUGHT, None, at=now, domain=Domain.BOSA, how=how)
    return probe
