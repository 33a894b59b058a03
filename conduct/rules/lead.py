"""Who leads: the highest authority among the people concerned (A3), and whether that may still change.

The rank serves to pick a lead and nothing else; the Code does not rank the Board and the Statutory Auditors.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from conduct.rules import before_act
from conduct.rules.decision import Decision
from conduct.rules.facts import Matter
from conduct.rules.faults import nearest
from conduct.rules.lead_rules import JOINT, RULES, Heard, told
from conduct.rules.overlays import materiality_of
from conduct.rules.readings import Readings
from conduct.rules.routing import HOLDS, Row
from conduct.rules.vocabulary import Authority as A
from conduct.rules.vocabulary import Kind, PersonClass

__all__ = ["JOINT", "RANK", "RULES", "Lead", "led_by"]

RANK: dict[A, int] = {
    A.OUTSIDE_CODE: 0,
    A.NOT_APPLICABLE: 0,
    A.INVESTOR_RELATIONS: 1,
    A.LEGAL_SECTION: 1,
    A.CEO: 1,
    A.BOARD: 2,
    A.BOSA: 3,
    A.BOSA_LESS_SUBJECT: 4,  # the same body; named so that a co-subject taken over goes there as well
    A.IMPOSSIBLE: 5,
}
CONCERNED = frozenset({PersonClass.CEO, PersonClass.DIRECTOR})
ANSWERS = tuple(row.id for row in before_act.TABLE)
OF_ANOTHER_KIND = dict.fromkeys(ANSWERS, "kind")
OF_ANOTHER_MATTER = dict.fromkeys(ANSWERS, "matter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Who leads, whether that may still drop, and the cells as they hold in this matter."""

    authority: A
    provisional: bool
    cells: tuple[Row, ...]


def led_by(matter: Matter, cells: tuple[Decision[Row], ...], *, under: Readings) -> Decision[Lead]:
    """The highest authority among the subjects; provisional where all who hold that rank are themselves open."""
    asked = _asked(matter, under)
    rows = tuple(cell.answer for cell in cells)
    voices = [(each.answer.lead, each.answer.provisional) for each in asked] or [_voice(matter, row) for row in rows]
    top = max(RANK[voice] for voice, _ in voices)
    leading = next(voice for voice, _ in voices if RANK[voice] == top)
    lead = Lead(
        authority=HOLDS.get(leading, leading),
        provisional=all(open_yet for voice, open_yet in voices if RANK[voice] == top),
        cells=_kept(matter, rows, leading, under),
    )
    steps, silent = told(_heard(matter, rows, leading, lead, under), lead.authority)
    answered = {each.steps[0].rule: each.steps[0] for each in sorted(asked, key=lambda each: each.steps[0].rule)}
    return Decision(
        answer=lead,
        facts={"lead": lead.authority},
        steps=(*steps, *answered.values()),
        passed_over={**silent, **_not_asked(matter, asked)},
    )


def _heard(matter: Matter, rows: tuple[Row, ...], leading: A, lead: Lead, under: Readings) -> Heard:
    return Heard(
        kind=matter.kind,
        several=len(matter.subjects) > 1,
        asked=_has_answers(matter),
        leading=leading,
        provisional=lead.provisional,
        people=CONCERNED.intersection([each.person_class for each in matter.subjects]),
        consulted=frozenset([row.consulted for row in rows]),
        multi_subject=under.multi_subject,
    )


def _has_answers(matter: Matter) -> bool:
    return matter.kind is Kind.CONSULTATION and matter.matter in before_act.MATTERS


def _not_asked(matter: Matter, asked: list[Decision[before_act.Asked]]) -> Mapping[str, str]:
    if matter.kind is not Kind.CONSULTATION:
        return OF_ANOTHER_KIND
    return nearest([each.passed_over for each in asked], before_act.CONDITIONS) if asked else OF_ANOTHER_MATTER


def _asked(matter: Matter, under: Readings) -> list[Decision[before_act.Asked]]:
    what = matter.matter
    if what is None or not _has_answers(matter):
        return []
    return [
        before_act.answers(what, each.person_class, materiality_of(matter, each.materiality), under=under)
        for each in matter.subjects
    ]


def _voice(matter: Matter, row: Row) -> tuple[A, bool]:
    return (row.waives if matter.kind is Kind.WAIVER else row.interprets), row.provisional


def _kept(matter: Matter, rows: tuple[Row, ...], leading: A, under: Readings) -> tuple[Row, ...]:
    takes_all = matter.kind is Kind.REPORT and under.multi_subject == "all_to_highest"
    return tuple(_taken(row, leading) for row in rows) if takes_all else rows


@lru_cache(maxsize=4096)
def _taken(row: Row, leading: A) -> Row:
    """The cell of a co-subject that the leading body takes over; whoever the Code does not bind stays outside."""
    if row.interprets is A.OUTSIDE_CODE:
        return row
    return replace(row, interprets=leading, investigates=leading, consulted=leading)
