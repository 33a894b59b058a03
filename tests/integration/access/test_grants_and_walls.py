"""One grant lets one person in until it ends; one wall keeps one person out for good."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef

from conduct.access import grants, wall
from conduct.access.check import require
from conduct.access.models import RecordGrant, Wall
from conduct.access.permissions import Permission
from conduct.audit.models import AuditEvent
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@pytest.fixture
def record(code, now):
    return Record.objects.create(kind="report", body="bosa", code_version=code, opened_at=now)


@pytest.fixture
def shut_out(record, now):
    """shut_out(person, …): a wall for each, with one reason."""

    def raise_it(*people):
        reason = vault.reserve()
        wall.raise_wall(record, people, reason=reason, now=now)
        vault.seal(record, Sealed.WALL_REASON, "relative", place=reason, now=now)

    return raise_it


@pytest.fixture
def witness(staff):
    return staff.person("employee2")


def admitted(person):
    return list(Record.objects.filter(grants.admitted_to(person)))


def test_whoever_holds_any_grant_finds_the_record_until_it_ends(record, witness, staff, now):
    grants.admit(witness, Permission.RECORD_CONFIRM, record, now=now, by=staff.person("ceo"))
    assert admitted(witness) == [record]
    assert admitted(staff.person("employee1")) == []

    grants.admit(witness, Permission.RECORD_CONFIRM, record, now=now, until=now - timedelta(days=4000))
    assert admitted(witness) == []


def test_a_wall_withdraws_every_grant_and_stands_once_however_often_it_is_raised(record, witness, shut_out):
    for permission in (Permission.RECORD_VIEW, Permission.READ_SEALED):
        grants.admit(witness, permission, record, now=record.opened_at)

    shut_out(witness)
    shut_out(witness)

    assert not RecordGrant.objects.exists()
    assert Wall.objects.filter(record=record, person=witness).count() == 1
    assert AuditEvent.objects.filter(record=record, event="wall:raised").count() == 1


def test_those_behind_the_wall_are_told_from_the_others(record, witness, staff, shut_out):
    other = staff.person("employee1")
    shut_out(witness)

    assert wall.is_walled(witness, record) and not wall.is_walled(other, record)
    assert wall.not_walled([witness, other], record) == [other]


def test_rows_that_point_to_a_record_are_hidden_with_it(record, witness, staff, shut_out):
    shut_out(witness)
    seen = AuditEvent.objects.filter(record=record)

    assert seen.filter(wall.stands_before_the_record_of(witness)).exists()
    assert not seen.filter(wall.stands_before_the_record_of(staff.person("employee1"))).exists()


def test_what_may_not_be_done_is_refused_by_its_name(record, staff):
    require(staff.actor("auditor1"), Permission.RECORD_WORK, record)

    with pytest.raises(PermissionDenied, match="work_record"):
        require(staff.actor("ceo"), Permission.RECORD_WORK, record)


def test_the_wall_between_a_record_and_a_person_of_an_outer_query_is_found(record, witness, staff, shut_out):
    shut_out(witness)

    between = Person.objects.filter(Exists(wall.rows_of(record=record.pk, person=OuterRef("pk"))))

    assert list(between) == [witness]
