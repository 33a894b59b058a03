"""Which state may follow which, for each kind of record, and the stage that goes with each state.

A hand-on that finds a matter still `received` leaves its state alone, so `received` to `received` is no move.
"""

from enum import StrEnum

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import CaseState as Case
from conduct.rules.vocabulary import ConsultationState as Consultation
from conduct.rules.vocabulary import DisclosureState as Disclosure
from conduct.rules.vocabulary import Kind, Stage
from conduct.rules.vocabulary import QuestionState as Question
from conduct.rules.vocabulary import WaiverState as Waiver

STATES: dict[Kind, type[StrEnum]] = {
    Kind.REPORT: Case,
    Kind.QUESTION: Question,
    Kind.DISCLOSURE: Disclosure,
    Kind.CONSULTATION: Consultation,
    Kind.WAIVER: Waiver,
}
FIRST: dict[Kind, StrEnum] = {
    Kind.REPORT: Case.RECEIVED,
    Kind.QUESTION: Question.RECEIVED,
    Kind.DISCLOSURE: Disclosure.DRAFT,
    Kind.CONSULTATION: Consultation.RECEIVED,
    Kind.WAIVER: Waiver.REQUESTED,
}
NEXT: dict[type[StrEnum], dict[StrEnum, frozenset[StrEnum]]] = {
    Case: {
        Case.RECEIVED: frozenset({Case.TRIAGE}),
        Case.TRIAGE: frozenset({Case.RECEIVED, Case.INVESTIGATING, Case.CLOSED}),
        Case.INVESTIGATING: frozenset({Case.RECEIVED, Case.FOUND, Case.CLOSED}),
        Case.FOUND: frozenset({Case.RECEIVED, Case.ACTING, Case.CLOSED}),
        Case.ACTING: frozenset({Case.RECEIVED, Case.CLOSED}),
        Case.CLOSED: frozenset({Case.TRIAGE}),
    },
    Question: {
        Question.RECEIVED: frozenset({Question.TRIAGE}),
        Question.TRIAGE: frozenset({Question.RECEIVED, Question.ANSWERED}),
        Question.ANSWERED: frozenset({Question.TRIAGE}),
    },
    Disclosure: {
        Disclosure.DRAFT: frozenset({Disclosure.RECEIVED, Disclosure.ENDED}),
        Disclosure.RECEIVED: frozenset({Disclosure.REVIEW, Disclosure.ENDED}),
        Disclosure.REVIEW: frozenset(
            {Disclosure.RECEIVED, Disclosure.MANAGED, Disclosure.CLEARED, Disclosure.STOPPED, Disclosure.ENDED}
        ),
        Disclosure.MANAGED: frozenset({Disclosure.REVIEW, Disclosure.ENDED}),
        Disclosure.CLEARED: frozenset({Disclosure.REVIEW, Disclosure.ENDED}),
        Disclosure.STOPPED: frozenset({Disclosure.REVIEW, Disclosure.ENDED}),
        Disclosure.ENDED: frozenset({Disclosure.REVIEW}),
    },
    Consultation: {
        Consultation.RECEIVED: frozenset({Consultation.REVIEW, Consultation.WITHDRAWN, Consultation.EXPIRED}),
        Consultation.REVIEW: frozenset(
            {Consultation.RECEIVED, Consultation.ANSWERED, Consultation.WITHDRAWN, Consultation.EXPIRED}
        ),
        Consultation.ANSWERED: frozenset({Consultation.REVIEW, Consultation.EXPIRED}),
        Consultation.WITHDRAWN: frozenset(),
        Consultation.EXPIRED: frozenset(),
    },
    Waiver: {
        Waiver.REQUESTED: frozenset(
            {Waiver.CONSULTING, Waiver.DECIDING, Waiver.REFUSED, Waiver.WITHDRAWN, Waiver.LAPSED}
        ),
        Waiver.CONSULTING: frozenset({Waiver.REQUESTED, Waiver.DECIDING, Waiver.WITHDRAWN, Waiver.LAPSED}),
        Waiver.DECIDING: frozenset(
            {Waiver.REQUESTED, Waiver.CONSULTING, Waiver.GRANTED, Waiver.REFUSED, Waiver.WITHDRAWN, Waiver.LAPSED}
        ),
        Waiver.GRANTED: frozenset({Waiver.PUBLISHED, Waiver.REVOKED, Waiver.ENDED}),
        Waiver.PUBLISHED: frozenset({Waiver.REVOKED, Waiver.ENDED}),
        Waiver.REFUSED: frozenset(),
        Waiver.WITHDRAWN: frozenset(),
        Waiver.LAPSED: frozenset(),
        Waiver.REVOKED: frozenset(),
        Waiver.ENDED: frozenset(),
    },
}
STAGE: dict[type[StrEnum], dict[StrEnum, Stage]] = {
    Case: {
        Case.RECEIVED: Stage.RECEIVED,
        Case.TRIAGE: Stage.ASSESSING,
        Case.INVESTIGATING: Stage.ADDRESSING,
        Case.FOUND: Stage.ADDRESSING,
        Case.ACTING: Stage.ADDRESSING,
        Case.CLOSED: Stage.CONCLUDED,
    },
    Question: {
        Question.RECEIVED: Stage.RECEIVED,
        Question.TRIAGE: Stage.ASSESSING,
        Question.ANSWERED: Stage.CONCLUDED,
    },
    Disclosure: {
        Disclosure.DRAFT: Stage.RECEIVED,
        Disclosure.RECEIVED: Stage.RECEIVED,
        Disclosure.REVIEW: Stage.ASSESSING,
        Disclosure.MANAGED: Stage.CONCLUDED,
        Disclosure.CLEARED: Stage.CONCLUDED,
        Disclosure.STOPPED: Stage.CONCLUDED,
        Disclosure.ENDED: Stage.CONCLUDED,
    },
    Consultation: {
        Consultation.RECEIVED: Stage.RECEIVED,
        Consultation.REVIEW: Stage.ASSESSING,
        Consultation.ANSWERED: Stage.CONCLUDED,
        Consultation.WITHDRAWN: Stage.CONCLUDED,
        Consultation.EXPIRED: Stage.CONCLUDED,
    },
    Waiver: {
        Waiver.REQUESTED: Stage.RECEIVED,
        Waiver.CONSULTING: Stage.ASSESSING,
        Waiver.DECIDING: Stage.ADDRESSING,
        Waiver.GRANTED: Stage.ADDRESSING,
        Waiver.PUBLISHED: Stage.CONCLUDED,
        Waiver.REFUSED: Stage.CONCLUDED,
        Waiver.WITHDRAWN: Stage.CONCLUDED,
        Waiver.LAPSED: Stage.CONCLUDED,
        Waiver.REVOKED: Stage.CONCLUDED,
        Waiver.ENDED: Stage.CONCLUDED,
    },
}


class ForbiddenMove(RuleBroken):
    """The lifecycle does not allow this change of state."""

    sentence = gettext_noop("It is now “{current}” and cannot become “{wanted}” from there.")


def check_move(current: StrEnum, wanted: StrEnum) -> None:
    """Refuse with `ForbiddenMove` what the table does not list; states of another kind are never listed."""
    if type(wanted) is not type(current) or wanted not in NEXT[type(current)][current]:
        raise ForbiddenMove(current=current, wanted=wanted)


def stage(state: StrEnum) -> Stage:
    """The stage, the same four words for every kind, that goes with a state."""
    return STAGE[type(state)][state]
