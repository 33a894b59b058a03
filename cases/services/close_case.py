from datetime import datetime

from django.db import transaction

from cases.models import Case, Closing
from cases.services._closing import check_settled
from cases.services._competence import check_may_decide
from cases.services._keeping import end_keeping
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import stop_all
from conduct.people.actor import Actor
from conduct.records.spine import move
from conduct.rules.vocabulary import CaseState, Kind, QuestionState
from conduct.vault import vault
from conduct.vault.kinds import Sealed

CLOSED = {Kind.REPORT: CaseState.CLOSED, Kind.QUESTION: QuestionState.ANSWERED}


@transaction.atomic
def close_case(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Close a report, or declare a question answered, with a reason. Not while another body may be competent (A4)."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_decide(case)
    check_settled(case)

    move(case, CLOSED[Kind(case.record.kind)])
    sealed = vault.seal(case.record, Sealed.REASON, reason, now=now)
    Closing.objects.create(case=case, reason=sealed, closed_by=actor.who, closed_at=now)
    end_keeping(case, now=now)
    stop_all(case.record, actor=actor, now=now)

    ledger.record(actor, Event.RECORD_CLOSED, case.record, at=now)
    return case
