"""When a duty is due, computed by the rulebook once for each day on which it can begin."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from conduct import clock
from conduct.demo.seed.house import House
from conduct.rules import clocks
from conduct.rules.clocks import CLOCK_OF
from conduct.rules.vocabulary import DeadlineKind, DeadlineStep

START = "@start@"


@dataclass(frozen=True, slots=True)
class Moment:
    """One row of a duty's time, as it stands now."""

    step: DeadlineStep
    due_at: datetime
    met_at: datetime | None = None
    passed_at: datetime | None = None

    @property
    def is_owed(self) -> bool:
        return self.step is DeadlineStep.DUE and self.met_at is None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty that began, when it is due, and the computation as it is kept."""

    kind: DeadlineKind
    started_at: datetime
    due_at: datetime
    trace: str

    def met(self, at: datetime) -> tuple[Moment, ...]:
        """Done in time. The half of the time is left out, as if it had been done by then."""
        return (Moment(DeadlineStep.DUE, self.due_at, met_at=at),)

    def running(self, now: datetime) -> tuple[Moment, ...]:
        """Not done: what lies behind has passed; after the due time as long again begins."""
        span = self.due_at - self.started_at
        steps = {DeadlineStep.REMINDER: self.started_at + span / 2, DeadlineStep.DUE: self.due_at}
        if self.due_at <= now:
            steps[DeadlineStep.AGAIN] = self.due_at + span
        return tuple(Moment(step, at, passed_at=at if at <= now else None) for step, at in steps.items())


class Duties:
    """The computations made so far. Business days are counted from a day, whatever its hour; others are made anew."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.known: dict[tuple[DeadlineKind, date], tuple[datetime, str]] = {}

    def started(self, kind: DeadlineKind, at: datetime) -> Duty:
        key = kind, clock.day(at)
        if kind is DeadlineKind.HAND_ON or key not in self.known:
            self.known[key] = self.computed(kind, at)
        due_at, trace = self.known[key]
        return Duty(kind, at, due_at, trace.replace(START, at.isoformat(), 1))

    def computed(self, kind: DeadlineKind, at: datetime) -> tuple[datetime, str]:
        made = clocks.due(CLOCK_OF[kind], start=at, facts={}, calendars=self.house.calendars, under=self.house.under)
        due_at = made.answer.at
        answer = {"clock": CLOCK_OF[kind], "due": due_at.isoformat(), "duty": kind}
        told = made.explanation() | {"answer": answer}
        return due_at, json.dumps(told, ensure_ascii=False).replace(at.isoformat(), START)
