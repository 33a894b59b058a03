from datetime import datetime

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.retention.models import Hold
from conduct.retention.services._holding import locked_all
from conduct.retention.services._seconds import check_second, let_go
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NobodyAsked(RuleBroken):
    """There is no wish to lift this hold any more."""

    sentence = gettext_noop("Nobody asks to lift this hold any more.")


@transaction.atomic
def answer_lift(*, actor: Actor, hold: Hold, agreed: bool, now: datetime) -> Hold:
    """Say as second person whether a legal hold is lifted. Refused, it lies on, and it can be asked again."""
    require(actor, Permission.RECORD_RELEASE, hold.record)

    (record,) = locked_all([hold.record])
    hold = Hold.objects.select_related("second_person", "record").get(pk=hold.pk)
    require(actor, Permission.RECORD_RELEASE, record)
    if hold.lifted_at or not hold.lift_asked_at:
        raise NobodyAsked
    check_second(actor, asked_by=hold.lift_asked_by_id, named=hold.second_person_id)

    let_go([hold.second_person], record)
    if agreed:
        hold.lifted_by, hold.lifted_at = actor.who, now
    else:
        hold.lift_asked_by = hold.lift_asked_at = hold.lift_reason = hold.second_person = None
    hold.save()

    ledger.record(actor, Event.HOLD_LIFTED if agreed else Event.HOLD_KEPT, record, at=now)
    return hold
