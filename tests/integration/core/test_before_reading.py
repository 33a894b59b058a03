"""No-conflict statement at first opening (V ¶1): nothing is shown before it, and saying no is stepping aside."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction
from django.http import Http404

from cases.queries import open_case, visible_cases
from cases.services import state_no_conflict
from conduct.access.models import Statement
from conduct.access.statements import StatementWanted, is_wanted
from conduct.audit.models import AuditEvent
from conduct.people.actor import SYSTEM
from conduct.rules.vocabulary import Channel


@pytest.fixture
def unread(filed):
    """A report about an officer that nobody has opened."""
    return filed("officer1", stated=())


def lines(case, event):
    return AuditEvent.objects.filter(record=case.record, event=event).count()


@pytest.mark.norm("N050")
@pytest.mark.norm("N051")
def test_nothing_is_opened_and_no_reading_recorded_before_it(unread, actor, now):
    with pytest.raises(StatementWanted):
        open_case(actor("auditor1"), unread.record.reference, now=now)

    assert lines(unread, "record:viewed") == 0


def test_after_it_the_matter_opens_and_both_stand_on_the_ledger(unread, actor, now):
    state_no_conflict(actor=actor("auditor1"), case=unread, now=now)
    open_case(actor("auditor1"), unread.record.reference, now=now)

    assert lines(unread, "person:no_conflict_stated") == 1
    assert lines(unread, "record:viewed") == 1


def test_each_reader_says_it_once(unread, actor, now):
    for _again in range(2):
        state_no_conflict(actor=actor("auditor1"), case=unread, now=now)

    assert lines(unread, "person:no_conflict_stated") == 1
    assert is_wanted(actor("auditor2"), unread.record)
    assert not is_wanted(actor("auditor1"), unread.record)


def test_whoever_may_not_see_it_cannot_say_it(unread, actor, now):
    with pytest.raises(PermissionDenied):
        state_no_conflict(actor=actor("ceo"), case=unread, now=now)
    with pytest.raises(Http404):
        open_case(actor("ceo"), unread.record.reference, now=now)


def test_a_supervisor_passes_on_without_it_and_the_system_works_without_it(filed, actor):
    case = filed("employee2", channel=Channel.SUPERVISOR, stated=())

    assert visible_cases(actor("manager1")).get() == case
    assert not is_wanted(actor("manager1"), case.record)
    assert not is_wanted(SYSTEM, case.record)


def test_what_was_said_stays(unread, actor, now):
    state_no_conflict(actor=actor("auditor1"), case=unread, now=now)

    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        Statement.objects.all().delete()
