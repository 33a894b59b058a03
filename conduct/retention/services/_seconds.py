"""The second person: a colleague on the same board; for the CEO's desk a statutory auditor, who is let in for that."""

from collections.abc import Iterable
from datetime import datetime

from conduct import clock
from conduct.access import grants, wall
from conduct.access.permissions import Permission
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import members_on, presiding_auditor_on
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body


class NobodyElse(RuleBroken):
    """Everybody who could agree is walled off, or there is nobody else."""

    sentence = gettext_noop("This needs a second person, and there is none who may know of it.")


class NotAlone(RuleBroken):
    """One person did both halves, or another one was asked."""

    sentence = gettext_noop("Somebody else has to agree: not whoever asked, and the person who was asked.")


def ask_second(actor: Actor, record: Record, *, now: datetime) -> Person | None:
    """Tell whoever may agree. The CEO's desk has one chair, so a statutory auditor is named and let in for this only.

    Answers that auditor; None where any colleague at the desk may agree. Raises NobodyElse.
    """
    fit = wall.not_walled(_candidates(actor, record, now=now), record)
    if not fit:
        raise NobodyElse
    named = fit[0] if Body(record.body) is Body.CEO else None
    if named:
        grants.admit(named, Permission.RECORD_RELEASE, record, now=now, by=actor.person)
    owe(News.RELEASE_ASKED, record, to=[named] if named else fit, now=now)
    return named


def _candidates(actor: Actor, record: Record, *, now: datetime) -> list[Person]:
    day, body = clock.day(now), Body(record.body)
    if body is not Body.CEO:
        return [person for person in members_on(body, day) if person != actor.person and person.is_active]
    first = presiding_auditor_on(day)
    others = [person for person in members_on(Body.BOSA, day) if person != first]
    return [person for person in (first, *others) if person and person.is_active and person != actor.person]


def check_second(actor: Actor, *, asked_by: object, named: object) -> None:
    """Raises NotAlone for whoever asked, and for anybody but the one who was named."""
    if actor.who.pk == asked_by or named not in (None, actor.who.pk):
        raise NotAlone


def let_go(people: Iterable[Person | None], record: Record) -> None:
    """Whoever was let in to agree is let out again."""
    for person in people:
        if person:
            grants.withdraw(person, Permission.RECORD_RELEASE, record)
