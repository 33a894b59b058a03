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
    """A day and what happens until then."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands: the four steps, who has it, what comes next."""

    steps: list[dict[str, object]]
    stage: str
    body: str
    received_on: date
    next: Promise | None
    is_question: bool


def promises(record: Record) -> list[Promise]:
    """What is told on the receipt: read by, answered by."""
    read_by = acknowledged_by(record)
    told_by = answered_by(record, read_by)
    return [
        Promise(clock.day(read_by), _("You see here by then that it was read.")),
        Promise(clock.day(told_by), answer_words(record)),
    ]


def standing(record: Record) -> Standing:
    stage = Stage(record.stage)
    return Standing(
        steps=stepped(record, stage),
        stage=str(STEPS[stage]),
        body=str(WITH[Body(record.body)]),
        received_on=clock.day(record.opened_at),
        next=following(record),
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


def following(record: Record) -> Promise | None:
    """The next promise that is still open; none when it is finished."""
    if record.stage == Stage.CONCLUDED:
        return None
    if settled(record, DeadlineKind.ACKNOWLEDGE) is None:
        return Promise(clock.day(acknowledged_by(record)), _("You see here by then that it was read."))
    return Promise(clock.day(answered_by(record, acknowledged_by(record))), answer_words(record))


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
