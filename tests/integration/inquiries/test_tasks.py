"""Tasks: their owner sees the task and nothing else; the plan's own steps cannot vanish."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from cases.queries import visible_cases
from conduct import clock
from conduct.access import wall
from conduct.access.check import can, scope
from conduct.access.models import RecordGrant
from conduct.access.permissions import Permission
from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.inquiries import sweeping
from conduct.inquiries.models import Task
from conduct.inquiries.queries import own_tasks
from conduct.inquiries.services import Doing, add_task, assign_task, excuse_task, finish_task
from conduct.inquiries.services._standing import NotOnTheTeam, NotToBeAsked
from conduct.inquiries.services._tasks import DueBefore, NoSuchTask
from conduct.inquiries.services.excuse_task import TheBodyExcuses
from conduct.notices.models import Notice
from conduct.notices.news import News
from conduct.rules.vocabulary import TeamPart
from conduct.vault import vault
from conduct.vault.kinds import Sealed

pytestmark = pytest.mark.django_db
EVERYTHING = [each for each in Permission if each.value.startswith("records.")]


@pytest.fixture
def given(actor, staff, now):
    """given(case, "employee2"): a task for somebody, due in ten days."""

    def make(case, owner="employee2", *, days=10, by="auditor1", at=None):
        when = at or now
        add_task(
            actor=actor(by), case=case, doing=Doing(title="Send the logs", text="Of June."),
            owner=staff.person(owner) if owner else None, due_on=clock.day(when) + timedelta(days=days), now=when,
        )  # fmt: skip
        return Task.objects.latest("pk")

    return make


def shut_out(case, person, now):
    place = vault.reserve()
    wall.raise_wall(case.record, [person], reason=place, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, "relative", place=place, now=now)


def test_an_owner_from_outside_has_the_right_to_the_task_and_to_nothing_else(mandated, given, actor):
    case = mandated()
    task = given(case)

    owner = actor("employee2")
    assert list(own_tasks(owner)) == [task]
    assert [p for p in EVERYTHING if scope(owner, p).exists()] == [Permission.DO_TASK]
    assert not visible_cases(owner).exists()
    assert Notice.objects.get(person=owner.person).record is None


@pytest.mark.django_db(transaction=True)
def test_an_owner_reads_the_task_and_no_other_sealed_word(mandated, given, actor, now):
    case = mandated()
    task = given(case)

    (text,) = vault.open_for_doer(actor("employee2"), [task.text], now=now)
    assert "Send the logs" in text
    for item in (case.told, case.facts):
        with pytest.raises(PermissionDenied):
            vault.open(actor("employee2"), item, now=now)
        with pytest.raises(PermissionDenied):
            vault.open_for_doer(actor("employee2"), [item], now=now)
    with pytest.raises(PermissionDenied):
        vault.open_for_doer(actor("employee1"), [task.text], now=now)


def test_done_with_a_note_the_owner_is_out_and_whoever_gave_it_hears(mandated, given, actor, now):
    case = mandated()
    task = given(case)

    finish_task(actor=actor("employee2"), case=case, task=task.pk, note="Sent.", now=now)

    task.refresh_from_db()
    assert (task.done_at, task.done_by.username) == (now, "employee2")
    assert not can(actor("employee2"), Permission.DO_TASK, case.record)
    assert Notice.objects.filter(person__username="auditor1", news=News.TASK_DONE.value).count() == 1


def test_with_another_task_open_the_owner_stays(mandated, given, actor, now):
    case = mandated()
    first, second = given(case), given(case)

    finish_task(actor=actor("employee2"), case=case, task=first.pk, note="", now=now)

    assert list(own_tasks(actor("employee2"))) == [second]
    with pytest.raises(NoSuchTask):
        finish_task(actor=actor("employee2"), case=case, task=first.pk, note="", now=now)


def test_nobody_does_another_persons_task(mandated, given, actor, now):
    case = mandated()
    task = given(case)
    given(case, "employee1")

    for name in ("employee1", "ceo"):
        with pytest.raises(PermissionDenied):
            finish_task(actor=actor(name), case=case, task=task.pk, note="", now=now)


def test_given_to_somebody_else_the_first_is_let_out(mandated, given, actor, staff, now):
    case = mandated()
    task = given(case)

    due_on = clock.day(now) + timedelta(days=3)
    assign_task(
        actor=actor("auditor1"), case=case, task=task.pk, owner=staff.person("employee1"), due_on=due_on, now=now
    )

    assert not own_tasks(actor("employee2")).exists()
    assert not RecordGrant.objects.filter(user__username="employee2").exists()
    assert [each.due_on for each in own_tasks(actor("employee1"))] == [due_on]


def test_a_walled_person_gets_no_task_and_loses_one(mandated, given, staff, actor, now):
    case = mandated()
    task = given(case)
    shut_out(case, staff.person("employee1"), now)
    with pytest.raises(NotToBeAsked):
        given(case, "employee1")
    with pytest.raises(IntegrityError, match="walled"), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(owner=staff.person("employee1"))

    shut_out(case, staff.person("employee2"), now)

    assert not own_tasks(actor("employee2")).exists()


def test_a_step_that_the_plan_demands_can_only_be_excused_by_the_body_with_a_reason(mandated, join, steps, actor, now):
    case = mandated()
    join(case, "employee2", TeamPart.LEAD)
    task = next(step for step in steps(case) if step.mandatory)

    with pytest.raises(TheBodyExcuses):
        excuse_task(actor=actor("employee2"), case=case, task=task.pk, reason="No time.", now=now)
    with pytest.raises(InternalError), transaction.atomic():
        task.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(excused_at=now)
    with pytest.raises(InternalError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(mandatory=False)
    excuse_task(actor=actor("auditor1"), case=case, task=task.pk, reason="Known already.", now=now)

    task.refresh_from_db()
    assert (task.excused_at, task.excused_by.username) == (now, "auditor1")
    with pytest.raises(NoSuchTask):
        excuse_task(actor=actor("auditor1"), case=case, task=task.pk, reason="Again.", now=now)


def test_the_team_leaves_out_what_the_plan_only_advises(mandated, join, steps, actor, now):
    case = mandated()
    join(case, "employee2", TeamPart.LEAD)
    task = next(step for step in steps(case) if not step.mandatory)

    excuse_task(actor=actor("employee2"), case=case, task=task.pk, reason="Not needed.", now=now)

    assert Task.objects.get(pk=task.pk).excused_at == now


def test_a_reviewer_gives_no_tasks_and_nothing_is_due_yesterday(mandated, join, given, now):
    case = mandated()
    join(case, "employee2", TeamPart.REVIEWER)

    with pytest.raises(NotOnTheTeam):
        given(case, "employee1", by="employee2")
    with pytest.raises(DueBefore):
        given(case, "employee1", days=-1)


def test_half_of_the_time_reminds_and_the_end_tells_the_body_once(mandated, given, steps, actor, now):
    case = mandated()
    for step in steps(case):
        excuse_task(actor=actor("auditor1"), case=case, task=step.pk, reason="Known.", now=now)
    given(case, days=4)

    def told(name, news):
        return Notice.objects.filter(person__username=name, news=news.value).count()

    for day, reminded, late in ((2, 0, 0), (3, 1, 0), (4, 1, 0), (5, 1, 1), (6, 1, 1)):
        sweeping.tell_what_is_late(now=now + timedelta(days=day))
        assert told("employee2", News.TASK_DUE_SOON) == reminded
        assert (told("employee2", News.TASK_OVERDUE), told("auditor2", News.TASK_OVERDUE)) == (late, late)

    lines = AuditEvent.objects.filter(record=case.record, event=Event.TASK_OVERDUE.value)
    assert [line.domain for line in lines] == ["bosa"]
