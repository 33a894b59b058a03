"""Whoever reads every table finds no time by which the account that sent a named report could be told from others."""

import pytest
from django.contrib.sessions.backends.cache import SessionStore
from django.core.cache import cache
from django.db import connection

from conduct.people.models import Person
from tests.integration.contact.conftest import HERE, STORY, Reporter, number_on

TIMES = """
    SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type LIKE 'timestamp%'
"""


def rows():
    """Every row of every table, as text, with the times that stand in it."""
    with connection.cursor() as cursor:
        cursor.execute(TIMES)
        times = cursor.fetchall()
        found = set()
        for table in connection.introspection.table_names(cursor):
            own = [column for of, column in times if of == table]
            cursor.execute(f'SELECT to_jsonb(t)::text, to_jsonb(t) ?| %s FROM "{table}" t', [own])
            found |= {(table, row, timed) for row, timed in cursor.fetchall()}
        return found


def named(row, person):
    return any(word in row for word in (str(person.pk), person.pk.hex, person.username))


@pytest.mark.parametrize("then", ["stay", "leave"])
def test_no_row_that_names_the_sender_has_a_time_of_the_visit(staff, then):
    person, reporter, before = staff.person("employee1"), Reporter(), rows()
    reporter.until_check()
    reporter.post("contact/check")
    answer = reporter.post("/w/sign-in/", {"login": "employee1", "password": "demo", "next": "/w/send/"})
    assert answer["Location"] == "/w/send/"
    reporter.post("/w/send/")
    assert number_on(reporter.get("/w/send/done/"))
    if then == "leave":
        reporter.post("/w/sign-out/", headers=HERE)

    written = rows() - before

    assert {table for table, _, _ in written} >= {"cases_case", "audit_auditevent", "records_record"}
    assert [table for table, row, timed in written if timed and named(row, person)] == []
    assert not any(STORY in row for _, row, _ in written)


def test_no_table_holds_sessions_or_sign_ins(db):
    assert "django_session" not in connection.introspection.table_names()
    assert "last_login" not in {field.name for field in Person._meta.get_fields()}


def test_a_session_ends_by_itself_and_by_signing_out(reporter, staff, settings):
    reporter.sign_in(staff.person("employee1"))
    key = reporter.client.cookies[settings.SESSION_COOKIE_NAME].value
    assert SessionStore(key).load()["_auth_user_id"] == str(staff.person("employee1").pk)
    assert 0 < cache._cache.get_client().ttl(cache.make_key(SessionStore(key).cache_key)) <= 30 * 60
    reporter.post("/w/sign-out/")
    assert SessionStore(key).load() == {}
