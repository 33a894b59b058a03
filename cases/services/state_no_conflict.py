from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access import statements
from conduct.access.check import held, log_of, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor


@transaction.atomic
def state_no_conflict(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Say that one knows of no conflict of interest in a matter (V ¶1). Before that nobody reads it; once is enough.

    Whoever knows of one steps aside instead. So does whoever finds one while reading.
    """
    require(actor, Permission.RECORD_VIEW, case.record)
    case = held(actor, Permission.RECORD_VIEW, case)

    if statements.keep(actor.who, case.record, now=now):
        ledger.record(actor, Event.NO_CONFLICT_STATED, case.record, at=now, domain=log_of(actor, case.record))
    return case
