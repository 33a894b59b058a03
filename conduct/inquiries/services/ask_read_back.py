from datetime import date, datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import Task
from conduct.inquiries.services._content import interview_of, writable
from conduct.inquiries.services._reading_back import last_version
from conduct.inquiries.services._tasks import check_day, entrust
from conduct.inquiries.wording import Doing
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed

READ_BACK = gettext_noop("Check the record of your interview")


@transaction.atomic
def ask_read_back(*, actor: Actor, case: Case, number: int, owner: Person, due_on: date, now: datetime) -> Case:
    """Let the person who was heard check the record as a task: this text, and nothing else of the matter."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = writable(actor, case, now=now)
    check_day(due_on, now=now)
    version = last_version(interview_of(actor, case, number, now=now))

    sealed = vault.seal(case.record, Sealed.TASK, Doing(title=READ_BACK, step="read_back").as_text(), now=now)
    made = {"made_by": actor.who, "made_at": now}
    task = Task(record=case.record, inquiry=inquiry, text=sealed, reads_back=version, due_on=due_on, **made)
    entrust(task, owner, case, actor=actor, now=now)
    task.save()

    ledger.record(actor, Event.TASK_GIVEN, case.record, at=now, due=due_on)
    return case
