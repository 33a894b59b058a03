"""The rules that say who leads and what follows from it, each with its conditions in the order they are asked.

Of L1 to L9 exactly one speaks; L10 to L12 add to it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from conduct.rules.decision import Step, spoke
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Authority as A
from conduct.rules.vocabulary import Kind, PersonClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What these rules look at. `asked`: the matter has answers of its own before the act."""

    kind: Kind
    several: bool
    asked: bool
    leading: A
    provisional: bool
    people: frozenset[PersonClass]
    consulted: frozenset[A]
    multi_subject: str


Condition = tuple[str, Callable[[Heard], bool]]  # the word of the fault, and what must hold


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRule:
    """A sentence, and when it is said."""

    id: str
    conditions: tuple[Condition, ...]
    why: str
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()

    def failing(self, heard: Heard) -> str | None:
        """The word of the first condition that does not hold, or None when the rule speaks."""
        return next((word for word, holds in self.conditions if not holds(heard)), None)


def of_kind(*kinds: Kind) -> Condition:
    return "kind", lambda heard: heard.kind in kinds


def read_as(reading: str) -> Condition:
    return "under", lambda heard: heard.multi_subject == reading


def about(person: PersonClass) -> Condition:
    return "who", lambda heard: person in heard.people


def is_consulted(body: A) -> Condition:
    return "consulted", lambda heard: body in heard.consulted


def led_by_nobody_but(*leading: A) -> Condition:
    return "who", lambda heard: heard.leading in leading


REPORT, WAIVER = of_kind(Kind.REPORT), of_kind(Kind.WAIVER)
SEVERAL: Condition = ("number", lambda heard: heard.several)
ONE = LeadRule(
    id="L1", conditions=(REPORT, ("number", lambda heard: not heard.several)), paragraphs=("III ¶4",),
    why=gettext_noop("Who leads follows from the person concerned: {lead}."),
)  # fmt: skip
JOINT = {
    "lead_highest": LeadRule(
        id="L2", conditions=(REPORT, SEVERAL, read_as("lead_highest")), paragraphs=("III ¶4",), readings=("A3",),
        why=gettext_noop("Several people are concerned; the highest authority leads one fact-finding: {lead}."),
    ),
    "split": LeadRule(
        id="L3", conditions=(REPORT, SEVERAL, read_as("split")), paragraphs=("III ¶4",), readings=("A3",),
        why=gettext_noop("Each person gets a file of his or her own; the highest authority takes them apart: {lead}."),
    ),
    "all_to_highest": LeadRule(
        id="L4", conditions=(REPORT, SEVERAL, read_as("all_to_highest")), paragraphs=("III ¶4",), readings=("A3",),
        why=gettext_noop("Several people are concerned; the highest authority takes all of them: {lead}."),
    ),
}  # fmt: skip
RULES = (
    ONE,
    *JOINT.values(),
    LeadRule(
        id="L5", paragraphs=("III ¶1",),
        conditions=(
            of_kind(Kind.QUESTION, Kind.DISCLOSURE, Kind.CONSULTATION),
            ("matter", lambda heard: not heard.asked),
        ),
        why=gettext_noop("Whoever may interpret the Code here answers: {lead}."),
    ),
    LeadRule(
        id="L6", conditions=(of_kind(Kind.CONSULTATION), ("matter", lambda heard: heard.asked)),
        why=gettext_noop("The answer before the act comes from: {lead}."),
    ),
    LeadRule(
        id="L7", paragraphs=("I ¶4",),
        conditions=(WAIVER, ("who", lambda heard: heard.leading not in (A.IMPOSSIBLE, A.NOT_APPLICABLE))),
        why=gettext_noop("Only this body can grant the waiver: {lead}."),
    ),
    LeadRule(
        id="L8", conditions=(WAIVER, led_by_nobody_but(A.IMPOSSIBLE)), paragraphs=("I ¶4",), readings=("A3b",),
        why=gettext_noop("There is no waiver before the person is identified."),
    ),
    LeadRule(
        id="L9", conditions=(WAIVER, led_by_nobody_but(A.NOT_APPLICABLE)), paragraphs=("I ¶4", "I ¶1"),
        why=gettext_noop("The Code does not bind this person, so there is nothing to waive."),
    ),
    LeadRule(
        id="L10", conditions=(("provisional", lambda heard: heard.provisional),),
        why=gettext_noop("The lead is provisional: it can pass to another body when the open point is settled."),
    ),
    LeadRule(
        id="L11", conditions=(REPORT, about(PersonClass.CEO), is_consulted(A.CEO)),
        paragraphs=("III ¶4",), readings=("S5", "A6"),
        why=gettext_noop("The CEO is concerned, so the Board is consulted on the others in the CEO's place."),
    ),
    LeadRule(
        id="L12", conditions=(REPORT, about(PersonClass.DIRECTOR), is_consulted(A.BOARD)),
        paragraphs=("III ¶4",), readings=("A6", "A7"),
        why=gettext_noop("A director is concerned and takes no part when the Board is consulted on the others."),
    ),
)  # fmt: skip


@lru_cache(maxsize=8192)
def told(heard: Heard, lead: A) -> tuple[tuple[Step, ...], dict[str, str]]:
    """The steps of the rules that speak, and for each other rule the condition that failed."""
    faults = {rule.id: rule.failing(heard) for rule in RULES}
    steps = tuple(_step(rule, lead) for rule in RULES if faults[rule.id] is None)
    return steps, {rule: fault for rule, fault in faults.items() if fault}


@lru_cache(maxsize=256)
def _step(rule: LeadRule, lead: A) -> Step:
    return spoke(rule, lead=lead) if "{lead}" in rule.why else spoke(rule)
