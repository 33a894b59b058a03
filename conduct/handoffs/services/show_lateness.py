from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.deadlines.models import Deadline
from conduct.handoffs.models import Lateness
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, DeadlineKind


@transaction.atomic
def show_lateness(*, actor: Actor, record: Record, deadline: Deadline, now: datetime) -> Lateness:
    """Show the statutory auditors that a duty was not done in time. Nobody else can observe that it is shown (A41)."""
    require(actor, Permission.RECORD_OVERSEE, record)

    duty = {"duty": deadline.kind, "due_at": deadline.due_at}
    late, _ = Lateness.objects.get_or_create(record=record, **duty, defaults={"body": record.body, "shown_at": now})
    owe(News.LATENESS_SHOWN, record, to=at_the_desk_of(Body.BOSA, clock.day(now)), now=now)

    kind = DeadlineKind(deadline.kind)
    ledger.record(actor, Event.LATENESS_SHOWN, record, at=now, domain=Domain.BOSA, duty=kind)
    return late
