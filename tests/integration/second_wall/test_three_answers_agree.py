"""The policy, the list and PostgreSQL's rows give one answer about every combination; and a fault in the last shows."""

from itertools import product

import pytest
from django.db import connection

from conduct.access import acting, grants
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.access.policy import ALLOWING, BY_GRANT, Verdict, decide
from conduct.people.actor import Actor
from conduct.records.models import Copy, Record
from conduct.rules.vocabulary import Body, Kind
from tests.integration.core.test_list_and_lock_agree import OTHERS, ROLE_SETS
from tests.integration.second_wall.conftest import asked_as, change

pytestmark = pytest.mark.django_db
HELD = [(False, False), (False, True), (True, False)]
FAULTS = {
    "the policy is gone": "DROP POLICY second_wall ON records_record",
    "it only adds to what everybody may": (
        "DROP POLICY second_wall ON records_record; CREATE POLICY second_wall ON records_record "
        "USING (public.wall_is_open(id, current_user))"
    ),
    "row security is off": "ALTER TABLE records_record DISABLE ROW LEVEL SECURITY",
    "the application passes by": "ALTER ROLE conduct_app BYPASSRLS",
    "the walls are hidden from their keeper": (
        "DROP POLICY second_wall ON access_wall; CREATE POLICY second_wall ON access_wall AS RESTRICTIVE USING (false)"
    ),
    "who is not the CEO sees everything": (
        "DROP POLICY second_wall ON records_record; CREATE POLICY second_wall ON records_record AS RESTRICTIVE "
        "USING (current_setting('app.person', true) <> 'ceo')"
    ),
}
PLAIN_OWNER = """
    CREATE ROLE plain_owner; GRANT ALL ON ALL TABLES IN SCHEMA public TO plain_owner;
    GRANT CREATE, USAGE ON SCHEMA public TO plain_owner; ALTER TABLE records_record OWNER TO plain_owner;
"""


@pytest.fixture
def someone(staff):
    return staff.person("root", is_superuser=True)


@pytest.fixture
def record(code, now):
    def make(body):
        return Record.objects.create(kind=Kind.REPORT.value, body=body.value, code_version=code, opened_at=now)

    return make


def hidden_from(person, record):
    """What PostgreSQL itself answers, asked for that record alone and for how many there are."""
    one = asked_as(person, "SELECT count(*) FROM records_record WHERE id = %s", record.pk)[0][0]
    every = asked_as(person, "SELECT count(*) FROM records_record")[0][0]
    assert every == Record.objects.count() - (1 - one), "a row is hidden that no wall hides, or shown that one does"
    return not one


@pytest.mark.parametrize(("walled", "granted"), HELD)
@pytest.mark.parametrize("copied", [False, True])
@pytest.mark.parametrize("body", Body)
def test_every_combination(someone, record, shut_out, now, walled, granted, copied, body):
    about = record(body)
    copies = frozenset({Body.BOSA} if copied else ())
    Copy.objects.bulk_create(Copy(record=about, body=word.value, since=now) for word in copies)
    for permission in BY_GRANT if granted else ():
        grants.admit(someone, permission, about, now=now)
    if walled:
        shut_out(about, someone)
    hidden = hidden_from(someone, about)

    for roles, permission in product(ROLE_SETS + OTHERS, Permission):
        facts = {"roles": roles, "body": body, "copies": copies, "walled": walled, "granted": granted}
        verdict = decide(permission, **facts)
        assert (verdict is Verdict.WALLED) == hidden
        with acting.app():
            acting.be(someone)
            assert can(Actor(someone, roles=roles), permission, about) == (verdict in ALLOWING), (permission, facts)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_second_wall_shows(fault, someone, record, shut_out):
    about = record(Body.CEO)
    record(Body.BOSA)
    shut_out(about, someone)
    assert hidden_from(someone, about)

    change(FAULTS[fault])

    with pytest.raises(AssertionError):
        assert hidden_from(someone, about)


def test_the_owner_of_the_tables_is_walled_off_as_well_and_without_force_would_not_be(someone, record, shut_out):
    about = record(Body.CEO)
    shut_out(about, someone)
    change(PLAIN_OWNER)

    def seen():
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE plain_owner; SELECT set_config('app.person', %s, false)", [str(someone.pk)])
            cursor.execute("SELECT count(*) FROM records_record")
            found = cursor.fetchone()[0]
            cursor.execute("SET ROLE none")
        return found

    assert seen() == 0
    change("ALTER TABLE records_record NO FORCE ROW LEVEL SECURITY")
    assert seen() == 1


def test_each_wall_stands_alone(someone, record, shut_out):
    """Without the second wall the first one denies, seen with the application's eyes; and the other way round."""
    about = record(Body.CEO)
    grants.admit(someone, Permission.RECORD_VIEW, about, now=about.opened_at)
    shut_out(about, someone)
    actor = Actor(someone, roles=ROLE_SETS[-1])
    change("DROP POLICY second_wall ON records_record")

    with acting.app():
        acting.be(someone)
        assert Record.objects.filter(pk=about.pk).exists()
        assert not any(can(actor, permission, about) for permission in Permission)
