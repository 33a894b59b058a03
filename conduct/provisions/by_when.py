"""The time limits that rest on a paragraph, as far as they run under the readings of the day. No Django."""

from dataclasses import dataclass
from operator import attrgetter

from conduct.provisions.keys import whole_of
from conduct.rules import regimes
from conduct.rules.clocks import CLOCKS, SAYS, Clock, Stage
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.sentence import Sentence
from conduct.rules.stages import stages_of
from conduct.rules.vocabulary import ClockKind, Unit

LONG = gettext_noop("{unit}: {amount}")
ALONE = gettext_noop("{unit}")
NOT_CHOSEN = gettext_noop("The company has not chosen a number yet.")


@dataclass(frozen=True, slots=True)
class Moment:
    """One stage: what is to be done, and within what time."""

    does: Sentence
    within: Sentence


@dataclass(frozen=True, slots=True)
class Limit:
    """One clock. `source` is the law, where a law sets the number."""

    clock: str
    name: Sentence
    starts: Sentence
    moments: tuple[Moment, ...]
    kind: ClockKind
    source: str
    readings: tuple[str, ...]


def by_when(key: str, *, under: Readings) -> tuple[Limit, ...]:
    """An item of a list has the time limits of its paragraph."""
    whole = whole_of(key)
    return tuple(
        limit(clock, under) for clock in CLOCKS.values() if whole in clock.paragraphs and not regimes.off(clock, under)
    )


def limit(clock: Clock, under: Readings) -> Limit:
    return Limit(
        clock=clock.id,
        name=Sentence(clock.name),
        starts=Sentence(clock.starts),
        moments=tuple(Moment(Sentence(SAYS[stage.label]), within(stage, under)) for stage in stages_of(clock, under)),
        kind=clock.kind,
        source=clock.source if regimes.is_law(clock, under) else "",
        readings=clock.readings,
    )


def within(stage: Stage, under: Readings) -> Sentence:
    if stage.unit in (Unit.TIMESTAMP_ORDER, Unit.NEXT_BOARD_MEETING):
        return Sentence(ALONE, {"unit": stage.unit})
    amount = stage.amount if stage.key is None else attrgetter(stage.key)(under)
    return Sentence(NOT_CHOSEN) if amount is None else Sentence(LONG, {"unit": stage.unit, "amount": amount})
