"""By when: the end of each duty's time, and the whole computation, sentence by sentence.

A day ends at 23:59:59 in the clock's zone: New York for C01 to C03, Tokyo for all others. Numbers that the Code does
not give are company targets. Where a month has no such day, its last day counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from conduct.rules import regimes, rights
from conduct.rules.calendar import Calendar
from conduct.rules.clock_facts import Given, given_facts
from conduct.rules.clock_parts import BY_LAW, CAP, SAYS, Clock, Stage
from conduct.rules.clock_table import CLOCK_OF, CLOCKS
from conduct.rules.counting import Counted, count, local_day
from conduct.rules.decision import Decision, Step
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.sentence import Sentence
from conduct.rules.stages import stages_of

__all__ = ["BY_LAW", "CAP", "CLOCKS", "CLOCK_OF", "SAYS", "Clock", "Due", "Stage", "UnknownClock", "due"]

END_OF_DAY = time(23, 59, 59)
EDGAR_CUT_OFF = time(17, 30)
EDGAR_CLOCKS = frozenset({"C01", "C03"})
ENDS = gettext_noop("It is due on {day} at {hour}, {zone}.")
CAPPED = gettext_noop("The outer limit comes first and counts: {day}.")
BY_RIGHT = gettext_noop("Where the number comes from: {kind}. Source: {source}.")
AT = gettext_noop("It is due at the moment of the act, {act}; it was asked at {start}.")
TOO_LATE = gettext_noop("It was asked only at {start}, when the act of {act} had begun.")


class UnknownClock(RuleBroken):
    """There is no clock of that id."""

    sentence = gettext_noop("There is no clock “{clock}”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The end of the time; None where the clock is off. Every stage stands in `stages`, by its label."""

    at: datetime | None
    zone: str
    law: bool
    stages: tuple[tuple[str, datetime], ...]


def due(
    clock_id: str,
    *,
    start: datetime,
    facts: Mapping[str, object] | None = None,
    calendars: Mapping[str, Calendar],
    under: Readings,
) -> Decision[Due]:
    """When a clock that starts at this moment is due: its first stage, or its cap where that is earlier.

    `law` is true where the number is the law's own on the day of the start: from `Clock.since` on, where a date is
    written down. No worked vector starts before such a date.
    `facts` may replace any reading for this one question and hold the moments that the clock needs. Refuses an
    unknown clock or fact, a missing fact, a moment without offset, a reading nobody chose, a year not loaded.
    """
    if clock_id not in CLOCKS:
        raise UnknownClock(clock=clock_id)
    clock = CLOCKS[clock_id]
    given = given_facts(clock, start, facts or {}, under)
    if why := regimes.off(clock, given.under):
        answer = Due(at=None, zone=clock.zone, law=_is_law(clock, given), stages=())
        return _decision(clock, given, answer, [Sentence(why)])
    return _timed(clock, given, calendars) if given.act_at is None else _ordered(clock, given, given.act_at)


def _timed(clock: Clock, given: Given, calendars: Mapping[str, Calendar]) -> Decision[Due]:
    counted = [count(clock, stage, given, calendars) for stage in stages_of(clock, given.under)]
    stages = tuple((each.label, _end(clock, each, given)) for each in counted)
    first = stages[0][1]
    cap = min((at for label, at in stages if label == CAP), default=first)
    at = min(first, cap)
    said = [sentence for each in counted for sentence in each.sentences]
    if cap < first:
        said.append(Sentence(CAPPED, {"day": at.date()}))
    said.append(Sentence(ENDS, {"day": at.date(), "hour": f"{at:%H:%M:%S}", "zone": clock.zone}))
    passed_over = {label: "later" for label, stage_at in stages if stage_at > at}
    answer = Due(at=at, zone=clock.zone, law=_is_law(clock, given), stages=stages)
    return _decision(clock, given, answer, said, passed_over)


def _ordered(clock: Clock, given: Given, act_at: datetime) -> Decision[Due]:
    at = act_at.astimezone(ZoneInfo(clock.zone))
    start = given.start.astimezone(ZoneInfo(clock.zone))
    sentence = Sentence(AT if start < at else TOO_LATE, {"act": at, "start": start})
    answer = Due(at=at, zone=clock.zone, law=_is_law(clock, given), stages=((clock.stages[0].label, at),))
    return _decision(clock, given, answer, [sentence])


def _end(clock: Clock, counted: Counted, given: Given) -> datetime:
    by_edgar = given.channel == "edgar" and clock.id in EDGAR_CLOCKS
    return datetime.combine(counted.day, EDGAR_CUT_OFF if by_edgar else END_OF_DAY, tzinfo=ZoneInfo(clock.zone))


def _decision(
    clock: Clock, given: Given, answer: Due, said: list[Sentence], passed_over: Mapping[str, str] | None = None
) -> Decision[Due]:
    said = [*said, *_right(clock, given)]
    return Decision(
        answer=answer,
        facts={"clock": clock.id, "start": given.start.isoformat(), **given.named},
        steps=tuple(
            Step(rule=clock.id, paragraphs=clock.paragraphs, readings=clock.readings, why=each) for each in said
        ),
        passed_over=passed_over or {},
    )


def _is_law(clock: Clock, given: Given) -> bool:
    return rights.is_law(clock, given.under, on=local_day(given.start, clock.zone))


def _right(clock: Clock, given: Given) -> tuple[Sentence, ...]:
    on = local_day(given.start, clock.zone)
    kind = rights.right(clock, given.under, on=on)
    return Sentence(BY_RIGHT, {"kind": kind, "source": clock.source}), *rights.provenance(clock, on=on)
