"""All rules that route a matter, as tables: the same rows that the engine reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from django.utils.translation import gettext as _

from conduct.contact.vectors import Tried, try_all
from conduct.provisions.queries import calendars, readings_on, versions_until
from conduct.rules import before_act, intake, overlays, routing
from conduct.rules.clock_table import CLOCKS
from conduct.rules.decision import Step, spoke
from conduct.rules.labels import label
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import MatterType


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the routing table, in words. `holds` is no where the company reads the Code otherwise today."""

    row: routing.Row
    who: str
    how_serious: str
    holds: bool


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A row of the table for what is asked before acting."""

    row: before_act.Asked
    matter: MatterType
    who: str
    how_serious: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything on the page of the rules."""

    lines: list[Line]
    asked: list[AskedLine]
    overlays: list[Step]
    desks: list[Step]
    tried: list[tuple[Tried, str]]
    in_force: date | None
    day: date

    @property
    def all_agree(self) -> bool:
        return all(tried.agrees for tried, _name in self.tried)


def rulebook(day: date) -> Rulebook:
    under = readings_on(day)
    version = versions_until(day).first()
    return Rulebook(
        lines=[line(row, under) for row in routing.TABLE],
        asked=[asked_line(row, under) for row in before_act.TABLE],
        overlays=[spoke(row) for row in overlays.OVERLAYS],
        desks=[spoke(desk) for desk in intake.DESKS],
        tried=[(each, _(CLOCKS[each.vector.clock].name)) for each in try_all(calendars=calendars(), under=under)],
        in_force=version.effective_on if version else None,
        day=day,
    )


def line(row: routing.Row, under: Readings) -> Line:
    return Line(row, worded(row.who), weight(row.how_serious), holds(row.under, under))


def asked_line(row: before_act.Asked, under: Readings) -> AskedLine:
    everybody = row.who == before_act.EVERYBODY
    who = _("everybody") if everybody else worded(row.who)
    return AskedLine(row, row.matter, who, weight(row.how_serious), holds(row.under, under))


def weight(words: frozenset[StrEnum]) -> str:
    return _("any") if words == routing.ANY else worded(words)


def worded(words: Iterable[StrEnum]) -> str:
    """In the order of the vocabulary; a set has none of its own."""
    found = list(words)
    return _(", ").join(label(word, _) for word in type(found[0]) if word in found)


def holds(condition: tuple[str, str] | None, under: Readings) -> bool:
    return condition is None or attrgetter(condition[0])(under) == condition[1]
