"""Counting, announcing, disposing and erasing as the roles of PostgreSQL that do so, each behind its walls."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from conduct import clock
from conduct.access import acting as roles
from conduct.access import wall
from conduct.people.dated import span
from conduct.people.models import Appointment
from conduct.retention import tasks
from conduct.retention.models import Expiry, Tombstone
from conduct.retention.services import answer_erasure, ask_erasure, confirm_disposal, place_hold, propose_disposal
from conduct.retention.services._leaving import SomethingStands
from conduct.vault import destruction, vault
from conduct.vault.kinds import Sealed
from tests.integration.retention.conftest import fresh


@pytest.fixture
def leaver(staff):
    person = staff.person("leaver1")
    worked = span(date(2020, 4, 1), date(2026, 12, 31))
    Appointment.objects.create(person=person, company=staff.issuer, office="employee", valid=worked)
    return person


@pytest.fixture
def signed_in(staff):
    """signed_in("auditor2", act): what the act answers where that person's request does it."""

    def run(name, act):
        with roles.app(), transaction.atomic():
            roles.be(staff.person(name))
            return act()

    return run


def test_what_two_people_agreed_on_is_destroyed_by_a_task_and_by_their_own_acts(
    acting, at_bosa, at_ceo, due, monkeypatch, signed_in
):
    record, _ = at_bosa().record, at_ceo()
    then = due(record) + timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: then)
    assert tasks.sweep() >= 2
    assert Expiry.objects.filter(record=record, due_on__lte=clock.day(then)).exists()
    batch = signed_in("auditor1", lambda: propose_disposal(actor=acting("auditor1", then), records=[record], now=then))
    rows = list(batch.rows.select_related("record"))
    signed_in("auditor2", lambda: confirm_disposal(actor=acting("auditor2", then), rows=rows, now=then))

    tasks.sweep()

    assert Tombstone.objects.filter(record=record).exists() and destruction.is_empty(fresh(record))


def test_what_lies_behind_the_second_auditors_own_wall_stands_against_an_erasure_and_is_not_named(
    acting, at_bosa, leaver, after, now, signed_in, staff
):
    case, then = at_bosa("officer1", "leaver1"), after(12)
    erasure = signed_in("auditor1", lambda: ask_erasure(actor=acting("auditor1", then), person=leaver, now=then))
    place, auditor = vault.reserve(), staff.person("auditor2")
    wall.raise_wall(case.record, [auditor], reason=place, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, "relative", place=place, now=now)
    place_hold(actor=acting("auditor3", then), records=[case.record], reason="A court.", now=then)

    def agree():
        return answer_erasure(actor=acting("auditor2", then), erasure=erasure, agreed=True, now=then)

    with pytest.raises(SomethingStands):
        signed_in("auditor2", agree)


def test_an_erasure_reaches_the_entries_behind_the_second_auditors_own_wall(
    acting, at_bosa, leaver, after, now, signed_in, staff
):
    case, then = at_bosa("officer1", "leaver1"), after(12)
    erasure = signed_in("auditor1", lambda: ask_erasure(actor=acting("auditor1", then), person=leaver, now=then))
    place, auditor = vault.reserve(), staff.person("auditor2")
    wall.raise_wall(case.record, [auditor], reason=place, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, "relative", place=place, now=now)

    signed_in(
        "auditor2", lambda: answer_erasure(actor=acting("auditor2", then), erasure=erasure, agreed=True, now=then)
    )

    assert destruction.blank_person(case.record, leaver.pk, now=then) == 0
    leaver.refresh_from_db()
    assert leaver.name == "Erased person"
