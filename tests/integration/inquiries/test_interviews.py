"""Interviews lie in versions, and the person who was heard can check them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from cases.services import Entry
from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.inquiries.models import InterviewVersion, Task
from conduct.inquiries.queries import own_tasks
from conduct.inquiries.reading import open_inquiry, open_task
from conduct.inquiries.services import (
    Talk,
    answer_read_back,
    ask_read_back,
    edit_interview,
    finish_task,
    note_read_back,
    write_interview,
)
from conduct.inquiries.services._content import NotFoundHere, StillToCome
from conduct.inquiries.services._reading_back import ReadBackAlready, WithoutRemarks
from conduct.inquiries.services._standing import NotOnTheTeam
from conduct.inquiries.services._tasks import NoSuchTask
from conduct.inquiries.services.edit_interview import EditedMeanwhile
from conduct.rules.vocabulary import Audience, PartyRole, TeamPart

pytestmark = pytest.mark.django_db
TALK = Talk(held_on="2026-11-20", notice_on="2026-11-16", present="Two people", language="ja", notes="It was changed.")


@pytest.fixture
def talked(mandated, join, actor, staff, now):
    """talked(audience): a matter in which employee2, the lead, has heard employee1."""

    def make(audience=Audience.TEAM):
        case = mandated()
        join(case, "employee2", TeamPart.LEAD)
        who = Entry(role=PartyRole.WITNESS, person_id=staff.person("employee1").pk)
        return write_interview(actor=actor("employee2"), case=case, who=who, talk=TALK, audience=audience, now=now)

    return make


@pytest.fixture
def handed_back(talked, actor, staff, now):
    """The same, with the record given to employee1 to check."""

    def make():
        case, due_on = talked(), clock.day(now) + timedelta(days=7)
        who = {"owner": staff.person("employee1"), "due_on": due_on}
        ask_read_back(actor=actor("employee2"), case=case, number=1, now=now, **who)
        return case, Task.objects.exclude(reads_back=None).get()

    return make


def test_an_edit_is_the_next_version_and_the_old_one_stays(talked, actor, now):
    case = talked()
    talk = Talk(held_on="2026-11-20", notes="It was changed twice.")

    edit_interview(actor=actor("employee2"), case=case, number=1, after=1, talk=talk, now=now)

    assert list(InterviewVersion.objects.values_list("version", flat=True)) == [1, 2]
    with pytest.raises(EditedMeanwhile):
        edit_interview(actor=actor("employee2"), case=case, number=1, after=1, talk=talk, now=now)
    with pytest.raises(InternalError), transaction.atomic():
        InterviewVersion.objects.filter(version=1).update(version=3)


def test_only_the_team_writes_and_nothing_before_it_happened(talked, actor, now):
    case = talked()
    words = {"who": Entry(name="Somebody"), "audience": Audience.TEAM, "now": now}

    with pytest.raises(NotOnTheTeam):
        write_interview(actor=actor("auditor1"), case=case, talk=TALK, **words)
    with pytest.raises(PermissionDenied):
        write_interview(actor=actor("employee1"), case=case, talk=TALK, **words)
    with pytest.raises(StillToCome):
        write_interview(actor=actor("employee2"), case=case, talk=Talk(held_on="2999-01-01"), **words)


def test_what_is_for_the_body_alone_is_not_there_for_the_team(talked, actor, now):
    case = talked(Audience.BODY)

    with pytest.raises(NotFoundHere):
        edit_interview(actor=actor("employee2"), case=case, number=1, after=1, talk=TALK, now=now)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("audience", list(Audience))
def test_each_reader_opens_the_items_that_are_for_him(talked, actor, now, audience):
    case = talked(audience)

    for name, reads in (("auditor2", set(Audience)), ("employee2", {Audience.MATTER, Audience.TEAM})):
        talks = open_inquiry(actor(name), case, now=now).talks
        assert [each.talk.notes for each in talks] == (["It was changed."] if audience in reads else [])
    with pytest.raises(PermissionDenied):
        open_inquiry(actor("employee1"), case, now=now)


@pytest.mark.django_db(transaction=True)
def test_the_person_who_was_heard_reads_this_text_and_nothing_else(handed_back, actor, now):
    case, task = handed_back()

    (mine,) = own_tasks(actor("employee1"))
    _, talk = open_task(actor("employee1"), mine, now=now)

    assert mine == task and talk.notes == "It was changed."
    assert not can(actor("employee1"), Permission.RECORD_VIEW, case.record)


def test_the_person_who_was_heard_confirms_and_is_let_out(handed_back, actor, now):
    case, task = handed_back()

    with pytest.raises(NoSuchTask):
        finish_task(actor=actor("employee1"), case=case, task=task.pk, note="Done.", now=now)
    answer_read_back(actor=actor("employee1"), case=case, task=task.pk, confirmed=True, remarks="", now=now)

    version = InterviewVersion.objects.get()
    assert (version.confirmed, version.heard_by.username) == (True, "employee1")
    assert not own_tasks(actor("employee1")).exists()


def test_whoever_does_not_agree_says_with_what(handed_back, actor, now):
    case, task = handed_back()
    answer = {"actor": actor("employee1"), "case": case, "task": task.pk, "confirmed": False, "now": now}

    with pytest.raises(WithoutRemarks):
        answer_read_back(remarks=" ", **answer)
    answer_read_back(remarks="It was in July.", **answer)

    with pytest.raises(PermissionDenied):
        answer_read_back(remarks="It was in July.", **answer)
    with pytest.raises(IntegrityError), transaction.atomic():
        InterviewVersion.objects.update(remarks=None)


def test_the_answer_on_a_printed_sheet_is_entered_once_for_each_version(talked, actor, now):
    case = talked()
    words = {"actor": actor("employee2"), "case": case, "number": 1, "now": now}

    note_read_back(confirmed=False, remarks="It was in July.", **words)
    with pytest.raises(ReadBackAlready):
        note_read_back(confirmed=True, remarks="", **words)
    edit_interview(after=1, talk=TALK, **words)
    note_read_back(confirmed=True, remarks="", **words)

    assert list(InterviewVersion.objects.order_by("version").values_list("confirmed", flat=True)) == [False, True]
