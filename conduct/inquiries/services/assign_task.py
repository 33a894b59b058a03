from datetime import date, datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.ending import let_go
from conduct.inquiries.services._standing import check_may_plan, mandate_of
from conduct.inquiries.services._tasks import check_day, entrust, open_task
from conduct.people.actor import Actor
from conduct.people.models import Person


@transaction.atomic
def assign_task(*, actor: Actor, case: Case, task: int, owner: Person | None, due_on: date, now: datetime) -> Case:
    """Give a task to somebody, or change its day. Whoever had it before is let out of it."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = mandate_of(case)
    check_may_plan(actor, inquiry, now=now)
    check_day(due_on, now=now)
    found = open_task(inquiry, task)

    before, found.due_on = found.owner, due_on
    found.reminded_at = None
    if owner != before:
        entrust(found, owner, case, actor=actor, now=now)
    found.save(update_fields=["owner", "given_at", "due_on", "reminded_at"])
    if before != owner:
        let_go(before, case.record)

    ledger.record(actor, Event.TASK_GIVEN, case.record, at=now, due=due_on)
    return case
