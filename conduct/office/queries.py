"""What can be asked of the delegation register by those who may look at it."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.people.actor import Actor
from conduct.people.delegations import begins_at, deactivated_at, delegations, instrument_of
from conduct.people.models import Delegation
from conduct.rules.delegation import lapsed
from conduct.rules.vocabulary import Lapse, Role

OVERSEERS = frozenset({Role.CEO, Role.DIRECTOR, Role.SECRETARY, Role.STATUTORY_AUDITOR})


def delegations_for(actor: Actor) -> QuerySet[Delegation]:
    """What this actor may look at: CEO, Board and statutory auditors at all of them, a delegate at the own ones."""
    if not can(actor, Permission.DELEGATION_VIEW):
        return Delegation.objects.none()
    found = delegations()
    return found if actor.roles & OVERSEERS else found.filter(delegate=actor.who)


def used_outside(delegation: Delegation, *, now: datetime) -> QuerySet:
    """What was done under it by somebody else, before it began or after it had ended. Always empty, unless a term was
    shortened with effect for the past.
    """
    begins, ends = begins_at(delegation), ends_at(delegation, clock.day(now))
    outside = ~Q(actor=delegation.delegate_id)
    outside |= Q(happened_at__lt=begins) if begins else Q(pk__isnull=False)
    if ends:
        outside |= Q(happened_at__gte=ends)
    return ledger.lines_under(delegation.pk).filter(outside)


def ends_at(delegation: Delegation, today: date) -> datetime | None:
    """The moment from which it no longer counts: of the revocation, of the closing of the account, or of that day."""
    ending = lapsed(instrument_of(delegation, today), today)
    if ending is None:
        return None
    if ending.why in {Lapse.REVOKED_BY_CEO, Lapse.REVOKED_BY_BOARD}:
        return delegation.ended_at
    closed_at = deactivated_at(delegation) if ending.why is Lapse.DEACTIVATED else None
    return closed_at or clock.start_of(ending.on)
