from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import OPEN, Task
from conduct.notices.news import News
from conduct.notices.services import owe_body, owe_digest
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Body


@transaction.atomic
def escalate_task(*, actor: Actor, case: Case, task: int, now: datetime) -> Case:
    """A task was not done in time: its owner hears it, and the body whose investigation it is. Once."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    late = Task.objects.filter(OPEN, pk=task, record=case.record, escalated_at=None, due_on__lt=clock.day(now))
    found = late.filter(inquiry__ended_at=None).select_related("owner").first()
    if found is None:
        return case
    found.escalated_at = now
    found.save(update_fields=["escalated_at"])
    owe_body(News.TASK_OVERDUE, case.record, body=Body(case.record.body), now=now)
    if found.owner is not None and found.owner.is_active:
        owe_digest(News.TASK_OVERDUE, to=[found.owner], now=now)

    ledger.record(actor, Event.TASK_OVERDUE, case.record, at=now, due=found.due_on)
    return case
