from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.retention.models import Erasure
from conduct.retention.services._leaving import check_nothing_stands
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class AskedAlready(RuleBroken):
    """A wish for this person waits, or was carried out."""

    sentence = gettext_noop("Somebody has asked for this already, or it was done.")


@transaction.atomic
def ask_erasure(*, actor: Actor, person: Person, now: datetime) -> Erasure:
    """Ask that the personal data of somebody who left be erased. A second auditor has to agree."""
    require(actor, Permission.PERSON_ERASE)

    if actor.who.pk == person.pk:
        raise PermissionDenied
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if Erasure.objects.filter(person=person, withdrawn_at=None).exists():
        raise AskedAlready
    check_nothing_stands(actor, person, now=now)
    erasure = Erasure.objects.create(person=person, asked_by=actor.who, asked_at=now)

    ledger.record(actor, Event.ERASURE_ASKED, None, at=now, domain=Domain.BOSA)
    return erasure
