from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.office.services._delegation import check_state, end, held, tell
from conduct.people.actor import Actor
from conduct.people.models import Delegation
from conduct.rules.delegation import End
from conduct.rules.vocabulary import DelegationState, Lapse, Role

OPEN = (DelegationState.DRAFT, DelegationState.RECORDED, DelegationState.AUTHORISED, DelegationState.IN_FORCE)


@transaction.atomic
def revoke_delegation(*, actor: Actor, delegation: Delegation, now: datetime) -> Delegation:
    """Take a delegation back, as the CEO or for the Board. It ends at once and takes one person only."""
    require(actor, Permission.DELEGATION_REVOKE)
    delegation = held(delegation)

    check_state(delegation, *OPEN, now=now)
    by_ceo = Role.CEO in actor.roles or actor.who.pk == delegation.ceo_id
    why = Lapse.REVOKED_BY_CEO if by_ceo else Lapse.REVOKED_BY_BOARD

    end(delegation, End(clock.day(now), why), by=actor.who, now=now)
    tell(News.DELEGATION_REVOKED, delegation, actor=actor, now=now)

    ledger.record(actor, Event.DELEGATION_REVOKED, None, at=now, of=delegation.pk, why=why)
    return delegation
