"""What happens in investigations by itself: time ends somebody's part, a mandate is over, a task is late."""

from datetime import datetime

import structlog
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case
from conduct import clock
from conduct.access import wall
from conduct.inquiries.ending import end_inquiry, let_out
from conduct.inquiries.models import IN_THE_TEAM, OPEN, Inquiry, Member, Task
from conduct.inquiries.queries import LOOKED_INTO
from conduct.inquiries.services import escalate_task
from conduct.notices.news import News
from conduct.notices.services import owe_digest
from conduct.people.actor import SYSTEM
from conduct.records.spine import locked

log = structlog.get_logger(__name__)


def over() -> QuerySet[Inquiry]:
    """Mandates whose matter is closed, or rests elsewhere."""
    states = [state.value for state in LOOKED_INTO]
    running = Case.objects.filter(pk=OuterRef("record"), state__in=states, record__body=OuterRef("body"))
    return Inquiry.objects.filter(~Exists(running), ended_at=None).order_by("pk")


def gone(now: datetime) -> QuerySet[Member]:
    """Whose last day is over, who is shut out, and who has left the company."""
    past = Q(ends_on__lt=clock.day(now)) | Q(person__is_active=False)
    shut_out = Exists(wall.rows_of(record=OuterRef("record"), person=OuterRef("person")))
    return Member.objects.filter(IN_THE_TEAM).filter(past | shut_out).order_by("pk")


def late(now: datetime) -> QuerySet[Task]:
    """Tasks whose day is over and of which nobody has been told."""
    return Task.objects.filter(OPEN, due_on__lt=clock.day(now), escalated_at=None, inquiry__ended_at=None).order_by(
        "due_on", "pk"
    )


def close_what_is_over(*, now: datetime) -> int:
    """Each in a transaction of its own, so that one fault holds up nobody else's end."""
    ended = [_attempt(_end, key, now=now) for key in over().values_list("pk", flat=True)]
    left = [_attempt(_leave, key, now=now) for key in gone(now).values_list("pk", flat=True)]
    return sum(ended) + sum(left)


def tell_what_is_late(*, now: datetime) -> int:
    """Remind at half of the time; once it is over, tell the owner and the body."""
    remind(now=now)
    return sum(_attempt(_escalate, key, now=now) for key in late(now).values_list("pk", flat=True))


def remind(*, now: datetime) -> None:
    """Every owner once, when half of the days from the giving to the due day are gone."""
    waiting = Task.objects.filter(OPEN, reminded_at=None, owner__is_active=True, inquiry__ended_at=None)
    for task in waiting.filter(due_on__gte=clock.day(now)).select_related("owner"):
        given = clock.day(task.given_at or task.made_at)
        if clock.day(now) > given + (task.due_on - given) / 2:
            _attempt(_remind, task.pk, now=now)


def _attempt(act: object, key: int, *, now: datetime) -> bool:
    try:
        with transaction.atomic():
            act(key, now=now)  # type: ignore[operator]
    except Exception:
        log.exception("inquiry_not_swept", step=act.__name__, key=key)  # type: ignore[attr-defined]
        return False
    return True


def _end(key: int, *, now: datetime) -> None:
    inquiry = Inquiry.objects.select_related("record").get(pk=key)
    locked(inquiry.record.case)
    if over().filter(pk=key).exists():
        end_inquiry(inquiry, now=now)


def _leave(key: int, *, now: datetime) -> None:
    member = Member.objects.select_related("record__case", "person", "inquiry").get(pk=key)
    locked(member.record.case)
    if gone(now).filter(pk=key).exists():
        let_out(member, actor=SYSTEM, now=now)


def _escalate(key: int, *, now: datetime) -> None:
    task = Task.objects.select_related("record__case").get(pk=key)
    escalate_task(actor=SYSTEM, case=task.record.case, task=key, now=now)


def _remind(key: int, *, now: datetime) -> None:
    task = Task.objects.select_related("owner").get(pk=key)
    if Task.objects.filter(OPEN, pk=key, reminded_at=None).update(reminded_at=now):
        owe_digest(News.TASK_DUE_SOON, to=[task.owner], now=now)
