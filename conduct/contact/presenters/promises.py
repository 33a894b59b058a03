"""What the sender may expect by when, and how far it is. Days only; the outer day, never a hope."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conduct import clock
from conduct.provisions.queries import calendars, readings_on
from conduct.records.models import Record
from conduct.rules import clocks
from conduct.rules.vocabulary import Body, DeadlineKind, Kind, Stage

WITH = {
    Body.SUPERVISOR: gettext_lazy("your supervisor, who must pass it on"),
    Body.CEO: gettext_lazy("the CEO's desk"),
    Body.BOARD: gettext_lazy("the Board of Directors"),
    Body.BOSA: gettext_lazy("the Board of Statutory Auditors"),
    Body.OUTSIDE_CODE: gettext_lazy("the company's management"),
}
STEPS = {
    Stage.RECEIVED: gettext_lazy("Received"),
    Stage.ASSESSING: gettext_lazy("Read"),
    Stage.ADDRESSING: gettext_lazy("Looking into it"),
    Stage.CONCLUDED: gettext_lazy("Finished"),
}


@dataclass(frozen=True, slots=True)
class Promise:
    """A day, what happens until then, and since when it has been done."""

    on: date
    text: str
    done_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands: the four steps and who has it."""

    steps: list[dict[str, object]]
    stage: str
    body: str
    received_on: date
    is_question: bool


def promises(record: Record, *, now: datetime) -> list[Promise]:
    """What is told on the receipt and stays on the page: read by, answered by."""
    read_by = acknowledged_by(record)
    told_by = answered_by(record, read_by)
    return [
        promise(record, DeadlineKind.ACKNOWLEDGE, read_by, _("You see here by then that it was read."), now=now),
        promise(record, DeadlineKind.FEEDBACK, told_by, answer_words(record), now=now),
    ]


def promise(record: Record, kind: DeadlineKind, by: datetime, text: str, *, now: datetime) -> Promise:
    """Done where the duty was done; late where it was not by that day, unless all is finished."""
    on, done_at = clock.day(by), done(record, kind)
    done_on = clock.day(done_at) if done_at else None
    ends_on = done_on or (on if record.stage == Stage.CONCLUDED else clock.day(now))
    return Promise(on, text, done_on, is_late=ends_on > on)


def standing(record: Record) -> Standing:
    stage = Stage(record.stage)
    return Standing(
        steps=stepped(record, stage),
        stage=str(STEPS[stage]),
        body=str(WITH[Body(record.body)]),
        received_on=clock.day(record.opened_at),
        is_question=record.kind == Kind.QUESTION,
    )


def stepped(record: Record, reached: Stage) -> list[dict[str, object]]:
    order = list(Stage)
    return [
        {
            "label": str(STEPS[stage]),
            "state": "current" if stage is reached else "done" if order.index(stage) < order.index(reached) else "todo",
            "note": "",
            "on": begun_on(record, stage) if order.index(stage) <= order.index(reached) else None,
        }
        for stage in order
    ]


def begun_on(record: Record, stage: Stage) -> date | None:
    """The day of a step, where a duty that was done marks it."""
    if stage is Stage.RECEIVED:
        return clock.day(record.opened_at)
    kinds = {Stage.ASSESSING: DeadlineKind.ACKNOWLEDGE, Stage.ADDRESSING: DeadlineKind.OPEN_OR_DECLINE}
    done = settled(record, kinds[stage]) if stage in kinds else None
    return clock.day(done) if done else None


def answer_words(record: Record) -> str:
    if record.kind == Kind.QUESTION:
        return _("Your question is answered by then.")
    return _("You are told by then what was done, as far as allowed.")


def acknowledged_by(record: Record) -> datetime:
    """The outer day of the acknowledgement, counted from when the duty began to run."""
    row = record.deadlines.filter(kind=DeadlineKind.ACKNOWLEDGE.value).order_by("started_at", "pk").first()
    return outermost("C26", row.started_at if row else record.opened_at)


def answered_by(record: Record, read_by: datetime) -> datetime:
    """The day of the feedback: as it runs, or as it will run when the acknowledgement comes on its last day."""
    row = record.deadlines.filter(kind=DeadlineKind.FEEDBACK.value).order_by("-due_at").first()
    return row.due_at if row else outermost("C29", read_by)


def outermost(clock_id: str, start: datetime) -> datetime:
    """The last stage of a clock: where there is an outer limit besides a target, the limit."""
    under = readings_on(clock.day(start))
    due = clocks.due(clock_id, start=start, calendars=calendars(), under=under)
    return max(at for _label, at in due.answer.stages)


def settled(record: Record, kind: DeadlineKind) -> datetime | None:
    """When a duty was done, in time or late."""
    rows = record.deadlines.filter(kind=kind.value, settled_at__isnull=False)
    return rows.order_by("settled_at").values_list("settled_at", flat=True).first()


def done(record: Record, kind: DeadlineKind) -> datetime | None:
    """When it was done for good: not while it runs once more."""
    return None if record.deadlines.owed().filter(kind=kind.value).exists() else settled(record, kind)
