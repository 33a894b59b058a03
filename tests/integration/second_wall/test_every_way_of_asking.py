"""What a wall hides from a person is hidden from whatever the application asks PostgreSQL in that person's name."""

import pytest
from django.db import ProgrammingError, connection, transaction

from conduct.access import acting
from conduct.access.rows import guarded, is_record_key, key_to_record
from conduct.records.models import Record
from tests.integration.second_wall.conftest import ask, asked_as, change, tables

pytestmark = pytest.mark.django_db
MODELS = {model._meta.db_table: model for model in guarded()}
VIEW = "CREATE VIEW shown WITH (security_invoker) AS SELECT * FROM records_record"
WAYS = {
    "a count": "SELECT count(*) FROM records_record WHERE id = %s",
    "EXISTS": "SELECT EXISTS (SELECT FROM records_record WHERE id = %s)::int",
    "a join": "SELECT count(*) FROM cases_case c JOIN records_record r ON r.id = c.record_id WHERE c.record_id = %s",
    "an outer join": "SELECT count(c.record_id) FROM people_person p LEFT JOIN cases_case c ON c.record_id = %s",
    "a lateral join": "SELECT count(*) FROM (SELECT %s::uuid k), LATERAL (SELECT FROM cases_case WHERE record_id = k)",
    "IN": "SELECT count(*) FROM deadlines_deadline WHERE record_id IN (SELECT id FROM records_record WHERE id = %s)",
    "an array": "SELECT coalesce(cardinality(array_agg(id)), 0) FROM records_record WHERE id = %s",
    "the least": "SELECT count(m) FROM (SELECT min(opened_at) m FROM records_record WHERE id = %s) x",
    "a union": "SELECT count(*) FROM (TABLE records_record UNION ALL TABLE records_record) x WHERE id = %s",
    "a common table": "WITH r AS MATERIALIZED (TABLE records_record) SELECT count(*) FROM r WHERE id = %s",
    "a function of the row": "SELECT count(*) FROM records_record r WHERE r::text LIKE '%%' || %s || '%%'",
    "a view": "SELECT count(*) FROM shown WHERE id = %s",
    "a lock": "SELECT count(*) FROM (SELECT FROM records_record WHERE id = %s FOR NO KEY UPDATE) x",
    "a change": "WITH c AS (UPDATE cases_case SET state=state WHERE record_id = %s RETURNING 1) SELECT count(*) FROM c",
}


def shown_in(table, person, records):
    """How many rows of these records the person is shown."""
    key = MODELS[table]._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {key}::text FROM {table} WHERE {of_these(MODELS[table])}", [[r.pk for r in records]])
        there = [row for (row,) in cursor.fetchall()]
    return asked_as(person, f"SELECT count(*) FROM {table} WHERE {key}::text = ANY (%s)", there)[0][0]


def of_these(model):
    """The condition that a row hangs on one of some records, over as many keys as lie between."""
    if model is Record:
        return "id = ANY (%s::uuid[])"
    key = key_to_record(model)
    if is_record_key(key):
        return f"{key.column} = ANY (%s::uuid[])"
    up = key.related_model._meta
    return f"{key.column} IN (SELECT {up.pk.column} FROM {up.db_table} WHERE {of_these(key.related_model)})"


def test_every_table_that_hangs_on_a_record_hides_its_rows_behind_the_wall(eventful, staff, shut_out):
    outsider, other = staff.person("director2"), staff.person("auditor3")
    for record in eventful:
        shut_out(record, outsider)

    rows = {table: shown_in(table, other, eventful) for table in tables()}

    assert {table: shown_in(table, outsider, eventful) for table in tables()} == dict.fromkeys(tables(), 0)
    assert {table for table, count in rows.items() if count} >= {
        "records_record", "records_copy", "audit_auditevent", "vault_datakey", "vault_sealeditem", "vault_receipt",
        "rulings_ruling", "deadlines_deadline", "notices_notice", "cases_case", "cases_note", "cases_closing",
        "cases_relay", "cases_keptnumber", "handoffs_handoff", "access_recordgrant",
    }  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_asking_shows_it(way, eventful, staff, shut_out):
    record, person = eventful[0], staff.person("director2")
    change(f"{VIEW}; GRANT SELECT ON shown TO conduct_app")

    before = asked_as(person, WAYS[way], str(record.pk))
    shut_out(record, person)

    assert before[0][0] > 0
    assert asked_as(person, WAYS[way], str(record.pk)) == [(0,)]


def test_nothing_can_be_hung_on_a_hidden_record(eventful, staff, shut_out, now):
    record, person = eventful[0], staff.person("director2")
    add = "INSERT INTO notices_notice (id, person_id, record_id, news, owed_at, mail_at, tries) "
    add += "VALUES (gen_random_uuid(), %s, %s, 'record_arrived', %s, %s, 0) RETURNING 1"

    assert asked_as(person, add, person.pk, record.pk, now, now) == [(1,)]
    shut_out(record, person)

    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        asked_as(person, add, person.pk, record.pk, now, now)


def test_of_walls_a_person_finds_the_own_ones_and_those_of_records_that_are_open(eventful, staff, shut_out):
    person, other = staff.person("director2"), staff.person("auditor3")
    hidden, open_to_person, _ = eventful
    shut_out(hidden, person), shut_out(hidden, other), shut_out(open_to_person, other)

    found = asked_as(person, "SELECT record_id, person_id FROM access_wall WHERE person_id IN (%s, %s)",
                     person.pk, other.pk)  # fmt: skip

    assert (hidden.pk, other.pk) not in found
    assert {(hidden.pk, person.pk), (open_to_person.pk, other.pk)} <= set(found)


def test_no_view_shows_what_its_owner_may_see(db):
    """A plain view asks as its owner, before whom no wall stands."""
    ours = "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"

    assert ask(f"{ours} AND NOT coalesce(reloptions, '{{}}') @> '{{security_invoker=true}}'") == []


def test_statistics_that_count_hidden_rows_are_not_to_be_had(eventful, staff):
    for view in ("pg_stat_user_tables", "pg_stat_all_tables", "pg_stat_xact_user_tables", "pg_statio_user_tables"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            asked_as(staff.person("ceo"), f"SELECT * FROM {view}")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        asked_as(staff.person("ceo"), "SELECT pg_stat_get_live_tuples('records_record'::regclass)")
    change("ANALYZE records_record")
    assert asked_as(staff.person("ceo"), "SELECT count(*) FROM pg_stats WHERE tablename = 'records_record'") == [(0,)]


@pytest.mark.parametrize("setting", ["", "system", "not the CEO"])
def test_whoever_is_not_named_is_shown_no_row_of_any_record(setting, eventful):
    for table in tables():
        model = next(model for model in guarded() if model._meta.db_table == table)
        key = key_to_record(model)
        whose = f"WHERE {key.column} IS NOT NULL" if key is not None else ""
        with acting.app():
            ask("SELECT set_config('app.person', %s, false)", setting)
            assert ask(f"SELECT count(*) FROM {table} {whose}") == [(0,)], table


def test_without_any_setting_there_are_no_rows(eventful):
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE conduct_app; RESET app.person; SELECT count(*) FROM records_record")
        assert cursor.fetchall() == [(0,)]
