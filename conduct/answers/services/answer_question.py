from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.answers.models import Answer, WaiverNeed
from conduct.answers.queries import newer_than, shown_to
from conduct.answers.reply import Reply
from conduct.answers.services import _outcome as outcome
from conduct.answers.services._asker import tell_the_asker
from conduct.answers.services._competence import check_may_answer
from conduct.answers.services._paragraphs import check_known
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import stop_all
from conduct.notices.news import News
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.records.spine import move
from conduct.rules.disclosures import becomes_waiver_request
from conduct.rules.vocabulary import Body, QuestionState
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def answer_question(*, actor: Actor, case: Case, reply: Reply, now: datetime) -> Case:
    """Answer a question as the body that may interpret the Code (III ¶1), after the precedents were shown.

    An answer that would permit a departure is refused as an answer: the question is held for a waiver (A22).
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_answer(actor, case, now=now)
    check_known(case.record, reply.paragraphs)
    check_precedents(actor, case, reply)

    if becomes_waiver_request(permits_departure=reply.departs, under=readings_on(clock.day(now))):
        outcome.hold_for_waiver(actor, case, reply, now=now)
        event = Event.WAIVER_NEEDED
    else:
        give(actor, case, reply, now=now)
        event = Event.QUESTION_ANSWERED
    tell_the_asker(News.QUESTION_ANSWERED, case.record, now=now)

    ledger.record(actor, event, case.record, at=now, body=Body(case.record.body))
    return case


def check_precedents(actor: Actor, case: Case, reply: Reply) -> None:
    """Raises NotShown before they were shown, or when a new one has come since; NoReason for differing without one."""
    shown = shown_to(actor.who, case.record, reply.paragraphs)
    if shown is None or newer_than(actor, shown, reply.paragraphs, version=case.record.code_version):
        raise outcome.NotShown
    if reply.differs and not reply.why_differs.strip():
        raise outcome.NoReason


def give(actor: Actor, case: Case, reply: Reply, *, now: datetime) -> None:
    """The answer itself, which ends every time that runs on the question."""
    why = vault.seal(case.record, Sealed.REASON, reply.why_differs, now=now) if reply.differs else None
    Answer.objects.create(
        record=case.record,
        body=case.record.body,
        paragraphs=list(reply.paragraphs),
        text=vault.seal(case.record, Sealed.ANSWER, reply.told_text(), now=now),
        differs=why,
        answered_by=actor.who,
        answered_at=now,
    )
    WaiverNeed.objects.filter(record=case.record, ended_at=None).update(ended_at=now)
    move(case, QuestionState.ANSWERED)
    stop_all(case.record, actor=actor, now=now)
