from datetime import datetime

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.office.services._delegation import TooLate, check_not_concerned, check_state, held, tell
from conduct.people.actor import Actor
from conduct.people.models import Delegation
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import DelegationState


class TwoPeople(RuleBroken):
    """Whoever wrote the resolution down does not confirm it."""

    sentence = gettext_noop("You wrote this resolution down. Another director confirms it.")


@transaction.atomic
def authorise_delegation(*, actor: Actor, delegation: Delegation, number: str, now: datetime) -> Delegation:
    """Confirm, as a director, that the Board passed the resolution of that number. From now on it counts."""
    require(actor, Permission.RESOLUTION_CONFIRM)
    delegation = held(delegation)

    check_not_concerned(actor, delegation)
    check_state(delegation, DelegationState.RECORDED, now=now)
    resolution = delegation.resolution
    if resolution.recorded_by_id == actor.who.pk:
        raise TwoPeople
    if resolution.number != number:
        raise TooLate(state=DelegationState.RECORDED)

    resolution.confirmed_by, resolution.confirmed_at = actor.who, now
    resolution.save(update_fields=["confirmed_by", "confirmed_at"])
    tell(News.DELEGATION_AUTHORISED, delegation, actor=actor, now=now)

    ledger.record(actor, Event.DELEGATION_AUTHORISED, None, at=now, of=delegation.pk)
    return delegation
