"""Which body may answer, asked of the kept ruling and of the record as it stands now."""

from datetime import datetime

from cases.models import Case
from cases.services._competence import check_not_owed
from cases.services._desk import desk_of
from conduct.access import wall
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.rules.answering import interpreter
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Authority, Body, Kind, QuestionState
from conduct.rulings.services import answers_of


class NotYoursToAnswer(RuleBroken):
    """Another body may interpret the Code here, or none; an employee's question first needs two people (A4)."""

    sentence = gettext_noop("This desk may not interpret the Code here. Assess the question first, or hand it on.")


class NoOpenQuestion(RuleBroken):
    """Only a question that somebody has taken is answered."""

    sentence = gettext_noop("Only a question that was taken up and is not answered yet can be answered.")


def answering_body(actor: Actor, record: Record, *, now: datetime) -> Body | None:
    """The desk of the body that may interpret, or of whoever stands in for it. None: nobody, or sealed."""
    routed = answers_of(actor, [record]).get(record.pk)
    if routed is None:
        return None
    lead, provisional = Authority(routed.answer["lead"]), bool(routed.answer["provisional"])
    authority = interpreter(lead, provisional=provisional, settled=not record.provisional)
    return desk_of(authority, wall.people_behind(record), now=now) if authority else None


def may_answer(actor: Actor, record: Record, *, now: datetime) -> bool:
    """Whether the body that holds the record is the one. At the CEO's desk an open weight shuts that (A4)."""
    body = Body(record.body)
    if body is Body.CEO and record.provisional:
        return False
    return answering_body(actor, record, now=now) is body


def check_may_answer(actor: Actor, case: Case, *, now: datetime) -> None:
    """Raises NoOpenQuestion, MustBeHandedOn or NotYoursToAnswer."""
    if case.record.kind != Kind.QUESTION or case.state != QuestionState.TRIAGE:
        raise NoOpenQuestion
    check_not_owed(case)
    if not may_answer(actor, case.record, now=now):
        raise NotYoursToAnswer
