from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.access.wall import not_walled
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.people.queries import custodians_on
from conduct.protection.models import NOBODY_YET, Reveal
from conduct.protection.services._custody import NoReason, designation_of
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NoNameHere(RuleBroken):
    """An anonymous report has no name to show."""

    sentence = gettext_noop("It was told without a name. There is nothing to show.")


class AskedBefore(RuleBroken):
    """One request at a time."""

    sentence = gettext_noop("You have asked already. Wait for the answer of the second person.")


@transaction.atomic
def ask_identity(*, actor: Actor, record: Record, reason: str, now: datetime) -> Reveal:
    """Ask, as somebody designated in writing who reads the record, to be shown once who told us (A48).

    A custodian or a statutory auditor answers, or the person who told us agrees. That person reads the request.
    """
    require(actor, Permission.READ_SEALED, record)
    Record.objects.select_for_update(no_key=True).get(pk=record.pk)
    designation = designation_of(actor.who, now=now)
    if not reason.strip():
        raise NoReason
    if not vault.lying(record, Sealed.IDENTITY):
        raise NoNameHere
    if Reveal.objects.filter(NOBODY_YET, record=record, asked_by=actor.who).exists():
        raise AskedBefore

    sealed = vault.seal(record, Sealed.REVEAL, reason.strip(), now=now)
    reveal = Reveal.objects.create(
        record=record, designation=designation, asked_by=actor.who, reason=sealed, asked_at=now
    )
    others = [one for one in custodians_on(clock.day(now)) if one != actor.person]
    owe(News.NAME_ASKED, record, to=not_walled(others, record), now=now)

    ledger.record(actor, Event.NAME_ASKED, record, at=now)
    return reveal
