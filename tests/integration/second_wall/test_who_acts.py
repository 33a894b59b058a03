"""As whom the application speaks to PostgreSQL: in a request, in a task, and when something breaks in between."""

import ast
import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from cases.services import About, Report, file_report
from conduct import clock
from conduct.access import acting
from conduct.access.check import held
from conduct.access.permissions import Permission
from conduct.deadlines.models import Deadline
from conduct.deadlines.tasks import sweep
from conduct.notices.models import Notice
from conduct.notices.tasks import deliver
from conduct.records.models import Record
from conduct.rules.vocabulary import Channel, PersonClass
from conduct.vault import receipts
from conduct.vault.models import SealedItem
from conduct.web.scopes import Scope
from conduct.web.services import issue_token
from tests.architecture.tree import functions, python
from tests.integration.second_wall.conftest import ask, asked_as, told

OWN = ("conduct", "", "")
ATTRIBUTES = "SELECT rolsuper, rolbypassrls, rolcanlogin, rolcreaterole FROM pg_roles WHERE rolname = %s"


@pytest.mark.django_db
def test_a_page_is_asked_for_as_the_application_and_as_whoever_signed_in(at, staff, filed, watched):
    filed("officer1")
    browser, auditor = at("auditor1"), staff.person("auditor1")

    with watched as seen:
        assert browser.get(reverse("desks:bosa"), secure=True).status_code == 200

    assert {role for role, *_ in seen} == {"conduct_app"}
    assert {who for _, who, _ in seen} == {"", str(auditor.pk)}
    assert ask(ATTRIBUTES, "conduct_app")[0][:2] == (False, False)
    assert told() == OWN


@pytest.mark.django_db
def test_a_program_is_the_person_of_its_token(client, actor, watched):
    auditor = actor("auditor1")
    issued = issue_token(
        actor=auditor,
        label="x",
        scopes=tuple(Scope),
        expires_on=clock.day(clock.now()) + timedelta(days=9),
        now=clock.now(),
    )

    with watched as seen:
        answer = client.get("/api/v1/me/", headers={"Authorization": f"Bearer {issued.text}"}, secure=True)

    assert answer.status_code == 200
    assert {role for role, *_ in seen} == {"conduct_app"}
    assert {who for _, who, _ in seen} == {"", str(auditor.person.pk)}
    assert told() == OWN


@pytest.mark.django_db
def test_whoever_holds_a_number_is_a_reporter_and_every_other_stranger_nobody(client, filed, watched):
    drawn = receipts.draw()
    receipts.keep(drawn, filed("ceo").record)

    with watched as seen:
        answer = client.post(
            "/api/v1/receipts/open/", {"number": drawn.number.grouped()}, "application/json", secure=True
        )
    with watched:
        client.get("/en/", secure=True)
        client.get("/w/", secure=True)

    assert answer.status_code == 200
    assert ("conduct_app", "reporter", "") in seen
    assert told() == OWN


@pytest.mark.django_db
def test_whoever_signed_in_never_becomes_the_reporter(staff, filed, shut_out):
    case, person = filed("officer1"), staff.person("officer1")

    with acting.app():
        acting.be(person)
        with acting.reporter():
            assert told()[1] == str(person.pk)
            assert not Record.objects.filter(pk=case.pk).exists()
    with acting.app(), acting.reporter():
        assert Record.objects.filter(pk=case.pk).exists()


@pytest.mark.django_db
def test_outside_of_a_door_nobody_can_be_named_and_an_operator_keeps_the_own_login(staff):
    acting.be(staff.person("officer1"))
    assert told() == OWN

    with acting.operator():
        assert told() == ("conduct", "system", "")
    assert told() == OWN


@pytest.mark.django_db
def test_time_passes_and_mail_leaves_in_roles_of_their_own(filed, now, watched, staff):
    cases = filed("employee2", channel=Channel.SUPERVISOR), filed(PersonClass.EMPLOYEE), filed("officer1")
    Deadline.objects.update(try_at=now - timedelta(days=9))
    with watched as seen:
        passed = sweep()
    assert passed == Deadline.objects.filter(passed_at__isnull=False).count() > len(cases)
    assert {role for role, *_ in seen} == {"conduct_sweeper"} and {who for _, who, _ in seen} == {"system"}
    assert not Deadline.objects.filter(try_at__lt=now - timedelta(days=1), passed_at=None, met_at=None).exists()

    Notice.objects.update(mail_at=now - timedelta(days=9), owed_at=now - timedelta(days=9))
    seen.clear()
    with watched as seen:
        assert deliver() > 0
    assert {role for role, *_ in seen} == {"conduct_sender"}
    assert not Notice.objects.filter(mailed_at=None).exists()
    assert told() == OWN


@pytest.mark.parametrize(
    "role", ["conduct_app", "conduct_sweeper", "conduct_sender", "conduct_disposer", "conduct_walls"]
)
def test_a_role_owns_nothing_and_passes_no_wall(role, db):
    owned = "SELECT count(*) FROM pg_class WHERE relowner = %s::regrole"

    assert ask(ATTRIBUTES, role) == [(False, False, False, False)]
    assert ask(owned, role) == [(0,)]
    assert ask("SELECT has_schema_privilege(%s, 'public', 'CREATE')", role) == [(False,)]


def test_neither_sweeper_nor_sender_reads_what_is_sealed(db):
    """One column excepted: who passes a report on seals the reason under the record's key."""
    readable = """
        SELECT c.relname || '.' || a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
          AND {which} AND has_column_privilege(%s, c.oid, a.attname, 'SELECT')
    """
    sealed = readable.format(which="a.atttypid = 'bytea'::regtype")

    assert ask(sealed, "conduct_sweeper") == [("vault_datakey.wrapped",)]
    assert {column.partition(".")[0] for (column,) in ask(readable.format(which="true"), "conduct_sender")} == {
        "notices_notice", "people_person", "access_wall",
    }  # fmt: skip
    assert ("people_person.password",) not in ask(readable.format(which="true"), "conduct_sender")


@pytest.mark.django_db
def test_a_sweeper_that_opens_a_text_is_refused_by_the_database(filed):
    filed("officer1")

    with acting.sweeper(), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        list(SealedItem.objects.all())


@pytest.mark.django_db(transaction=True)
def test_whoever_steps_aside_ends_that_act_and_is_shown_nothing_afterwards(at, staff, filed):
    case, auditor = filed("officer1"), staff.person("auditor2")
    count = "SELECT count(*) FROM records_record WHERE id = %s"
    address = reverse("desks:recuse", args=["bosa", case.record.reference])
    assert asked_as(auditor, count, case.pk) == [(1,)]

    assert at("auditor2").post(address, {"reason": "A relative."}, secure=True).status_code == 302

    assert asked_as(auditor, count, case.pk) == [(0,)]
    assert asked_as(staff.person("auditor1"), count, case.pk) == [(1,)]


@pytest.mark.django_db
def test_whoever_reports_about_the_own_person_is_walled_off_only_when_the_report_is_filed(staff, actor, code, now):
    ceo = actor("ceo")
    report = Report(channel=Channel.CEO, about=(About(person=ceo.person),), told={"what": "It was me."})

    with acting.app():
        acting.be(ceo.person)
        case = file_report(actor=ceo, report=report, now=now)

    assert asked_as(ceo.person, "SELECT count(*) FROM cases_case WHERE record_id = %s", case.pk) == [(0,)]
    assert Deadline.objects.filter(record=case.pk).exists()


@pytest.mark.django_db
def test_whoever_waited_for_a_lock_while_a_wall_went_up_is_refused_as_ever(filed, actor, shut_out):
    case, auditor = filed("officer1"), actor("auditor2")
    shut_out(case.record, auditor.person)

    with acting.app(), pytest.raises(PermissionDenied), transaction.atomic():
        acting.be(auditor.person)
        held(auditor, Permission.RECORD_WORK, case)


@pytest.mark.parametrize("path", [path for path in python() if path.name == "tasks.py"], ids=str)
def test_every_task_enters_by_a_door(path):
    """A task without one would act as the login, which may be anybody."""
    for function in functions(path):
        names = [ast.unparse(decorator) for decorator in function.decorator_list]
        if any(name.startswith("app.task") for name in names):
            assert any(name.startswith("acting.") for name in names), function.name


@pytest.mark.django_db(transaction=True)
def test_a_new_connection_in_the_middle_begins_as_the_door_says(staff, filed):
    case, person = filed("officer1"), staff.person("officer1")

    with acting.app():
        acting.be(person)
        connection.close()
        assert not Record.objects.filter(pk=case.pk).exists()
        assert told()[:2] == ("conduct_app", str(person.pk))
        with connection.cursor() as cursor, pytest.raises(DatabaseError):
            cursor.execute("SET ROLE none; SELECT pg_terminate_backend(pg_backend_pid())")
        with acting.reporter():
            assert connection.connection is None
        assert not Record.objects.filter(pk=case.pk).exists()
    connection.ensure_connection()
    assert told()[0] == "conduct"


@pytest.mark.django_db(transaction=True)
def test_a_broken_transaction_leaves_nobody_behind(staff):
    person = staff.person("officer1")
    with pytest.raises(DatabaseError), acting.app(), transaction.atomic():
        acting.be(person)
        ask("SELECT 1/0")
    assert told()[0] == "conduct" and told()[1] == ""

    with pytest.raises(DatabaseError), transaction.atomic(), acting.app():
        acting.be(person)
        ask("SELECT 1/0")
    assert told()[0] == "conduct" and not told()[1]


@pytest.mark.django_db(transaction=True)
def test_threads_do_not_act_for_each_other(staff, filed):
    case, walled, other = filed("officer1"), staff.person("officer1"), staff.person("employee2")
    gate, seen = threading.Barrier(2), {}

    def look(person):
        try:
            with acting.app():
                acting.be(person)
                gate.wait()
                seen[person.username] = [Record.objects.filter(pk=case.pk).count() for _ in range(20)]
        finally:
            connection.close()

    threads = [threading.Thread(target=look, args=[person]) for person in (walled, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert seen == {"officer1": [0] * 20, "employee2": [1] * 20}
