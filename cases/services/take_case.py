from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet, start_clock
from conduct.people.actor import Actor
from conduct.records.spine import move
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import CaseState, DeadlineKind, Kind, QuestionState, Stage

TRIAGE = {Kind.REPORT: CaseState.TRIAGE, Kind.QUESTION: QuestionState.TRIAGE}


class NothingToTake(RuleBroken):
    """Nothing runs on a finished matter, so nobody can take it up as it stands."""

    sentence = gettext_noop("This matter is finished. Open it again before you take it.")


@transaction.atomic
def take_case(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Take a case to look at it. The reporter is told that it has been read; the time for feedback begins."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    if case.record.stage == Stage.CONCLUDED:
        raise NothingToTake
    if case.handler_id == actor.who.pk:
        return case

    if case.state == CaseState.RECEIVED:
        move(case, TRIAGE[Kind(case.record.kind)])
    case.handler = actor.person
    case.save(update_fields=["handler"])
    meet(case.record, DeadlineKind.ACKNOWLEDGE, actor=actor, now=now)
    start_clock(case.record, DeadlineKind.FEEDBACK, now=now)

    ledger.record(actor, Event.RECORD_TAKEN, case.record, at=now)
    return case
