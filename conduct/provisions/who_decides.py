"""What the rulebook makes of a paragraph: every rule that cites it, under the readings of the day. No Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Protocol

from conduct.provisions.keys import whole_of
from conduct.rules import before_act, overlays, routing
from conduct.rules.decision import Step
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import MatterType

HEADINGS = {
    "interprets": Sentence(gettext_noop("Applies the Code and says what it means")),
    "notice": Sentence(gettext_noop("What the CEO passes on")),
    "investigates": Sentence(gettext_noop("Looks into it")),
    "consulted": Sentence(gettext_noop("Is heard before discipline")),
    "waives": Sentence(gettext_noop("Can grant a waiver")),
    "waiver_consults": Sentence(gettext_noop("Is consulted before a waiver")),
}
ABOUT = {
    "III ¶1": ("interprets", "notice"),
    "III ¶4": ("investigates", "consulted"),
    "I ¶4": ("waives", "waiver_consults"),
}
WHOLE_CELL = ("interprets", "investigates", "waives")


class Ruled(Protocol):
    """What all rows of the rulebook have in common."""

    @property
    def under(self) -> tuple[str, str] | None: ...
    @property
    def paragraphs(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: about whom or what, how grave, and who does it. Words of the Code throughout."""

    rule: str
    who: tuple[StrEnum, ...]
    how_serious: tuple[StrEnum, ...]
    answers: tuple[StrEnum | None, ...]
    readings: tuple[str, ...]
    provisional: bool = False
    matter: MatterType | None = None


@dataclass(frozen=True, slots=True)
class WhoDecides:
    """Everything that rests on a paragraph. Empty parts are left out of the page."""

    headings: tuple[Sentence, ...]
    cells: tuple[Line, ...]
    asked: tuple[Line, ...]
    rules: tuple[Step, ...]

    def __bool__(self) -> bool:
        return bool(self.cells or self.asked or self.rules)


def who_decides(key: str, *, under: Readings) -> WhoDecides:
    """An item of a list is decided about as its paragraph is."""
    whole = whole_of(key)
    shown = ABOUT.get(whole, WHOLE_CELL)
    return WhoDecides(
        headings=tuple(HEADINGS[name] for name in shown),
        cells=tuple(cell(row, shown) for row in routing.TABLE if speaks(row, whole, under)),
        asked=tuple(asked(row) for row in before_act.TABLE if speaks(row, whole, under)),
        rules=tuple(step(row) for row in overlays.OVERLAYS if speaks(row, whole, under)),
    )


def speaks(row: Ruled, key: str, under: Readings) -> bool:
    """It cites the paragraph, and holds under these readings."""
    return key in row.paragraphs and (row.under is None or attrgetter(row.under[0])(under) == row.under[1])


def cell(row: routing.Row, shown: Sequence[str]) -> Line:
    return Line(
        rule=row.id,
        who=in_order(row.who),
        how_serious=narrowed(row.how_serious),
        answers=tuple(getattr(row, name) for name in shown),
        readings=row.readings,
        provisional=row.provisional,
    )


def asked(row: before_act.Asked) -> Line:
    return Line(
        rule=row.id,
        who=() if row.who == before_act.EVERYBODY else in_order(row.who),
        how_serious=narrowed(row.how_serious),
        answers=(row.lead,),
        readings=row.readings,
        provisional=row.provisional,
        matter=row.matter,
    )


def step(row: overlays.Overlay) -> Step:
    return Step(rule=row.id, paragraphs=row.paragraphs, readings=row.readings, why=Sentence(row.why))


def narrowed(words: frozenset[StrEnum]) -> tuple[StrEnum, ...]:
    """Nothing where every word is meant."""
    return () if words == routing.ANY else in_order(words)


def in_order(words: Iterable[StrEnum]) -> tuple[StrEnum, ...]:
    """As the vocabulary lists them; a set has no order of its own."""
    found = list(words)
    return tuple(word for word in type(found[0]) if word in found)
