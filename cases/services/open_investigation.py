from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services._competence import check_may_decide
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet
from conduct.people.actor import Actor
from conduct.records.spine import move
from conduct.rules.vocabulary import CaseState, DeadlineKind


@transaction.atomic
def open_investigation(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Open an investigation as the competent body (III ¶4). Ends the time to open or decline (C15) and to triage."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_decide(case)

    move(case, CaseState.INVESTIGATING)
    meet(case.record, DeadlineKind.TRIAGE, actor=actor, now=now)
    meet(case.record, DeadlineKind.OPEN_OR_DECLINE, actor=actor, now=now)

    ledger.record(actor, Event.INVESTIGATION_OPENED, case.record, at=now)
    return case
