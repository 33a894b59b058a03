"""Starting, meeting and passing. `keep_next_due` is the only writer of Record.next_due_at."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Min

from conduct import clock
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.deadlines.consequences import CONSEQUENCES
from conduct.deadlines.models import Deadline
from conduct.people.actor import SYSTEM, Actor
from conduct.provisions.queries import calendars, readings_on
from conduct.records.models import Record
from conduct.rules import clocks
from conduct.rules.vocabulary import DeadlineKind, DeadlineStep
from conduct.rulings.services import Question, keep

LATER = timedelta(hours=1)
HIDDEN = frozenset({DeadlineKind.COPY_TO_BOSA})


def start_clock(
    record: Record,
    kind: DeadlineKind,
    *,
    now: datetime,
    since: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
) -> Deadline | None:
    """Start a duty's time at `since` (default: now) and keep the computation. None where the clock is off.

    The reminder stands at half of the time. A duty that already runs is left as it is.
    """
    if running := record.deadlines.owed().filter(kind=kind.value).first():
        return running
    start = since or now
    under = readings_on(clock.day(now))
    decision = clocks.due(clocks.CLOCK_OF[kind], start=start, facts=facts or {}, calendars=calendars(), under=under)
    due_at = decision.answer.at
    answer = {"clock": clocks.CLOCK_OF[kind], "due": due_at.isoformat() if due_at else "", "duty": kind.value}
    ruling = keep(record, Question.CLOCK, decision, answer=answer, now=now)
    if due_at is None:
        return None
    began = _began(start, due_at, facts or {})
    moments = {DeadlineStep.REMINDER: began + (due_at - began) / 2, DeadlineStep.DUE: due_at}
    since_then = {"started_at": began, "computation_id": ruling.pk}
    rows = [_row(record, kind, step, due_at=at, **since_then) for step, at in moments.items() if at > now]
    rows = rows or [_row(record, kind, DeadlineStep.DUE, due_at=due_at, **since_then)]
    Deadline.objects.bulk_create(rows)
    keep_next_due(record)
    ledger.record(SYSTEM, Event.DEADLINE_STARTED, record, at=now, domain=log_of(kind), duty=kind, due=clock.day(due_at))
    return rows[-1]


def _began(start: datetime, due_at: datetime, facts: Mapping[str, Any]) -> datetime:
    """Since when the time runs: since the first receipt, where its outer bound passed before the duty began (C15)."""
    return start if start < due_at else facts["first_received"]


def _row(record: Record, kind: DeadlineKind, step: DeadlineStep, *, due_at: datetime, **more: Any) -> Deadline:
    return Deadline(record=record, kind=kind.value, step=step.value, due_at=due_at, try_at=due_at, **more)


def meet(record: Record, kind: DeadlineKind, *, actor: Actor, now: datetime) -> None:
    """The duty was fulfilled. What has already passed stays passed; what is still open of it ends."""
    duty = record.deadlines.filter(kind=kind.value, settled_at=None)
    met = duty.open().update(met_at=now, settled_at=now)
    late = duty.update(settled_at=now)
    if met or late:
        keep_next_due(record)
        ledger.record(actor, Event.DEADLINE_MET, record, at=now, domain=log_of(kind), duty=kind)


def log_of(kind: DeadlineKind) -> Domain | None:
    """That a copy goes to the statutory auditors stands in their log alone; every other duty in its body's own."""
    return Domain.BOSA if kind in HIDDEN else None


def is_owed(record: Record, kind: DeadlineKind) -> bool:
    """Whether this duty has begun on the record and nobody has fulfilled it, in time or late."""
    return record.deadlines.owed().filter(kind=kind.value).exists()


def stop_all(record: Record, *, actor: Actor, now: datetime) -> None:
    """The record is concluded: nothing on it runs any longer."""
    kinds = record.deadlines.filter(settled_at=None).order_by("kind").values_list("kind", flat=True).distinct()
    for kind in list(kinds):
        meet(record, DeadlineKind(kind), actor=actor, now=now)


@transaction.atomic
def pass_deadline(deadline_id: int, *, now: datetime) -> bool:
    """Let one deadline pass, once. False when it was not due any more, or another worker got there first."""
    record = Record.objects.select_for_update(no_key=True, of=("self",)).get(deadlines=deadline_id)
    if not Deadline.objects.due(now).filter(pk=deadline_id).update(passed_at=now):
        return False
    deadline = Deadline.objects.select_related("record").get(pk=deadline_id)
    kind, step = DeadlineKind(deadline.kind), DeadlineStep(deadline.step)
    if step is DeadlineStep.DUE:
        _once_more(deadline)
    keep_next_due(deadline.record)
    ledger.record(SYSTEM, Event.DEADLINE_PASSED, record, at=now, domain=log_of(kind), duty=kind, step=step)
    CONSEQUENCES[kind, step](deadline, now=now)
    return True


def _once_more(deadline: Deadline) -> None:
    """After as long again the duty, if it is still not fulfilled, is escalated a second time."""
    again = deadline.due_at + (deadline.due_at - deadline.started_at)
    since_then = {"started_at": deadline.started_at, "computation_id": deadline.computation_id}
    _row(deadline.record, DeadlineKind(deadline.kind), DeadlineStep.AGAIN, due_at=again, **since_then).save()


def put_off(deadline_id: int, *, now: datetime) -> None:
    """A deadline whose consequence failed is tried again later, so that it cannot hold up the others."""
    Deadline.objects.open().filter(pk=deadline_id).update(try_at=now + LATER)


def keep_next_due(record: Record) -> None:
    """The record repeats the earliest due time that is still owed, so that a queue is one index scan."""
    record.next_due_at = record.deadlines.owed().aggregate(earliest=Min("due_at"))["earliest"]
    record.save(update_fields=["next_due_at"])
