"""No-conflict statements: whoever handles a matter says first that nothing stands against it (V ¶1)."""

from datetime import datetime

from conduct.access.models import Statement
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body


class StatementWanted(RuleBroken):
    """Nothing of a matter is shown before its reader has said whether a conflict of interest is known."""

    sentence = gettext_noop("Before you read this matter, say whether you have a conflict of interest in it.")


def is_wanted(actor: Actor, record: Record) -> bool:
    """Not of the system, and not of a supervisor, who passes a report on and decides nothing (III ¶3(1))."""
    if actor.person is None or record.body == Body.SUPERVISOR:
        return False
    return not Statement.objects.filter(record=record, person=actor.person).exists()


def check(actor: Actor, record: Record) -> None:
    """Raises StatementWanted."""
    if is_wanted(actor, record):
        raise StatementWanted


def keep(person: Person, record: Record, *, now: datetime) -> bool:
    """Whether it is the first of this person on this record."""
    _, made = Statement.objects.get_or_create(record=record, person=person, defaults={"stated_at": now})
    return made
