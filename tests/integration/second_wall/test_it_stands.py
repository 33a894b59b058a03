"""The second wall is whole: on every table, in every database that `migrate` was run on, or nobody is served."""

import subprocess
import sys

import pytest
from django.core.management import call_command
from django.db import connection

from cases.models import Note
from conduct.access import acting, rows, second_wall
from conduct.access.rows import guarded
from conduct.access.startup import refuse_without_second_wall
from tests.conftest import ROOT
from tests.integration.second_wall.conftest import ask, asked_as, change, told

LEADS_TO_A_RECORD = """
    WITH RECURSIVE led AS (
        SELECT 'records_record'::regclass::oid AS found
        UNION SELECT conrelid FROM pg_constraint JOIN led ON confrelid = found WHERE contype = 'f'
    )
    SELECT relname FROM pg_class JOIN led ON oid = found
"""
GONE = (
    "DROP POLICY second_wall ON cases_case",
    "ALTER TABLE cases_case NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
    "DROP POLICY second_wall ON cases_case; CREATE POLICY second_wall ON cases_case USING (true)",
)
OWNER, DATABASE = "outsider", "elsewhere"
PASSWORDS = {"CONDUCT_WEB_PASSWORD": "web-secret", "CONDUCT_WORKER_PASSWORD": "worker-secret"}
BEGIN = """
import django; django.setup()
from django.core.management import call_command
from django.db import connection
from django.test import Client
from conduct.access import acting
from conduct.people.models import Person
from conduct.records.models import Record
"""
FILL = f"""{BEGIN}
call_command("make_vault_key", stdout=open("/dev/null", "w"))
call_command("load_demo", stdout=open("/dev/null", "w"))
with acting.operator():
    print(Record.objects.count() > 9)
print(Record.objects.count())
"""
LOOK = f"""{BEGIN}
with acting.operator():
    print(Record.objects.count())
client = Client(SERVER_NAME="localhost")
client.force_login(Person.objects.get(username="auditor1"))
print(client.get("/w/bosa/", secure=True).status_code)
"""
SWEEP = f"""{BEGIN}
from django.conf import settings
from conduct import clock
from conduct.deadlines.tasks import sweep
from conduct.notices.tasks import deliver
from datetime import timedelta
settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
now = clock.now()
clock.now = lambda: now + timedelta(days=40)
print(sweep() > 9, deliver() > 0)
"""


def test_the_tables_that_it_guards_are_those_that_lead_to_a_record(db):
    """Asked of the catalogue, where no model of ours can leave a table out."""
    hidden = {model._meta.db_table for model in guarded()}

    assert {name for (name,) in ask(LEADS_TO_A_RECORD)} == hidden | rows.PUBLISHED
    assert second_wall.stands(connection)


@pytest.mark.parametrize("fault", GONE)
def test_what_is_taken_away_is_noticed_and_put_back(fault, db, settings):
    settings.REFUSE_SUPERUSERS = True
    refuse_without_second_wall()
    change(fault)

    with pytest.raises(SystemExit, match="Row security"):
        refuse_without_second_wall()
    second_wall.put_up("default")
    assert not second_wall.stands(connection)
    second_wall.put_up("default", plan=[])
    refuse_without_second_wall()


def test_putting_it_up_again_costs_one_question(db, django_assert_num_queries):
    with django_assert_num_queries(2):
        second_wall.put_up("default", plan=[])


def test_logins_without_any_power_over_the_server_are_enough(own_servers, ask_outside):
    """As an operator has it on somebody else's server: who migrates owns the database, web and worker own nothing."""
    outside = own_servers.up() | {"DJANGO_SETTINGS_MODULE": "conduct.settings.test", "CONDUCT_DEMO": "1"}
    ask_outside(outside, f"CREATE ROLE {OWNER} LOGIN CREATEROLE NOSUPERUSER")
    ask_outside(outside, f"CREATE DATABASE {DATABASE} OWNER {OWNER}")

    def run(login, *command):
        address = outside["DATABASE_URL"].replace("conduct@/conduct", f"{login}@/{DATABASE}")
        whole, environment = [sys.executable, *command], outside | PASSWORDS | {"DATABASE_URL": address}
        done = subprocess.run(whole, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0 and "-secret" not in done.stdout + done.stderr, done.stderr
        return done.stdout.split()

    run(OWNER, "manage.py", "migrate", "-v0")
    run(OWNER, "manage.py", "migrate", "-v0")
    assert run(OWNER, "manage.py", "make_logins")[-1] == "conduct_worker"

    assert run(OWNER, "-c", FILL) == ["True", "0"]
    assert run("conduct_app", "-c", LOOK) == ["0", "200"]
    assert run("conduct_worker", "-c", SWEEP) == ["True", "True"]


def test_a_login_that_may_not_make_roles_is_told_what_is_missing(db):
    change("CREATE ROLE poor; GRANT CREATE, USAGE ON SCHEMA public TO poor; GRANT SELECT ON django_migrations TO poor;"
           " DROP POLICY second_wall ON cases_case; SET ROLE poor")  # fmt: skip

    with pytest.raises(Exception, match="may not put up the second wall"):
        second_wall.put_up("default", plan=[])


def test_web_and_worker_get_logins_that_own_nothing_and_take_the_roles_of_their_tasks(db):
    second_wall.let_in(connection, web="web-secret", worker="worker-secret")

    member = "SELECT pg_has_role('conduct_worker', %s, 'USAGE')"
    assert ask("SELECT rolcanlogin, rolsuper FROM pg_roles WHERE rolname = 'conduct_app'") == [(True, False)]
    assert [
        ask(member, role)[0][0] for role in ("conduct_app", "conduct_sweeper", "conduct_sender", "conduct_disposer")
    ] == [True] * 4
    assert ask(member, "conduct_walls") == [(False,)]


def test_before_the_tables_are_there_nothing_is_put_up(db, monkeypatch):
    """`migrate` may be told to stop half-way."""
    change("DROP POLICY second_wall ON cases_case")
    monkeypatch.setattr(connection.introspection, "table_names", lambda: [])

    second_wall.put_up("default", plan=[])

    assert not second_wall.stands(connection)


def test_a_row_that_hangs_on_another_is_shown_with_it(eventful, staff, shut_out):
    """No table hangs on a record by such a way alone yet; the way is tried on one that has a shorter one as well."""
    text, insider, outsider = Note._meta.get_field("text"), staff.person("auditor3"), staff.person("director2")
    for record in eventful:
        shut_out(record, outsider)
    by_the_text = f"SELECT count(*) FROM cases_note WHERE {rows.through(text)}"
    without_its_case = [field for field in Note._meta.concrete_fields if field.name != "case"]

    assert asked_as(insider, by_the_text) == [(1,)]
    assert asked_as(outsider, by_the_text) == [(0,)]
    change("DROP POLICY second_wall ON cases_note")
    assert asked_as(outsider, by_the_text) == [(0,)]
    assert rows.key_to_record(Only(without_its_case)) is text


class Only:
    """A table as it would be with these fields alone."""

    def __init__(self, fields):
        self._meta = type("Meta", (), {"concrete_fields": fields})


def test_a_migration_finds_the_rows_that_it_moves_and_nobody_after_it(db):
    with acting.app():
        acting.migrating("default")
        assert told()[:2] == ("conduct", "system")
        acting.migrated("default")
        assert told()[:2] == ("conduct_app", "")


def test_migrate_puts_it_up(db):
    change("DROP POLICY second_wall ON cases_case")

    call_command("migrate", verbosity=0)

    assert second_wall.stands(connection)
