"""Somebody who left is taken out of the register and of sealed entries about people; matters and numbers stay."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from cases.models import Case
from cases.services import keep_number
from conduct import clock
from conduct.people.dated import span
from conduct.people.models import Appointment, Person
from conduct.records.models import Record
from conduct.retention import services
from conduct.retention.models import Erasure
from conduct.retention.services import answer_erasure, ask_erasure, place_hold
from conduct.retention.services._leaving import HoldLies, MatterIsOpen, PeriodRuns, SomethingStands, StillHere
from conduct.retention.services._seconds import NotAlone
from conduct.retention.services.ask_erasure import AskedAlready
from conduct.rules.vocabulary import Channel
from conduct.vault import cipher, destruction
from conduct.vault.keys import data_key
from conduct.vault.kinds import Sealed
from conduct.vault.models import SealedItem


@pytest.fixture
def leaver(staff):
    """Somebody whose post ended long before the day on which this is asked."""
    person = staff.person("leaver1", name_ja="去る人")
    Appointment.objects.create(
        person=person, company=staff.issuer, office="employee", valid=span(date(2020, 4, 1), date(2026, 12, 31))
    )
    return person


def ask(acting, person, at, by="auditor1"):
    return ask_erasure(actor=acting(by, at), person=person, now=at)


def agree(acting, erasure, at, by="auditor2"):
    return answer_erasure(actor=acting(by, at), erasure=erasure, agreed=True, now=at)


def opened(item):
    kind = Sealed(item.kind)
    about = cipher.context(item.record_id, item.pk, kind)
    return json.loads(cipher.unseal(data_key(item.record, kind.purpose), bytes(item.sealed), about))


def everything_in_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            yield from (row for (row,) in cursor.fetchall())


def test_name_and_addresses_go_everywhere_and_the_matter_stays(leaver, filed, actor, acting, at_bosa, after, now):
    leaver.name = "Leaver Before"
    leaver.save()  # an earlier name, kept in the history of the row
    case = at_bosa("officer1", "leaver1")
    subjects = SealedItem.objects.select_related("record").get(pk=case.facts_id)
    assert str(leaver.pk) in json.dumps(opened(subjects))
    then = after(16)

    erasure = agree(acting, ask(acting, leaver, then), then)

    leaver.refresh_from_db()
    assert (leaver.name, leaver.name_ja, leaver.email) == ("Erased person", "消去された人", "")
    assert not leaver.is_active and not leaver.has_usable_password() and leaver.username.startswith("erased-")
    for word in ("leaver1", "Leaver Before", "Leaver1", "去る人"):
        assert not any(word in row for row in everything_in_the_database()), word
    subjects.refresh_from_db()
    left = opened(subjects)["about"]
    assert str(leaver.pk) not in json.dumps(left) and len(left) == 2
    assert {each["class"] for each in left} == {"officer", "third_party"} or all(each["class"] for each in left)
    assert Case.objects.get(pk=case.pk).state == "closed" and erasure.erased_at == then
    told = SealedItem.objects.get(pk=case.told_id)
    assert bytes(told.sealed) and told.digest is None


def test_a_reporters_own_entry_goes_where_the_own_list_leads_to_it(leaver, filed, acting, actor, now, after, staff):
    from cases.services import close_case, take_case  # noqa: PLC0415

    case = filed("officer1", by="leaver1", channel=Channel.BOSA_NAMED)
    keep_number(actor=acting("leaver1", now), case=case, now=now)
    take_case(actor=actor("auditor1"), case=case, now=now)
    close_case(actor=actor("auditor1"), case=case, reason="x", now=now)
    then = after(16)
    agree(acting, ask(acting, leaver, then), then)

    identity = SealedItem.objects.select_related("record").get(record=case.record, kind="identity")
    assert opened(identity) == {"person": ""}


def test_classes_and_roles_stay_for_the_numbers():
    entry = {"about": [{"class": "officer", "person": "p1"}, {"class": "ceo", "person": "p2"}], "matter": "safety"}
    party = {"role": "witness", "person": "p1", "class": "employee", "name": "N", "since": "2026-01-01"}

    assert destruction.without(entry, "p1") == {
        "about": [{"class": "officer", "person": ""}, {"class": "ceo", "person": "p2"}], "matter": "safety",
    }  # fmt: skip
    assert destruction.without(party, "p1") == {
        "role": "witness", "person": "", "class": "employee", "name": "", "since": "2026-01-01",
    }  # fmt: skip
    assert destruction.without(entry, "p3") == entry


def test_two_auditors_and_never_oneself(leaver, acting, after, staff):
    then = after(6)
    for name in ("ceo", "director1", "controls", "employee1"):
        with pytest.raises(PermissionDenied), transaction.atomic():
            ask(acting, leaver, then, by=name)
    with pytest.raises(PermissionDenied), transaction.atomic():
        ask(acting, staff.person("auditor1"), then)
    erasure = ask(acting, leaver, then)
    with pytest.raises(AskedAlready), transaction.atomic():
        ask(acting, leaver, then, by="auditor3")
    with pytest.raises(NotAlone), transaction.atomic():
        agree(acting, erasure, then, by="auditor1")
    with pytest.raises(IntegrityError, match="two_people_erase"), transaction.atomic():
        Erasure.objects.update(erased_by=erasure.asked_by, erased_at=then)
    with pytest.raises(IntegrityError, match="nobody_erases_himself"), transaction.atomic():
        Erasure.objects.create(person=erasure.asked_by, asked_by=erasure.asked_by, asked_at=then)
    answer_erasure(actor=acting("auditor3", then), erasure=erasure, agreed=False, now=then)
    assert Person.objects.get(pk=leaver.pk).name == "Leaver1"
    assert ask(acting, leaver, then, by="auditor3").withdrawn_at is None


def refused(fault, act):
    with pytest.raises(fault), transaction.atomic():
        act()


def test_what_stands_against_it_is_said(leaver, acting, after, staff, at_bosa, filed, now):
    refused(StillHere, lambda: ask(acting, staff.person("employee1"), after(30)))
    refused(StillHere, lambda: ask(acting, leaver, now))
    refused(PeriodRuns, lambda: ask(acting, leaver, after(3)))
    case = at_bosa("officer1", "leaver1")
    refused(PeriodRuns, lambda: ask(acting, leaver, after(8)))
    then = after(12)
    erasure = ask(acting, leaver, then)
    place_hold(actor=acting("auditor3", then), records=[case.record], reason="A court.", now=then)
    refused(HoldLies, lambda: agree(acting, erasure, then))
    assert Person.objects.get(pk=leaver.pk).name == "Leaver1"


def test_an_open_matter_stands_against_it_and_a_hidden_one_is_not_named(leaver, acting, after, filed, now):
    then = after(12)
    record = filed("officer1", "leaver1", channel=Channel.BOSA_NAMED).record
    refused(MatterIsOpen, lambda: ask(acting, leaver, then))
    for body in ("ceo", "board"):
        Record.objects.filter(pk=record.pk).update(body=body, beyond_ceo=False)
        refused(SomethingStands, lambda: ask(acting, leaver, then))


def test_who_held_an_office_is_kept_as_long_as_minutes(staff, acting, after):
    person = staff.person("officer9")
    valid = span(date(2020, 4, 1), date(2026, 12, 31))
    Appointment.objects.create(person=person, company=staff.issuer, office="officer", valid=valid)

    refused(PeriodRuns, lambda: ask(acting, person, after(9)))
    assert ask(acting, person, after(11))


def test_the_numbers_are_the_same_before_and_after(leaver, acting, at_bosa, after, now):
    at_bosa("officer1", "leaver1")
    then = after(16)

    def numbers():
        return Record.objects.count(), Case.objects.count(), Person.objects.count(), Appointment.objects.count()

    before = numbers()
    agree(acting, ask(acting, leaver, then), then + timedelta(seconds=1))
    assert numbers() == before and clock.day(then) and services.answer_erasure
