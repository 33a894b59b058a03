from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.models import HandOff
from conduct.notices.news import News
from conduct.notices.services import at_work_on, owe
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body


class NothingToReceive(RuleBroken):
    """Nothing is on its way here, or a colleague was first."""

    sentence = gettext_noop("Nothing waits to be received here. Perhaps a colleague was faster.")


@transaction.atomic
def receive(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Confirm that a matter has arrived. Whoever handed it on can see that it did, and nothing more."""
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    handoff = waiting_for(case.record)

    handoff.received_by, handoff.received_at = actor.person, now
    handoff.save(update_fields=["received_by", "received_at"])
    owe(News.RECORD_RECEIVED, case.record, to=senders(handoff, now=now), now=now)

    ledger.record(actor, Event.RECORD_RECEIVED, case.record, at=now)
    return case


def waiting_for(record: Record) -> HandOff:
    """The hand-on that the record's body has neither received nor returned. Raises NothingToReceive."""
    handoff = record.handoffs.filter(body=record.body, received_at=None, returned_at=None).first()
    if handoff is None:
        raise NothingToReceive
    return handoff


def senders(handoff: HandOff, *, now: datetime) -> list[Person]:
    """Whoever handed it on, or where that is a former delegate, the desk. Nobody where it was the system."""
    desk = at_work_on(handoff.record, Body(handoff.origin), clock.day(now))
    if handoff.by is None:
        return []
    return [handoff.by] if handoff.by in desk or handoff.origin != Body.CEO else desk
