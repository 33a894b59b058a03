"""Giving a task to somebody, who may know nothing else of the matter."""

from datetime import date, datetime

from cases.models import Case
from conduct import clock
from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.inquiries.models import OPEN, Inquiry, Task
from conduct.inquiries.services._standing import check_not_shut_out
from conduct.notices.news import News
from conduct.notices.services import owe_digest
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NoSuchTask(RuleBroken):
    """Done, excused or given to somebody else meanwhile."""

    sentence = gettext_noop("This task is not open any more. Look at the list again.")


class DueBefore(RuleBroken):
    """Nothing can be done by yesterday."""

    sentence = gettext_noop("Choose today or a later day.")


def open_task(inquiry: Inquiry, key: int) -> Task:
    """One open task of this investigation. Raises NoSuchTask."""
    task = inquiry.tasks.filter(OPEN, pk=key).select_related("owner", "record").first()
    if task is None:
        raise NoSuchTask
    return task


def check_day(due_on: date, *, now: datetime) -> None:
    """Raises DueBefore."""
    if due_on < clock.day(now):
        raise DueBefore


def entrust(task: Task, owner: Person | None, case: Case, *, actor: Actor, now: datetime) -> None:
    """Let the owner in to do this, and tell. Raises NotToBeAsked for somebody shut out."""
    task.owner, task.given_at = owner, now if owner else None
    if owner is None:
        return
    check_not_shut_out(owner, case)
    grants.admit(owner, Permission.DO_TASK, case.record, now=now, by=actor.person)
    if owner != actor.person:
        owe_digest(News.TASK_GIVEN, to=[owner], now=now)
