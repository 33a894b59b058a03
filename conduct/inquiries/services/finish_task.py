from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.ending import let_go
from conduct.inquiries.models import Task
from conduct.inquiries.queries import own_tasks
from conduct.inquiries.services._tasks import NoSuchTask
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def finish_task(*, actor: Actor, case: Case, task: int, note: str, now: datetime) -> Case:
    """Say that a task is done, as its owner, with a note of what came out."""
    require(actor, Permission.DO_TASK, case.record)
    case = held(actor, Permission.DO_TASK, case)

    found = own_task(actor, case, task)
    if found.reads_back_id is not None:
        raise NoSuchTask

    found.result = vault.seal(case.record, Sealed.TASK, note, now=now) if note.strip() else None
    settle(found, actor, now=now)

    ledger.record(actor, Event.TASK_DONE, case.record, at=now)
    return case


def own_task(actor: Actor, case: Case, key: int) -> Task:
    """One open task of the actor's. Raises PermissionDenied for anybody else's, NoSuchTask once it is over."""
    task = Task.objects.filter(record=case.record, pk=key).select_related("made_by", "record").first()
    if task is None or task.owner_id != actor.who.pk:
        raise PermissionDenied
    if not own_tasks(actor).filter(pk=key).exists():
        raise NoSuchTask
    return task


def settle(task: Task, actor: Actor, *, now: datetime) -> None:
    """Done: its owner is let out of it, and whoever gave it hears of it."""
    task.done_at, task.done_by = now, actor.who
    task.save(update_fields=["done_at", "done_by", "result"])
    let_go(actor.person, task.record)
    if task.made_by != actor.person:
        owe(News.TASK_DONE, task.record, to=[task.made_by], now=now)
