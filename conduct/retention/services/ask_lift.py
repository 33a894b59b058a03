from datetime import datetime

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.retention.models import Hold
from conduct.retention.services._holding import locked_all
from conduct.retention.services._seconds import ask_second
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NothingToLift(RuleBroken):
    """The hold was lifted, or somebody asked already."""

    sentence = gettext_noop("This hold was lifted already, or a colleague has asked to lift it.")


@transaction.atomic
def ask_lift(*, actor: Actor, hold: Hold, reason: str, now: datetime) -> Hold:
    """Ask, with a reason, to lift a legal hold. It lies on until a second person agrees."""
    require(actor, Permission.RECORD_HOLD, hold.record)

    (record,) = locked_all([hold.record])
    hold = Hold.objects.select_related("record").get(pk=hold.pk)
    require(actor, Permission.RECORD_HOLD, record)
    if hold.lifted_at or hold.lift_asked_at:
        raise NothingToLift

    hold.second_person = ask_second(actor, record, now=now)
    hold.lift_reason = vault.seal(record, Sealed.REASON, reason, now=now)
    hold.lift_asked_by, hold.lift_asked_at = actor.who, now
    hold.save(update_fields=["second_person", "lift_reason", "lift_asked_by", "lift_asked_at"])

    ledger.record(actor, Event.HOLD_LIFT_ASKED, record, at=now)
    return hold
