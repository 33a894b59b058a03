"""What a question about a clock may bring along: moments, the channel of a filing, readings for this one question."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from conduct.rules.clock_parts import Clock
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import KEYS, Readings

CHANNELS = ("edgar", "press_release", "website")
FIRST_YEAR, LAST_YEAR = 1900, 2200
NAMES = ("first_received", "next_board_meeting", "act_at", "channel")
NEEDED = {"C19": "next_board_meeting", "C25": "act_at"}


class UnknownFact(RuleBroken):
    """No clock looks at such a fact."""

    sentence = gettext_noop("No clock asks for “{fact}”.")


class FactMissing(RuleBroken):
    """The clock cannot be counted without this fact."""

    sentence = gettext_noop("The clock {clock} needs “{fact}”.")


class NotAMoment(RuleBroken):
    """A moment needs a date, a time and an offset from UTC."""

    sentence = gettext_noop("“{fact}” must be a date and time with an offset, such as 2026-11-20T10:00+09:00.")


class TooFarAway(RuleBroken):
    """A moment in a year that no clock of ours has to do with."""

    sentence = gettext_noop("“{fact}” must lie between the years {first} and {last}.")


class NotADate(RuleBroken):
    """A date, or a moment with an offset, was needed."""

    sentence = gettext_noop("“{fact}” must be a date, such as 2026-11-20.")


class ReceivedLater(RuleBroken):
    """The company cannot have received for the first time what had already reached the competent body."""

    sentence = gettext_noop("“{fact}” on {received} is after the start on {start}.")


class NotAChannel(RuleBroken):
    """A notice is filed through EDGAR, or published in another way."""

    sentence = gettext_noop("“{fact}” must be one of: {allowed}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The start, the readings as they hold for this question, and the moments that came along."""

    start: datetime
    under: Readings
    named: Mapping[str, object] = field(default_factory=dict)
    first_received: datetime | None = None
    next_board_meeting: date | datetime | None = None
    act_at: datetime | None = None
    channel: str | None = None


def given_facts(clock: Clock, start: datetime, facts: Mapping[str, object], under: Readings) -> Given:
    """Read the facts of a question; refuses what no clock knows, what is missing and what has the wrong form."""
    for name in facts:
        if name not in NAMES and name not in KEYS:
            raise UnknownFact(fact=name)
    needed = NEEDED.get(clock.id)
    if needed and facts.get(needed) is None:
        raise FactMissing(clock=clock.id, fact=needed)
    begun = moment("start", start)
    values: dict[str, Any] = {name: value for name, value in facts.items() if name in KEYS}
    return Given(
        start=begun,
        under=under.changed(**values) if values else under,
        named={name: str(value) for name, value in facts.items()},
        first_received=_received(clock, facts, begun),
        next_board_meeting=_day(facts.get("next_board_meeting")),
        act_at=_optional("act_at", facts) if needed == "act_at" else None,
        channel=_channel(facts.get("channel")),
    )


def moment(fact: str, value: object) -> datetime:
    """A moment with an offset, from itself or from ISO 8601; `NotAMoment` otherwise."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise NotAMoment(fact=fact) from None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise NotAMoment(fact=fact)
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise TooFarAway(fact=fact, first=FIRST_YEAR, last=LAST_YEAR)
    return value


def _received(clock: Clock, facts: Mapping[str, object], start: datetime) -> datetime | None:
    received = _optional("first_received", facts)
    counts = any(stage.from_receipt for stage in clock.stages)
    if received is not None and counts and received > start:
        raise ReceivedLater(fact="first_received", received=received, start=start)
    return received


def _optional(fact: str, facts: Mapping[str, object]) -> datetime | None:
    value = facts.get(fact)
    return None if value is None else moment(fact, value)


def _day(value: object) -> date | datetime | None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    try:
        return moment("next_board_meeting", value)
    except NotAMoment:
        raise NotADate(fact="next_board_meeting") from None


def _channel(value: object) -> str | None:
    if value is not None and value not in CHANNELS:
        raise NotAChannel(fact="channel", allowed=", ".join(CHANNELS))
    return None if value is None else str(value)
