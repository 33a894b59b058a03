"""For twelve months after a report what happens to the reporter or a witness alerts the statutory auditors alone."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from cases.models import Party
from cases.services import Entry
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import correct_party, name_party
from conduct.notices.models import Notice
from conduct.people.actor import REPORTER
from conduct.people.models import Person
from conduct.protection import watching
from conduct.protection.models import Alert, CheckIn, SeenEvent, Watch
from conduct.protection.services import (
    answer_check_in,
    import_hr_events,
    see_check_in,
    start_watch,
    stop_watch,
)
from conduct.protection.services.answer_check_in import AnsweredAlready
from conduct.protection.services.start_watch import OnlyAfterAReport
from conduct.protection.tasks import sweep
from conduct.rules.vocabulary import Kind, PartyRole, PersonClass, Wellbeing
from conduct.vault import vault

ELEVEN_MONTHS, LAST, THIRTEEN_MONTHS = "2027-10-25", "2027-11-25", "2027-12-25"


def alerted():
    return set(Notice.objects.filter(news="protection_alert").values_list("person__username", flat=True))


@pytest.mark.norm("N035")
@pytest.mark.parametrize("event", ["dismissal", "discipline", "transfer", "pay_cut", "lower_rating", "end_of_contract"])
def test_a_demotion_in_month_eleven_alerts_the_statutory_auditors_and_nobody_else(watched, personnel, event):
    case = watched(PersonClass.EMPLOYEE)
    before = set(Notice.objects.values_list("pk", flat=True))
    personnel(f"employee1,{event},{ELEVEN_MONTHS}")

    alert = Alert.objects.get()
    assert alert.watch.record_id == case.pk
    told = Notice.objects.exclude(pk__in=before).values_list("person__username", flat=True)
    assert set(told) == alerted() == {"auditor1", "auditor2", "auditor3"}


@pytest.mark.parametrize(("day", "alerts"), [(LAST, 1), ("2027-11-26", 0), (THIRTEEN_MONTHS, 0), ("2026-11-24", 0)])
def test_in_month_thirteen_and_before_the_report_nobody_is_alerted(watched, personnel, day, alerts):
    watched()
    personnel(f"employee1,transfer,{day}")

    assert Alert.objects.count() == alerts
    assert bool(alerted()) is bool(alerts)


def test_the_alert_is_read_by_the_statutory_auditors_alone_and_leaves_its_line_in_their_log(
    watched, personnel, actor, now
):
    case = watched(PersonClass.EMPLOYEE)
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")
    told = Alert.objects.get().told

    for name in ("ceo", "director1", "controls", "employee1"):
        with pytest.raises((PermissionDenied, RuntimeError)):
            vault.open_all(actor(name), [told], now=now)
    lines = AuditEvent.objects.filter(record=case.record).exclude(domain="bosa").values_list("event", flat=True)
    assert not {"alert:raised", "watch:started"} & set(lines)


@pytest.mark.django_db(transaction=True)
def test_an_alert_that_is_opened_is_written_into_the_log_of_the_statutory_auditors(
    watched, personnel, actor, staff, now
):
    watched(PersonClass.EMPLOYEE)
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")
    told = json.loads(vault.open(actor("auditor1"), Alert.objects.get().told, now=now))

    assert told == {"person": str(staff.person("employee1").pk), "measure": "dismissal", "on": ELEVEN_MONTHS}
    assert AuditEvent.objects.get(event="text:opened").domain == "bosa"


def test_who_is_walled_off_from_the_matter_hears_of_no_alert(watched, personnel, staff):
    watched("auditor2")
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")

    assert alerted() == {"auditor1", "auditor3"}


def test_the_import_prints_the_same_bytes_with_and_without_a_hit(filed, watched, personnel):
    lines = (f"employee1,dismissal,{ELEVEN_MONTHS}", f"employee2,transfer,{LAST}", f"manager1,pay_cut,{LAST}")
    faulty = (*lines, "nobody,dismissal,2027-01-01", "employee1,sacked,2027-01-01")
    filed()
    without = [personnel(*lines, options=["--dry-run"]), personnel(*faulty), personnel(*lines), personnel(*lines)]
    assert not Alert.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE protection_seenevent DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM protection_seenevent")
        cursor.execute("ALTER TABLE protection_seenevent ENABLE TRIGGER USER")
    watched()
    with_it = [personnel(*lines, options=["--dry-run"]), personnel(*faulty), personnel(*lines), personnel(*lines)]

    assert Alert.objects.count() == 1
    assert without == with_it


def test_a_dry_run_alerts_nobody_and_keeps_nothing(watched, personnel):
    watched()
    told = personnel.told(f"employee1,dismissal,{ELEVEN_MONTHS}", options=["--dry-run"])

    assert (told["dry_run"], told["add"]) == (True, {"hr_event": 1})
    assert not Alert.objects.exists() and not SeenEvent.objects.exists() and not alerted()


def test_the_same_file_again_changes_nothing(watched, personnel):
    watched()
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")
    again = personnel.told(f"employee1,dismissal,{ELEVEN_MONTHS}")

    assert (again["add"], again["unchanged"], Alert.objects.count()) == ({}, 1, 1)


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        (["employee1,sacked,2027-01-01"], "event"),
        (["employee1,other,2027-01-01"], "event"),
        (["employee1,dismissal,1.1.2027"], "on"),
        (["nobody,dismissal,2027-01-01"], "username"),
        (["employee1,dismissal,"], "on"),
        (["employee1,dismissal,2027-01-01,more"], ""),
        (["employee1,dismissal,2027-01-01", "employee1,dismissal,2027-01-01"], ""),
    ],
)
def test_a_faulty_line_is_named_and_nothing_of_the_file_is_taken(staff, personnel, lines, field):
    status, out, err = personnel("employee2,transfer,2027-01-01", *lines)

    assert (status, out) == (2, "")
    assert err[0].startswith(f"Line {len(lines) + 2}") and field in err[0]
    assert not SeenEvent.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "username,event,on\n", "username,event\nx,y\n", "who,event,on\n", "username,event,on,on\n", "a\0b"]
)
def test_a_file_without_lines_or_with_other_columns_is_refused(staff, personnel, text):
    status, out, err = personnel(text=text)

    assert (status, out, len(err)) == (2, "", 1)


def test_only_the_command_imports(staff, actor, now):
    for name in Person.objects.values_list("username", flat=True):
        with pytest.raises(PermissionDenied):
            import_hr_events(actor=actor(name), lines=[], people={}, now=now)


def test_before_an_alert_no_column_leads_from_a_watch_to_a_person(watched, staff):
    watched()
    relations = {field.related_model for field in Watch._meta.get_fields() if field.is_relation}
    assert Person not in relations
    row = " ".join(str(bytes(v) if isinstance(v, memoryview) else v) for v in Watch.objects.values().get().values())

    for person in Person.objects.all():
        assert str(person.pk) not in row and person.username not in row and person.name not in row


def test_two_watches_of_one_person_do_not_look_alike(watched):
    watched(), watched()
    one, other = Watch.objects.values_list("mark", flat=True)

    assert bytes(one) != bytes(other)


def test_nothing_asks_who_is_watched_and_a_person_asks_only_of_oneself(watched, staff, now):
    watched()
    day = now.date()
    assert [found.record for found in watching.own_watches(staff.person("employee1"), day)] == [
        Watch.objects.get().record
    ]
    assert watching.own_watches(staff.person("employee2"), day) == []


def test_a_witness_who_is_entered_is_watched_from_that_day(watched, filed, actor, staff, personnel, now):
    case = filed("officer1")
    witness = Entry(role=PartyRole.WITNESS, person_id=staff.person("employee2").pk)
    case = name_party(
        actor=actor("auditor1"), case=case, entry=witness, reason="He saw it.", now=now + timedelta(days=40)
    )
    assert Watch.objects.get().since_on == date(2027, 1, 4)

    personnel("employee2,dismissal,2027-01-03", "employee2,dismissal,2027-06-01")
    assert Alert.objects.count() == 1


def test_a_witness_who_is_taken_out_again_is_watched_no_longer(filed, actor, staff, personnel, now):
    case = filed("officer1")
    witness = Entry(role=PartyRole.WITNESS, person_id=staff.person("employee2").pk)
    case = name_party(actor=actor("auditor1"), case=case, entry=witness, reason="He saw it.", now=now)
    correct_party(actor=actor("auditor1"), case=case, place=2, entry=None, reason="Not he.", now=now)
    assert Party.objects.filter(ended_at__isnull=False).exists()

    personnel("employee2,dismissal,2027-01-03")
    assert not Alert.objects.exists()


@pytest.mark.parametrize("role", sorted(set(PartyRole) - {PartyRole.WITNESS}))
def test_nobody_else_in_a_case_is_watched(filed, actor, staff, now, role):
    entry = Entry(role=role, person_id=staff.person("employee2").pk)
    name_party(actor=actor("auditor1"), case=filed("officer1"), entry=entry, reason="So.", now=now)

    assert not Watch.objects.exists()


def test_a_question_is_not_watched(filed, actor, now):
    with pytest.raises(OnlyAfterAReport):
        start_watch(actor=actor("employee1"), case=filed(PersonClass.EMPLOYEE, kind=Kind.QUESTION), now=now)


@pytest.mark.norm("N035")
def test_each_month_it_is_asked_once_and_after_a_year_no_longer(watched, months_pass, staff, moment):
    watched()
    months_pass(400)

    days = list(CheckIn.objects.order_by("asked_on").values_list("asked_on", flat=True))
    assert len(days) == 12
    assert (days[0], days[-1]) == (date(2026, 12, 25), date(2027, 11, 25))


def test_after_a_pause_of_the_beat_it_is_asked_once(watched, moment):
    watched()
    moment.later(days=100)
    assert sweep() == 1 and sweep() == 0
    assert CheckIn.objects.count() == 1


def test_the_question_stands_on_the_own_page_alone(watched, months_pass, staff, moment):
    watched()
    months_pass(31)
    day = moment.now.date()

    assert len(watching.own_check_ins(staff.person("employee1"), day)) == 1
    assert watching.own_check_ins(staff.person("employee2"), day) == []
    assert watching.check_in_by_number(Watch.objects.get().record_id, day) == CheckIn.objects.get()


@pytest.mark.parametrize(
    ("answer", "words", "told"),
    [
        (Wellbeing.NOTHING, " ", False),
        (Wellbeing.NOTHING, "All well.", True),
        (Wellbeing.UNSURE, "", True),
        (Wellbeing.SOMETHING, "", True),
    ],
)
def test_the_statutory_auditors_hear_of_an_answer_unless_nothing_was_said(
    watched, months_pass, actor, moment, answer, words, told
):
    watched()
    months_pass(31)
    one = answer_check_in(actor=REPORTER, check_in=CheckIn.objects.get(), answer=answer, words=words, now=moment.now)

    heard = set(Notice.objects.filter(news="check_in_told").values_list("person__username", flat=True))
    assert heard == ({"auditor1", "auditor2", "auditor3"} if told else set())
    assert (one.words is not None) is bool(words.strip())
    with pytest.raises(AnsweredAlready):
        answer_check_in(actor=REPORTER, check_in=one, answer=answer, now=moment.now)


def test_an_answer_is_looked_after_by_a_statutory_auditor_and_by_nobody_else(watched, months_pass, actor, moment):
    watched(PersonClass.EMPLOYEE)
    months_pass(31)
    one = answer_check_in(actor=REPORTER, check_in=CheckIn.objects.get(), answer=Wellbeing.UNSURE, now=moment.now)

    for name in ("ceo", "director1", "employee1"):
        with pytest.raises(PermissionDenied):
            see_check_in(actor=actor(name), check_in=one, now=moment.now)
    assert see_check_in(actor=actor("auditor2"), check_in=one, now=moment.now).seen_by.username == "auditor2"


def test_whoever_does_not_want_to_be_asked_is_neither_asked_nor_watched(watched, months_pass, personnel, actor, moment):
    watched()
    stop_watch(actor=actor("employee1"), watch=Watch.objects.get(), now=moment.now)
    months_pass(40)
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")

    assert not CheckIn.objects.exists() and not Alert.objects.exists()
