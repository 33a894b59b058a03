from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.office.services._delegation import TooLate, end, held, tell
from conduct.people.actor import Actor
from conduct.people.delegations import instrument_of
from conduct.people.models import Delegation
from conduct.rules import delegation as rules


@transaction.atomic
def lapse_delegation(*, actor: Actor, delegation: Delegation, now: datetime) -> Delegation:
    """Write down that a delegation has lapsed by itself, and tell the Board. It was over before anybody wrote it."""
    require(actor, Permission.DELEGATION_LAPSE)
    delegation = held(delegation)

    today = clock.day(now)
    known = instrument_of(delegation, today)
    ending = rules.lapsed(known, today)
    if ending is None or delegation.ended_on:
        raise TooLate(state=rules.state(known, today))

    end(delegation, ending, by=None, now=now)
    tell(News.DELEGATION_LAPSED, delegation, actor=actor, now=now)

    ledger.record(actor, Event.DELEGATION_LAPSED, None, at=now, of=delegation.pk, why=ending.why, since=ending.on)
    return delegation
