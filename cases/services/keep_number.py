from datetime import datetime

from django.db import transaction

from cases.models import Case, KeptNumber
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import REPORTER, Actor


@transaction.atomic
def keep_number(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Put a named report into the reporter's own list, because the reporter asked for it after a plain warning."""
    require(actor, Permission.REPORT_FILE)

    KeptNumber.objects.get_or_create(record=case.record, defaults={"person": actor.who, "kept_at": now})

    ledger.record(REPORTER, Event.NUMBER_KEPT, None, at=now, domain=Domain.SYSTEM)
    return case
