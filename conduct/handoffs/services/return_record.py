from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import read_by_both
from conduct.audit.events import Event
from conduct.handoffs.models import HandOff
from conduct.handoffs.services._passage import bring, check_somebody_there
from conduct.handoffs.services.hand_on import BeyondTheCEO
from conduct.handoffs.services.receive import senders, waiting_for
from conduct.notices.news import News
from conduct.notices.services import at_work_on, owe, owe_body
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.vocabulary import Body
from conduct.vault import vault
from conduct.vault.kinds import Sealed

BOUNCES = 3


@transaction.atomic
def return_record(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Send back what was handed on in error, with a reason. The third bounce is put before both desks to settle."""
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    handoff = waiting_for(case.record)
    if Body(handoff.origin) is Body.CEO and case.record.beyond_ceo:
        raise BeyondTheCEO
    check_somebody_there(case.record, Body(handoff.origin), now=now)

    handoff.return_reason = vault.seal(case.record, Sealed.REASON, reason, now=now)
    handoff.returned_by, handoff.returned_at = actor.person, now
    handoff.save(update_fields=["return_reason", "returned_by", "returned_at"])
    origin = Body(handoff.origin)
    log = read_by_both(origin, Body(handoff.body))
    ledger.record(actor, Event.RECORD_RETURNED, case.record, at=now, domain=log, body=origin)
    bring(case, origin, actor=actor, now=now)
    owe(News.RECORD_RETURNED, case.record, to=whose_again(handoff, now=now), now=now)
    if case.record.handoffs.filter(returned_at__isnull=False).count() >= BOUNCES:
        tell_both(handoff, now=now)
    return case


def whose_again(handoff: HandOff, *, now: datetime) -> list[Person]:
    """Whoever handed it on; at the CEO's desk the CEO and the delegate, whose duty it is to hand on (A16)."""
    if handoff.by and handoff.origin == Body.CEO:
        return at_work_on(handoff.record, Body.CEO, clock.day(now))
    return senders(handoff, now=now)


def tell_both(handoff: HandOff, *, now: datetime) -> None:
    for body in (Body(handoff.origin), Body(handoff.body)):
        owe_body(News.BOUNCED_THRICE, handoff.record, body=body, now=now)
