"""What stands open about the answer to a question: everything on which a button depends."""

from dataclasses import dataclass
from datetime import datetime

from cases.models import Case
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.answers.models import Interpretation
from conduct.answers.queries import answers_on, proposal_on, waiver_need_of
from conduct.answers.services._competence import may_answer
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Kind, QuestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """`holds`: the last answer has not lapsed. `waits`: a wording waits, `is_asked`: for this reader."""

    may_answer: bool = False
    holds: bool = False
    is_public: bool = False
    was_withdrawn: bool = False
    waits: bool = False
    is_asked: bool = False
    needs_waiver: bool = False


NOTHING = Signs()


def signs_of(actor: Actor, case: Case, *, now: datetime) -> Signs:
    """Nothing for what is no question."""
    if case.record.kind != Kind.QUESTION:
        return NOTHING
    last = answers_on(actor, case.record).first()
    public = Interpretation.objects.filter(answer=last).first() if last else None
    waiting = proposal_on(actor, case.record)
    return Signs(
        may_answer=case.state == QuestionState.TRIAGE and may_answer(actor, case.record, now=now),
        holds=last is not None and last.lapsed_at is None,
        is_public=public is not None and public.withdrawn_on is None,
        was_withdrawn=public is not None and public.withdrawn_on is not None,
        waits=waiting is not None,
        is_asked=waiting is not None and is_asked(actor, case, waiting.proposed_by_id, waiting.second_person_id),
        needs_waiver=waiver_need_of(case.record) is not None,
    )


def is_asked(actor: Actor, case: Case, proposer: object, second: object) -> bool:
    """Whether this reader is the second person, or another member of the board."""
    who = actor.who.pk
    if who == proposer or second not in {None, who}:
        return False
    return can(actor, Permission.RECORD_CONFIRM if second else Permission.RECORD_WORK, case.record)
