"""The time limits that rest on a paragraph, as far as they run under the readings of the day. No Django."""

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from conduct.provisions.keys import whole_of
from conduct.rules import regimes, rights
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
    """One clock. `source` is the law, where a law sets the number; `known` how well it is known, and since when."""

    clock: str
    name: Sentence
    starts: Sentence
    moments: tuple[Moment, ...]
    kind: ClockKind
    source: str
    known: tuple[Sentence, ...]
    readings: tuple[str, ...]


def by_when(key: str, *, under: Readings, on: date) -> tuple[Limit, ...]:
    """An item of a list has the time limits of its paragraph."""
    whole = whole_of(key)
    running = (each for each in CLOCKS.values() if whole in each.paragraphs and not regimes.off(each, under))
    return tuple(limit(clock, under, on) for clock in running)


def limit(clock: Clock, under: Readings, on: date) -> Limit:
    by_law = rights.is_law(clock, under, on=on)
    return Limit(
        clock=clock.id,
        name=Sentence(clock.name),
        starts=Sentence(clock.starts),
        moments=tuple(Moment(Sentence(SAYS[stage.label]), within(stage, under)) for stage in stages_of(clock, under)),
        kind=rights.right(clock, under, on=on),
        source=clock.source if by_law else "",
        known=rights.provenance(clock, on=on),
        readings=clock.readings,
    )


def within(stage: Stage, under: Readings) -> Sentence:
    if stage.unit in (Unit.TIMESTAMP_ORDER, Unit.NEXT_BOARD_MEETING):
        return Sentence(ALONE, {"unit": stage.unit})
    amount = stage.amount if stage.key is None else attrgetter(stage.key)(under)
    return Sentence(NOT_CHOSEN) if amount is None else Sentence(LONG, {"unit": stage.unit, "amount": amount})
