from datetime import date, datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import Task
from conduct.inquiries.services._standing import check_may_plan, mandate_of
from conduct.inquiries.services._tasks import check_day, entrust
from conduct.inquiries.wording import Doing
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def add_task(*, actor: Actor, case: Case, doing: Doing, owner: Person | None, due_on: date, now: datetime) -> Case:
    """Add a step to the plan. Its owner is shown title, text and day, and nothing else of the matter."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = mandate_of(case)
    check_may_plan(actor, inquiry, now=now)
    check_day(due_on, now=now)

    sealed = vault.seal(case.record, Sealed.TASK, doing.as_text(), now=now)
    made = {"made_by": actor.who, "made_at": now}
    task = Task(record=case.record, inquiry=inquiry, text=sealed, due_on=due_on, **made)
    entrust(task, owner, case, actor=actor, now=now)
    task.save()

    ledger.record(actor, Event.TASK_GIVEN, case.record, at=now, due=due_on)
    return case
