"""What moving a record between bodies does, whoever moves it and whatever it is."""

from datetime import datetime

from cases.models import Case
from cases.services._clocks import start_to_open
from cases.services._keeping import end_keeping
from conduct import clock
from conduct.access import wall
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet, start_clock
from conduct.handoffs.models import WAITING, HandOff
from conduct.handoffs.moves import MOVED
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe_body
from conduct.people.actor import SYSTEM, Actor
from conduct.records.models import Record
from conduct.records.spine import move, place
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind, Kind, QuestionState
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NobodyThere(RuleBroken):
    """Whoever sits at that desk has stepped aside, is concerned, or the post is empty."""

    sentence = gettext_noop("Nobody at this desk can take it: {body}. Choose another body.")


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
    end_keeping(case, now=now)
    for follow in MOVED:
        follow(case, now=now)
    place(case.record, body, provisional=case.record.provisional)
    for kind in ENDED_BY_HANDING_ON:
        meet(case.record, kind, actor=actor, now=now)
    start_clock(case.record, DeadlineKind.TRIAGE, now=now)
    if body is not Body.CEO:
        start_to_open(case.record, now=now)


def bring_by_system(case: Case, body: Body, *, paragraph: str, reason: str, now: datetime) -> None:
    """The system hands on what nobody at its desk does. What was still on its way there counts as arrived."""
    origin = Body(case.record.body)
    sealed = vault.seal(case.record, Sealed.REASON, reason, now=now)
    case.record.handoffs.filter(WAITING).update(received_at=now)
    ends = {"origin": origin.value, "body": body.value}
    HandOff.objects.create(record=case.record, paragraph=paragraph, reason=sealed, handed_at=now, **ends)
    ledger.record(SYSTEM, Event.RECORD_HANDED_ON, case.record, at=now, origin=origin, body=body)
    bring(case, body, actor=SYSTEM, now=now)
    owe_body(News.RECORD_ARRIVED, case.record, body=body, now=now)


def check_somebody_there(record: Record, body: Body, *, now: datetime) -> None:
    """Raises NobodyThere where everybody at that desk is walled off from the record, so that none would ever see it."""
    if not wall.not_walled(at_the_desk_of(body, clock.day(now)), record):
        raise NobodyThere(body=body)
