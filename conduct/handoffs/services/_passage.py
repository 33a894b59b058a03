"""What moving a record between bodies does, whoever moves it and whatever it is."""

from datetime import datetime

from cases.models import Case
from conduct.deadlines.services import meet, start_clock
from conduct.people.actor import Actor
from conduct.records.spine import move, place
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind, Kind, QuestionState

RECEIVED = {Kind.REPORT: CaseState.RECEIVED, Kind.QUESTION: QuestionState.RECEIVED}
ENDED_BY_HANDING_ON = (
    DeadlineKind.HAND_ON,
    DeadlineKind.COPY_TO_BOSA,
    DeadlineKind.TRIAGE,
    DeadlineKind.OPEN_OR_DECLINE,
)


def bring(case: Case, body: Body, *, actor: Actor, now: datetime) -> None:
    """Put a case before another body: nobody has it in hand there yet, and that body's time begins.

    The reporter's promised dates run on. What the old body owed ends here; whether it was in time is on record.
    """
    fresh = RECEIVED[Kind(case.record.kind)]
    if case.state != fresh:
        move(case, fresh)
    case.handler = None
    case.save(update_fields=["handler"])
    place(case.record, body, provisional=case.record.provisional)
    for kind in ENDED_BY_HANDING_ON:
        meet(case.record, kind, actor=actor, now=now)
    start_clock(case.record, DeadlineKind.TRIAGE, now=now)
    if body is not Body.CEO and case.record.kind == Kind.REPORT:
        facts = {"first_received": case.record.opened_at}
        start_clock(case.record, DeadlineKind.OPEN_OR_DECLINE, now=now, facts=facts)
