"""What follows when a duty's time passes. Every moment of every duty has exactly one consequence (tested)."""

from datetime import datetime

from cases.queries import is_only_assessed
from cases.services import pass_on_report
from cases.services._opening import give_copies
from conduct import clock
from conduct.access import wall
from conduct.deadlines.consequences import when_passed
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import meet, start_clock
from conduct.handoffs.services._passage import bring_by_system
from conduct.handoffs.services.show_lateness import show_lateness
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, at_work_on, owe
from conduct.people.actor import SYSTEM
from conduct.people.models import Person
from conduct.records.spine import locked
from conduct.rules.vocabulary import Body, DeadlineKind, DeadlineStep

AFTER_TRIAGE = "III ¶1"
UNDETERMINED = "triage passed undetermined"


@when_passed(*((kind, DeadlineStep.REMINDER) for kind in DeadlineKind if kind is not DeadlineKind.COPY_TO_BOSA))
def half_the_time_is_gone(deadline: Deadline, *, now: datetime) -> None:
    """Remind those whose duty it is. The record stays where it is."""
    owe(News.TIME_HALF_GONE, deadline.record, to=whose_duty(deadline, now=now), now=now)


@when_passed((DeadlineKind.COPY_TO_BOSA, DeadlineStep.REMINDER))
def half_the_time_to_the_copy_is_gone(deadline: Deadline, *, now: datetime) -> None:
    """Nothing: reminding anybody would tell the CEO's desk that a copy is coming."""


@when_passed(
    (DeadlineKind.ACKNOWLEDGE, DeadlineStep.DUE),
    (DeadlineKind.OPEN_OR_DECLINE, DeadlineStep.DUE),
    (DeadlineKind.ANSWER, DeadlineStep.DUE),
    (DeadlineKind.FEEDBACK, DeadlineStep.DUE),
    (DeadlineKind.ACT, DeadlineStep.DUE),
)
def not_done_in_time(deadline: Deadline, *, now: datetime) -> None:
    """Tell the desk, and show the lateness to the statutory auditors. Lateness is not jurisdiction: the body stays."""
    owe(News.TIME_PASSED, deadline.record, to=whose_duty(deadline, now=now), now=now)
    show_lateness(actor=SYSTEM, record=deadline.record, deadline=deadline, now=now)


@when_passed((DeadlineKind.RELAY, DeadlineStep.DUE))
def not_passed_on(deadline: Deadline, *, now: datetime) -> None:
    """The supervisor sat on it: the system passes it on, and the lateness is shown."""
    show_lateness(actor=SYSTEM, record=deadline.record, deadline=deadline, now=now)
    pass_on_report(actor=SYSTEM, case=deadline.record.case, now=now)


@when_passed((DeadlineKind.TRIAGE, DeadlineStep.DUE))
def not_triaged(deadline: Deadline, *, now: datetime) -> None:
    """At the CEO's desk an undetermined matter counts as material: the system hands it on to the Board (A4)."""
    record = deadline.record
    show_lateness(actor=SYSTEM, record=record, deadline=deadline, now=now)
    if is_only_assessed(record.case):
        bring_by_system(locked(record.case), Body.BOARD, paragraph=AFTER_TRIAGE, reason=UNDETERMINED, now=now)
    else:
        owe(News.TIME_PASSED, record, to=whose_duty(deadline, now=now), now=now)


@when_passed((DeadlineKind.HAND_ON, DeadlineStep.DUE))
def not_handed_on(deadline: Deadline, *, now: datetime) -> None:
    """The CEO kept what is not his: the statutory auditors see it, and a copy follows (A41, C30)."""
    show_lateness(actor=SYSTEM, record=deadline.record, deadline=deadline, now=now)
    owe(News.TIME_PASSED, deadline.record, to=whose_duty(deadline, now=now), now=now)
    start_clock(deadline.record, DeadlineKind.COPY_TO_BOSA, now=now, since=deadline.due_at)


@when_passed((DeadlineKind.COPY_TO_BOSA, DeadlineStep.DUE))
def copy_goes_to_bosa(deadline: Deadline, *, now: datetime) -> None:
    """The system gives the statutory auditors a copy of what the CEO should have handed on."""
    give_copies(deadline.record, [Body.BOSA], now=now)
    meet(deadline.record, DeadlineKind.COPY_TO_BOSA, actor=SYSTEM, now=now)


@when_passed(*((kind, DeadlineStep.AGAIN) for kind in DeadlineKind))
def still_not_done(deadline: Deadline, *, now: datetime) -> None:
    """As long again has passed: the second escalation, to the desk and to the statutory auditors."""
    owe(News.TIME_PASSED, deadline.record, to=whose_duty(deadline, now=now), now=now)
    owe(News.LATENESS_SHOWN, deadline.record, to=at_the_desk_of(Body.BOSA, clock.day(now)), now=now)


def whose_duty(deadline: Deadline, *, now: datetime) -> list[Person]:
    """The supervisor while the report is with him, else whoever took the case and is still there, else the desk.

    To hand on stays the duty of the CEO and of the delegate, whoever of them took the case (A16).
    """
    case = deadline.record.case
    if Body(deadline.record.body) is Body.SUPERVISOR:
        return [case.relay.supervisor]
    desk = at_work_on(deadline.record, Body(deadline.record.body), clock.day(now))
    desk = wall.not_walled(desk, deadline.record)
    alone = case.handler in desk and DeadlineKind(deadline.kind) is not DeadlineKind.HAND_ON
    return [case.handler] if alone else desk
