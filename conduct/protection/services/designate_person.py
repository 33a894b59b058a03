from datetime import date, datetime, timedelta

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.protection.models import Designation
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop

LONGEST = timedelta(days=3 * 366)


class NotOneself(RuleBroken):
    """Nobody designates oneself."""

    sentence = gettext_noop("Nobody can record a designation of oneself. A colleague does it.")


class DaysOfADesignation(RuleBroken):
    """Never backwards: a name that was seen without a designation stays one that was seen without it."""

    sentence = gettext_noop("A designation begins today or later and ends, after it began, within three years.")


@transaction.atomic
def designate_person(
    *, actor: Actor, person: Person, number: str, first_on: date, last_on: date, now: datetime
) -> Designation:
    """Write down, as a statutory auditor, whom a resolution designates to learn names, and from when to when."""
    require(actor, Permission.DESIGNATE)

    if person == actor.person:
        raise NotOneself
    if not clock.day(now) <= first_on <= last_on <= first_on + LONGEST:
        raise DaysOfADesignation

    told = {"person": person, "number": number, "first_on": first_on, "last_on": last_on}
    made = Designation.objects.create(**told, recorded_by=actor.who, recorded_at=now)

    ledger.record(actor, Event.PERSON_DESIGNATED, None, at=now, domain=Domain.BOSA, of=made.pk)
    return made
