"""Retaliation is a matter of its own: whose it is follows from who did it, and the statutory auditors read it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases.models import Case
from cases.queries import visible_cases
from cases.services import About, Report, file_report, take_case
from conduct.access.wall import is_walled
from conduct.audit.models import AuditEvent
from conduct.people.actor import REPORTER
from conduct.protection.models import Alert, Retaliation
from conduct.protection.services import answer_alert, open_retaliation, tell_retaliation
from conduct.protection.services.answer_alert import DecidedAlready
from conduct.protection.services.open_retaliation import NotYet
from conduct.protection.services.tell_retaliation import NotAfterAReport
from conduct.rules.vocabulary import Body, Channel, Kind, PersonClass
from conduct.rulings.services import Question, explain_all, latest


def opened(case):
    return Case.objects.get(pk=Retaliation.objects.get(source=case.record).pk)


@pytest.mark.norm("N035")
def test_from_a_matter_at_the_ceos_desk_a_case_is_opened_and_the_statutory_auditors_read_it(filed, actor, account, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    open_retaliation(actor=actor("ceo"), case=case, account=account(), now=now)

    new = opened(case)
    assert new.record.body == Body.CEO and new.pk != case.pk
    assert list(new.record.copies.values_list("body", flat=True)) == [Body.BOSA]
    assert new in visible_cases(actor("auditor1"))


@pytest.mark.parametrize(("who", "body"), [("officer1", Body.BOSA), ("ceo", Body.BOSA), ("employee2", Body.CEO)])
def test_it_goes_to_the_body_of_whoever_did_it_and_is_sealed_from_that_person(
    filed, actor, staff, account, now, who, body
):
    case = filed(PersonClass.EMPLOYEE)
    open_retaliation(actor=actor("ceo"), case=case, account=account(person=staff.person(who)), now=now)

    new = opened(case)
    assert new.record.body == body
    assert is_walled(staff.person(who), new.record)


def test_whoever_is_walled_off_from_the_matter_is_walled_off_from_what_follows(filed, actor, staff, account, now):
    case = filed("officer1")
    open_retaliation(actor=actor("auditor1"), case=case, account=account(), now=now)

    assert is_walled(staff.person("officer1"), opened(case).record)


def test_who_may_not_work_on_the_matter_opens_none(filed, actor, account, now):
    case = filed(PersonClass.EMPLOYEE)
    for name in ("auditor1", "director1", "employee1", "officer1"):
        with pytest.raises(PermissionDenied):
            open_retaliation(actor=actor(name), case=case, account=account(), now=now)


def test_a_measure_of_a_day_to_come_is_refused(filed, actor, account, now):
    case, tomorrow = filed(PersonClass.EMPLOYEE), (now + timedelta(days=1)).date()
    with pytest.raises(NotYet):
        open_retaliation(actor=actor("ceo"), case=case, account=account(on=tomorrow), now=now)
    with pytest.raises(NotYet):
        tell_retaliation(actor=REPORTER, source=case.record, account=account(on=tomorrow), now=now)


@pytest.mark.parametrize("by", [None, "employee1"])
def test_the_person_who_told_us_tells_it_to_the_statutory_auditors(filed, actor, staff, account, now, by):
    case = filed(PersonClass.EMPLOYEE)
    who = actor(by) if by else REPORTER
    new = tell_retaliation(actor=who, source=case.record, account=account(person=staff.person("manager1")), now=now)

    assert new.record.body == Body.BOSA
    assert Retaliation.objects.get().opened_by is None
    assert not AuditEvent.objects.filter(record=new.record, actor__username="employee1").exists()


def test_a_question_is_no_report_after_which_to_retaliate(filed, account, now):
    case = filed(PersonClass.EMPLOYEE, kind=Kind.QUESTION)
    with pytest.raises(NotAfterAReport):
        tell_retaliation(actor=REPORTER, source=case.record, account=account(), now=now)


@pytest.mark.norm("N035")
@pytest.mark.parametrize(("days", "holds"), [(0, False), (5, False), (6, True)])
def test_those_who_decide_see_what_the_law_presumes(staff, actor, account, now, days, holds):
    """The law holds for reports since 1 December 2026: six days after the frozen day."""
    then = now + timedelta(days=days)
    new = reported_then(actor, account, then)
    told = explain_all(actor("auditor1"), [latest(new.record, Question.PRESUMPTION)])

    (one,) = told.values()
    assert (one.answer["holds"], one.answer["by_law"]) == (holds, holds)


def reported_then(actor, account, then):
    report = Report(channel=Channel.CEO, about=(About(person_class=PersonClass.EMPLOYEE),), told={"what": "So."})
    source = file_report(actor=actor("employee1"), report=report, now=then)
    return tell_retaliation(actor=REPORTER, source=source.record, account=account(on=then.date()), now=then)


def test_an_alert_is_answered_with_a_case_or_with_a_reason_once(watched, personnel, actor, account, now):
    watched(PersonClass.EMPLOYEE)
    personnel("employee1,dismissal,2026-11-25", "employee1,transfer,2026-11-26")
    one, other = Alert.objects.order_by("raised_at", "pk")

    one = answer_alert(actor=actor("auditor1"), alert=one, reason="Too near.", account=account(), now=now)
    other = answer_alert(actor=actor("auditor2"), alert=other, reason="He asked for it.", now=now)
    assert one.follows.body and Retaliation.objects.get().pk == one.follows_id
    assert other.follows is None
    with pytest.raises(DecidedAlready):
        answer_alert(actor=actor("auditor2"), alert=one, reason="Again.", now=now)
    with pytest.raises(PermissionDenied):
        answer_alert(actor=actor("ceo"), alert=other, reason="Mine.", now=now)
