from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from conduct.access import acting
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.people.erasing import erase_from_register
from conduct.retention.facts import records_naming
from conduct.retention.models import Erasure, Warrant
from conduct.retention.services._holding import locked_all
from conduct.retention.services._leaving import check_nothing_stands
from conduct.retention.services._seconds import check_second
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import destruction


class NobodyToErase(RuleBroken):
    """The wish was withdrawn or carried out."""

    sentence = gettext_noop("Nothing waits here any more. Perhaps a colleague was faster.")


@transaction.atomic
def answer_erasure(*, actor: Actor, erasure: Erasure, agreed: bool, now: datetime) -> Erasure:
    """As second auditor, erase somebody's personal data for good; or say no, as whoever asked may too.

    Names and addresses go, in the register and in sealed entries about people. Matters, decisions and numbers stay.
    """
    require(actor, Permission.PERSON_ERASE)

    erasure = Erasure.objects.select_for_update(of=("self",)).select_related("person").get(pk=erasure.pk)
    if erasure.erased_at or erasure.withdrawn_at:
        raise NobodyToErase
    if actor.who.pk == erasure.person_id:
        raise PermissionDenied
    if not agreed:
        erasure.withdrawn_at = now
        erasure.save(update_fields=["withdrawn_at"])
        ledger.record(actor, Event.ERASURE_WITHDRAWN, None, at=now, domain=Domain.BOSA)
        return erasure

    check_second(actor, asked_by=erasure.asked_by_id, named=None)
    check_nothing_stands(actor, erasure.person, now=now)
    erasure.erased_by, erasure.erased_at = actor.who, now
    erasure.save(update_fields=["erased_by", "erased_at"])
    with acting.disposer():
        entries = sum_of_entries(erasure, now=now)
    erase_from_register(erasure.person)
    ledger.record(actor, Event.PERSON_ERASED, None, at=now, domain=Domain.BOSA, entries=entries)
    return erasure


def sum_of_entries(erasure: Erasure, *, now: datetime) -> int:
    """Take the person out of the sealed entries of every record that columns lead to. Answers how many there were."""
    records = list(records_naming(erasure.person).filter(disposed_at=None))
    two = {"proposed_by": erasure.asked_by, "confirmed_by": erasure.erased_by}
    entries = 0
    for record in locked_all(records) if records else []:
        Warrant.objects.create(record=record, erasure=erasure, given_at=now, **two)
        entries += destruction.blank_person(record, erasure.person_id, now=now)
    return entries
