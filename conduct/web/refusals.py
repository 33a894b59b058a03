"""Who tried what is not theirs: on the ledger, outside the transaction that was rolled back."""

from django.db import transaction
from django.http import HttpRequest
from rest_framework.request import Request

from conduct import clock
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.rules.delegation import OutsideTheDelegation


def note_undelegated(request: HttpRequest | Request, fault: OutsideTheDelegation) -> None:
    """What a delegate tried beyond the powers: which deed, and under which delegation."""
    now = clock.now()
    actor = Actor.of(request.user, clock.day(now))
    under = {"tried_under": actor.mandate.delegation} if actor.mandate else {}
    with transaction.atomic():
        ledger.record(actor, Event.DELEGATED_ACT_REFUSED, None, at=now, **fault.told.gaps, **under)


def note_refusal(request: HttpRequest | Request) -> None:
    """Nothing for a stranger, of whom nothing is known."""
    if request.user.is_authenticated:
        now = clock.now()
        with transaction.atomic():
            ledger.record(Actor.of(request.user, clock.day(now)), Event.ACT_REFUSED, None, at=now)
