"""Who must agree that a matter is not material (A4)."""

from datetime import datetime

from cases.models import Case
from conduct import clock
from conduct.access import wall
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import internal_controls_on, presiding_auditor_on
from conduct.provisions.queries import readings_on
from conduct.rules import materiality
from conduct.rules.vocabulary import Body, Role


def second_person(actor: Actor, case: Case, *, now: datetime) -> Person:
    """Whom the rulebook names (A4): vacant, walled off or the proposer, an office cannot be the second person."""
    day = clock.day(now)
    named = {Role.INTERNAL_CONTROLS: internal_controls_on(day), Role.PRESIDING_AUDITOR: presiding_auditor_on(day)}
    holders = {role: holder for role, holder in named.items() if holder is not None and holder != actor.person}
    fit = wall.not_walled(holders.values(), case.record)
    unavailable = frozenset(role for role in named if holders.get(role) not in fit)
    proposer = Role.CEO if Body(case.record.body) is Body.CEO else Role.DIRECTOR
    decision = materiality.second_person(proposer=proposer, unavailable=unavailable, under=readings_on(day))
    return holders[decision.answer]
