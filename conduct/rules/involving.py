"""Whom a matter involves, so that it moves the authority, and of whom the Statutory Auditors only hear (A5).

A report names people in roles. The reading says which roles count as "involving" (III ¶1); a mere victim or witness
does not shift authority, but an officer or director who is the victim is told to the Statutory Auditors.
"""

from dataclasses import dataclass, replace

from conduct.rules.decision import Decision, Rule, Step, spoke
from conduct.rules.facts import Matter, Subject
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.route import Route, route
from conduct.rules.routing import CEO, DELEGATE, GROUP_LEADERS, LEADERS, counts_as
from conduct.rules.vocabulary import Authority, Body, Channel, Kind, Materiality, MatterType, PartyRole, PersonClass

SHIFTS = "shift_authority"
OF_RANK = LEADERS | DELEGATE | GROUP_LEADERS | CEO | {PersonClass.STATUTORY_AUDITOR}
INVOLVED = Rule(
    id="P1", paragraphs=("III ¶1",), readings=("A5",), why=gettext_noop("Involved, and so decides whose it is: {role}.")
)
NOT_INVOLVED = Rule(
    id="P2", readings=("A5",), why=gettext_noop("Named, but does not change whose it is: {role}.")
)  # fmt: skip
VICTIM_OF_RANK = Rule(
    id="P3",
    paragraphs=("III ¶1",),
    readings=("A5",),
    why=gettext_noop("An officer or director is the victim, so the Statutory Auditors are told."),
)
RULES = (INVOLVED, NOT_INVOLVED, VICTIM_OF_RANK)


@dataclass(frozen=True, slots=True)
class Named:
    """One person in a matter: as what, and with which class (of the day of the conduct, A13)."""

    role: PartyRole
    person_class: PersonClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything known about a matter: the people in it, how grave it is, what it is about, how it came."""

    kind: Kind
    people: tuple[Named, ...]
    materiality: Materiality = Materiality.UNKNOWN
    matter: MatterType | None = None
    channel: Channel = Channel.CEO


def is_involved(named: Named, *, under: Readings) -> bool:
    """Whether this person's class decides whose the matter is."""
    if named.role.value in under.involving_roles:
        return True
    return named.role is PartyRole.VICTIM and under.involving_officer_victim == SHIFTS and _of_rank(named, under)


def route_whole(whole: Whole, *, under: Readings) -> Decision[Route]:
    """`route` over the people involved; nobody involved counts as a subject not identified yet (A3b). Raises nothing.

    The steps of `route` come first; then one step for each role that was looked at.
    """
    subjects = tuple(Subject(named.person_class) for named in whole.people if is_involved(named, under=under))
    decision = route(
        Matter(
            kind=whole.kind,
            subjects=subjects or (Subject(PersonClass.UNKNOWN),),
            materiality=whole.materiality,
            matter=whole.matter,
            channel=whole.channel,
        ),
        under=under,
    )
    told = _tells_bosa(whole, decision.answer, under)
    informed = (Body.BOSA,) if told else decision.answer.informed
    return replace(
        decision,
        answer=replace(decision.answer, informed=informed),
        steps=(*decision.steps, *_roles(whole, under), *([spoke(VICTIM_OF_RANK)] if told else [])),
    )


def _tells_bosa(whole: Whole, answer: Route, under: Readings) -> bool:
    hurt = any(each.role is PartyRole.VICTIM and _of_rank(each, under) for each in whole.people)
    return hurt and answer.lead is not Authority.BOSA


def _of_rank(named: Named, under: Readings) -> bool:
    return counts_as(named.person_class, Materiality.UNKNOWN, under)[0] in OF_RANK


def _roles(whole: Whole, under: Readings) -> tuple[Step, ...]:
    seen = dict.fromkeys((named.role, is_involved(named, under=under)) for named in whole.people)
    return tuple(spoke(INVOLVED if counts else NOT_INVOLVED, role=role) for role, counts in seen)
