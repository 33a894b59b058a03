"""Who leads: the highest authority among the people concerned (A3), and whether that may still change.

The rank serves to pick a lead and nothing else; the Code does not rank the Board and the Statutory Auditors.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from conduct.rules import before_act
from conduct.rules.decision import Decision, Rule, Step, spoke
from conduct.rules.facts import Matter
from conduct.rules.labels import gettext_noop
from conduct.rules.overlays import materiality_of
from conduct.rules.readings import Readings
from conduct.rules.routing import HOLDS, Row
from conduct.rules.vocabulary import Authority as A
from conduct.rules.vocabulary import Kind, PersonClass

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
ONE = Rule(
    id="L1",
    paragraphs=("III ¶4",),
    why=gettext_noop("Who leads follows from the person concerned: {lead}."),
)
JOINT = {
    "lead_highest": Rule(
        id="L2",
        paragraphs=("III ¶4",),
        readings=("A3",),
        why=gettext_noop("Several people are concerned; the highest authority leads one fact-finding: {lead}."),
    ),
    "split": Rule(
        id="L3",
        paragraphs=("III ¶4",),
        readings=("A3",),
        why=gettext_noop("Each person gets a file of his or her own; the highest authority takes them apart: {lead}."),
    ),
    "all_to_highest": Rule(
        id="L4",
        paragraphs=("III ¶4",),
        readings=("A3",),
        why=gettext_noop("Several people are concerned; the highest authority takes all of them: {lead}."),
    ),
}
INTERPRETS = Rule(
    id="L5",
    paragraphs=("III ¶1",),
    why=gettext_noop("Whoever may interpret the Code here answers: {lead}."),
)
ASKED = Rule(id="L6", why=gettext_noop("The answer before the act comes from: {lead}."))
WAIVES = {
    A.IMPOSSIBLE: Rule(
        id="L8",
        paragraphs=("I ¶4",),
        readings=("A3b",),
        why=gettext_noop("There is no waiver before the person is identified."),
    ),
    A.NOT_APPLICABLE: Rule(
        id="L9",
        paragraphs=("I ¶4", "I ¶1"),
        why=gettext_noop("The Code does not bind this person, so there is nothing to waive."),
    ),
}
GRANTS = Rule(id="L7", paragraphs=("I ¶4",), why=gettext_noop("Only this body can grant the waiver: {lead}."))
OPEN_YET = Rule(
    id="L10",
    why=gettext_noop("The lead is provisional: it can pass to another body when the open point is settled."),
)
CEO_CONCERNED = Rule(
    id="L11",
    paragraphs=("III ¶4",),
    readings=("S5", "A6"),
    why=gettext_noop("The CEO is concerned, so the Board is consulted on the others in the CEO's place."),
)
DIRECTOR_CONCERNED = Rule(
    id="L12",
    paragraphs=("III ¶4",),
    readings=("A6", "A7"),
    why=gettext_noop("A director is concerned and takes no part when the Board is consulted on the others."),
)
RULES = (
    ONE, *JOINT.values(), INTERPRETS, ASKED, GRANTS, *WAIVES.values(), OPEN_YET, CEO_CONCERNED, DIRECTOR_CONCERNED,
)  # fmt: skip
SAID = {rule.id: spoke(rule) for rule in (OPEN_YET, CEO_CONCERNED, DIRECTOR_CONCERNED)}


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
    steps = (_step(_rule(matter, leading, bool(asked), under), lead.authority), *_more(matter, rows, lead))
    answered = {each.steps[0].rule: each.steps[0] for each in sorted(asked, key=lambda each: each.steps[0].rule)}
    spoken = frozenset((*answered, *(step.rule for step in steps)))
    return Decision(
        answer=lead, facts={"lead": lead.authority}, steps=(*steps, *answered.values()), passed_over=_unspoken(spoken)
    )


def _asked(matter: Matter, under: Readings) -> list[Decision[before_act.Asked]]:
    what = matter.matter
    if matter.kind is not Kind.CONSULTATION or what is None or what not in before_act.MATTERS:
        return []
    return [
        before_act.answers(what, each.person_class, materiality_of(matter, each.materiality), under=under)
        for each in matter.subjects
    ]


def _voice(matter: Matter, row: Row) -> tuple[A, bool]:
    return (row.waives if matter.kind is Kind.WAIVER else row.interprets), row.provisional


def _rule(matter: Matter, leading: A, asked: bool, under: Readings) -> Rule:
    if matter.kind is Kind.WAIVER:
        return WAIVES.get(leading, GRANTS)
    if matter.kind is Kind.REPORT:
        return ONE if len(matter.subjects) == 1 else JOINT[under.multi_subject]
    return ASKED if asked else INTERPRETS


def _more(matter: Matter, rows: tuple[Row, ...], lead: Lead) -> tuple[Step, ...]:
    people = frozenset(each.person_class for each in matter.subjects)
    consulted = frozenset(row.consulted for row in rows) if matter.kind is Kind.REPORT else frozenset()
    said = (
        (OPEN_YET, lead.provisional),
        (CEO_CONCERNED, PersonClass.CEO in people and A.CEO in consulted),
        (DIRECTOR_CONCERNED, PersonClass.DIRECTOR in people and A.BOARD in consulted),
    )
    return tuple(SAID[rule.id] for rule, holds in said if holds)


def _kept(matter: Matter, rows: tuple[Row, ...], leading: A, under: Readings) -> tuple[Row, ...]:
    takes_all = matter.kind is Kind.REPORT and under.multi_subject == "all_to_highest"
    return tuple(_taken(row, leading) for row in rows) if takes_all else rows


@lru_cache(maxsize=4096)
def _taken(row: Row, leading: A) -> Row:
    """The cell of a co-subject that the leading body takes over; whoever the Code does not bind stays outside."""
    if row.interprets is A.OUTSIDE_CODE:
        return row
    return replace(row, interprets=leading, investigates=leading, consulted=leading)


@lru_cache(maxsize=4096)
def _step(rule: Rule, lead: A) -> Step:
    return spoke(rule, lead=lead) if "{lead}" in rule.why else spoke(rule)


@lru_cache(maxsize=4096)
def _unspoken(spoken: frozenset[str]) -> dict[str, str]:
    rules = [rule.id for rule in RULES] + [row.id for row in before_act.TABLE]
    return {rule: "kind" for rule in rules if rule not in spoken}
