from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.queries import is_only_assessed
from cases.services._clocks import start_answer_clock
from cases.services._competence import check_not_owed
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet
from conduct.people.actor import Actor
from conduct.records.spine import put
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import CaseState, DeadlineKind, Kind, QuestionState
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NoQuestion(RuleBroken):
    """Only a report that is being assessed can turn out to be a question."""

    sentence = gettext_noop("Only a report that is being assessed can become a question.")


@transaction.atomic
def make_question(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Find that a report only asks what the Code means (III ¶2, M12). The body stays; the protection stays too.

    At the CEO's desk that does not settle its weight: until two people have, nobody answers it there (A4).
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    if case.record.kind != Kind.REPORT or case.state != CaseState.TRIAGE:
        raise NoQuestion
    check_not_owed(case)

    case.was_report = True
    case.save(update_fields=["was_report"])
    case.record.kind = Kind.QUESTION.value
    case.record.save(update_fields=["kind"])
    put(case, QuestionState.TRIAGE)
    vault.seal(case.record, Sealed.REASON, reason, now=now)
    if not is_only_assessed(case):
        meet(case.record, DeadlineKind.TRIAGE, actor=actor, now=now)
    meet(case.record, DeadlineKind.OPEN_OR_DECLINE, actor=actor, now=now)
    start_answer_clock(case.record, now=now)

    ledger.record(actor, Event.RECORD_BECAME_QUESTION, case.record, at=now)
    return case
