"""A report finds its authority: routed, explained, walled, sealed, timed, told and written down, in one transaction."""

import json
from datetime import date

import pytest
from django.db.models.functions import Now

from cases.models import Case
from cases.queries import visible_cases
from cases.services.file_report import NoWayThroughTheSupervisor
from conduct.access.wall import is_walled
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.notices.models import Notice
from conduct.notices.news import News
from conduct.people.dated import span
from conduct.people.models import Appointment
from conduct.people.vocabulary import Office
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, Channel, MatterType, PersonClass
from conduct.rulings.services import Question, explain, latest
from conduct.vault import vault
from conduct.vault.models import SealedItem

LEADERS = [PersonClass.OFFICER, PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.STATUTORY_AUDITOR]


def events(case):
    return [line.event for line in timeline(case.record, Domain)]


@pytest.mark.norm("N024")
@pytest.mark.norm("N028")
@pytest.mark.parametrize("person_class", LEADERS)
def test_a_report_about_a_leader_arrives_at_the_statutory_auditors(filed, person_class):
    assert filed(person_class).record.body == Body.BOSA


@pytest.mark.norm("N025")
@pytest.mark.norm("N033")
def test_a_named_report_about_an_employee_rests_at_the_ceos_desk_for_now(filed, actor):
    case = filed(PersonClass.EMPLOYEE)

    assert (case.record.body, case.record.provisional) == (Body.CEO, True)
    assert list(visible_cases(actor("ceo"))) == [case]
    assert list(visible_cases(actor("director1"))) == []


@pytest.mark.norm("N031")
def test_the_auditors_channel_reaches_nobody_else(filed, actor):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.BOSA_NAMED)

    assert [name for name in ("ceo", "director1", "auditor1", "manager1") if visible_cases(actor(name)).exists()] == [
        "auditor1"
    ]
    assert not Notice.objects.filter(record=case.record, person__username="ceo").exists()


def test_the_subject_is_walled_off_whatever_he_is(filed, staff, actor):
    root = staff.person("auditor2")
    root.is_superuser = True
    root.save()

    case = filed("auditor2")

    assert list(visible_cases(actor("auditor1"))) == [case]
    assert list(visible_cases(actor("auditor2"))) == []
    assert not Notice.objects.filter(record=case.record, person=root).exists()


@pytest.mark.norm("N001")
def test_the_class_is_the_one_on_the_day_of_the_conduct(filed, staff, now):
    earlier = {"person": staff.person("officer1"), "company": staff.issuer, "office": Office.EMPLOYEE.value}
    Appointment.objects.create(valid=span(date(2010, 4, 1), date(2020, 4, 1)), **earlier)
    today = filed("officer1")
    before_the_appointment = filed("officer1", conduct_on=now.date().replace(year=2015))

    assert today.record.body == Body.BOSA
    assert before_the_appointment.record.body == Body.CEO


@pytest.mark.parametrize("year", [1926, 2126])
def test_a_day_on_which_nobody_was_anything_takes_no_officer_to_the_ceo(filed, now, year):
    assert filed("officer1", conduct_on=now.date().replace(year=year)).record.body == Body.BOSA


def test_what_the_present_ceo_did_as_an_employee_does_not_lie_behind_his_own_wall(filed, staff, actor, now):
    earlier = {"person": staff.person("ceo"), "company": staff.issuer, "office": Office.EMPLOYEE.value}
    Appointment.objects.create(valid=span(date(2010, 4, 1), date(2020, 4, 1)), **earlier)

    case = filed("ceo", conduct_on=now.date().replace(year=2015))

    assert case.record.body == Body.BOARD
    assert visible_cases(actor("director1")).exists() and not visible_cases(actor("ceo")).exists()


def test_that_the_ceo_did_not_hand_on_is_about_the_ceo_whoever_is_named(filed, staff, actor):
    case = filed("employee2", matter=MatterType.CEO_FAILED_TO_NOTIFY)

    assert (case.record.body, case.record.beyond_ceo) == (Body.BOSA, True)
    assert is_walled(staff.person("ceo"), case.record)
    assert not Notice.objects.filter(person__username="ceo").exists()


@pytest.mark.parametrize(
    ("named", "body"),
    [
        (["auditor1"], Body.BOSA),
        (["auditor1", "auditor2"], Body.BOARD),
        (["auditor1", "auditor2", "auditor3"], Body.BOARD),
    ],
)
def test_most_of_the_auditors_named_the_matter_rests_where_somebody_can_act(filed, actor, named, body):
    case = filed(*named)

    assert case.record.body == body
    assert visible_cases(actor("director1")).exists() == (body is Body.BOARD)


def test_a_copy_by_the_rules_is_written_down_and_told(filed, now):
    case = filed("employee2", matter=MatterType.RETALIATION)

    assert "record:copy_given" in [line.event for line in timeline(case.record, [Domain.BOSA])]
    assert "record:copy_given" not in [line.event for line in timeline(case.record, [Domain.CEO])]
    assert Notice.objects.filter(record=case.record, person__username="auditor1").exists()


def test_it_says_why(filed, actor, now):
    case = filed("officer1")

    told = explain(actor("auditor1"), latest(case.record, Question.ROUTING), now=now)

    assert told.answer["lead"] == "bosa"
    assert "III ¶1" in {key for step in told.steps for key in step.paragraphs}
    assert told.passed_over
    assert told.facts["channel"] == "ceo"


def test_the_ceo_learns_that_something_was_handed_on_and_nothing_else(filed):
    case = filed("officer1")

    owed = Notice.objects.get(person__username="ceo")

    assert owed.news == News.HANDED_ON_FOR_YOU
    assert "record:handed_on" in events(case)


@pytest.mark.parametrize("about", [PersonClass.CEO, PersonClass.STATUTORY_AUDITOR, PersonClass.UNKNOWN])
def test_the_ceo_learns_nothing_where_the_rule_says_bypass_or_hold(filed, about):
    filed(about)

    assert not Notice.objects.filter(person__username="ceo").exists()


def test_accounting_matters_start_at_the_statutory_auditors(filed):
    case = filed(PersonClass.EMPLOYEE, matter=MatterType.ACCOUNTING)

    assert case.record.body == Body.BOSA
    assert not Notice.objects.filter(person__username="ceo").exists()


def test_the_reporter_is_nowhere_in_clear(filed, staff):
    case = filed("officer1")
    reporter = staff.person("employee1")

    assert {line.actor for line in timeline(case.record, Domain)} == {None}
    assert events(case)[-1] == "report:filed"
    everything = [bytes(item.sealed) for item in SealedItem.objects.all()]
    assert not [blob for blob in everything if str(reporter.pk).encode() in blob or b"I saw it" in blob]


def test_nobody_opens_the_name_of_the_reporter_alone(filed, actor, now):
    from django.core.exceptions import PermissionDenied  # noqa: PLC0415

    name = SealedItem.objects.get(record=filed("officer1").record, kind="identity")

    for who in ("auditor1", "ceo", "director1", "controls"):
        with pytest.raises(PermissionDenied):
            vault.open(actor(who), name, now=now)


def test_opening_the_text_is_written_down_first(filed, actor, now):
    case = filed("officer1")

    assert json.loads(vault.open(actor("auditor1"), case.told, now=now)) == {"what": "I saw it."}
    assert events(case)[-1] == "text:opened"


def test_clocks_run_from_the_first_moment_with_their_computation(filed):
    case = filed(PersonClass.EMPLOYEE)

    owed = case.record.deadlines.owed()
    assert {deadline.kind for deadline in owed} == {"acknowledge", "triage"}
    assert case.record.next_due_at == min(deadline.due_at for deadline in owed)
    assert all(deadline.computation_id for deadline in owed)


def test_a_report_through_the_supervisor_waits_with_the_supervisor(filed, actor):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR)

    assert case.record.body == Body.SUPERVISOR
    assert list(visible_cases(actor("manager1"))) == [case]
    assert list(visible_cases(actor("ceo"))) == []


def test_the_supervisor_channel_is_closed_when_the_supervisor_is_named(filed):
    with pytest.raises(NoWayThroughTheSupervisor):
        filed("manager1", channel=Channel.SUPERVISOR)
    assert Case.objects.count() == Record.objects.count() == 0


def test_what_the_ceo_reports_goes_to_the_board(filed):
    assert filed(PersonClass.EMPLOYEE, by="ceo").record.body == Body.BOARD


def test_while_the_post_of_the_ceo_is_vacant_the_board_has_the_desk(filed, staff):
    Appointment.objects.filter(person=staff.person("ceo"), office="ceo").update(known_until=Now())

    assert filed(PersonClass.EMPLOYEE).record.body == Body.BOARD
