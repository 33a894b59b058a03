"""Who approves a public wording: at the CEO's desk the second person of the rulebook, at a board any other member."""

from datetime import datetime, timedelta

from conduct import clock
from conduct.access import grants, wall
from conduct.access.permissions import Permission
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import internal_controls_on, presiding_auditor_on
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules import materiality
from conduct.rules.vocabulary import Body, Role

PATIENCE = timedelta(days=31)
TO_APPROVE = (Permission.RECORD_VIEW, Permission.READ_SEALED, Permission.RECORD_CONFIRM)


def second_person(actor: Actor, record: Record, *, now: datetime) -> Person | None:
    """Whom the rulebook names, where the desk has one holder only; None where another member approves.

    Raises materiality.NoSecondPerson.
    """
    if Body(record.body) is not Body.CEO:
        return None
    day = clock.day(now)
    named = {Role.INTERNAL_CONTROLS: internal_controls_on(day), Role.PRESIDING_AUDITOR: presiding_auditor_on(day)}
    holders = {role: holder for role, holder in named.items() if holder is not None and holder != actor.person}
    fit = wall.not_walled(holders.values(), record)
    unavailable = frozenset(role for role in named if holders.get(role) not in fit)
    decision = materiality.second_person(proposer=Role.CEO, unavailable=unavailable, under=readings_on(day))
    return holders[decision.answer]


def let_in(person: Person, record: Record, *, by: Person, now: datetime) -> None:
    """To this one question, to read it and to approve: whether the words give anybody away cannot be judged blind."""
    for permission in TO_APPROVE:
        grants.admit(person, permission, record, now=now, by=by, until=now + PATIENCE)
