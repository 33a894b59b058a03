"""The company of the demo has the promised shape, is loaded once, and nobody in it exists."""

import time
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.utils import translation

from conduct import clock
from conduct.demo.cast import DOES, demo_people
from conduct.demo.company import load_company
from conduct.people import queries
from conduct.people.models import Appointment, Company, Ownership, Person, Supervision
from conduct.rules.vocabulary import Body, PersonClass, Role

CLASSES = {
    **dict.fromkeys(["employee", "employee2", "manager", "designee", "secretary", "assurance", "admin"], "employee"),
    **dict.fromkeys(["custodian1", "custodian2", "custodian3"], "employee"),
    **{"ceo": "ceo", "delegate": "officer"},
    **{f"director{number}": "director" for number in range(1, 6)},
    **{f"auditor{number}": "statutory_auditor" for number in range(1, 5)},
}

ROLES = {
    "employee": {Role.EMPLOYEE},
    "employee2": {Role.EMPLOYEE},
    "manager": {Role.EMPLOYEE, Role.SUPERVISOR},
    "ceo": {Role.CEO, Role.DIRECTOR, Role.SUPERVISOR},
    "delegate": {Role.EMPLOYEE, Role.INTERNAL_CONTROLS, Role.SUPERVISOR},
    "designee": {Role.EMPLOYEE, Role.DESIGNEE},
    "director1": {Role.DIRECTOR},
    "auditor1": {Role.STATUTORY_AUDITOR, Role.PRESIDING_AUDITOR},
    "auditor2": {Role.STATUTORY_AUDITOR},
    "secretary": {Role.EMPLOYEE, Role.SECRETARY},
    "custodian3": {Role.EMPLOYEE, Role.CUSTODIAN},
    "assurance": {Role.EMPLOYEE, Role.ASSURANCE},
    "admin": {Role.EMPLOYEE, Role.ADMIN},
}


@pytest.fixture
def now(db):
    """The demo company is loaded; the moment at which it was."""
    with override_settings(DEMO=True):
        moment = clock.now()
        load_company(moment)
        connection.check_constraints()
        return moment


@pytest.fixture
def day(now):
    return clock.day(now)


def test_a_listed_company_seven_subsidiaries_and_three_affiliates(now):
    assert Counter(Company.objects.values_list("relation", flat=True)) == {"issuer": 1, "subsidiary": 7, "affiliate": 3}
    assert sorted(float(pct) for pct in Ownership.objects.values_list("pct", flat=True)) == [
        30,
        32,
        45,
        77.8,
        *[100] * 6,
    ]


def test_1953_people_each_with_a_name_of_their_own_in_both_scripts(now):
    names = Person.objects.values_list("name", "name_ja")

    assert len(names) == len({name for name, _ in names}) == len({name for _, name in names}) == 1953


def test_loading_again_changes_nothing(now):
    before = Person.objects.count(), Appointment.objects.count()

    assert load_company(clock.now()) is False
    assert (Person.objects.count(), Appointment.objects.count()) == before


@override_settings(DEMO=True)
def test_loading_is_quick(db):
    started = time.perf_counter()

    load_company(clock.now())

    assert time.perf_counter() - started < 10


def test_the_people_of_the_contract_are_what_they_are_called(now, day):
    people = {person.username: person for person in Person.objects.filter(username__in=DOES)}
    classes = queries.person_classes(people.values(), day)

    assert {username: classes[person.pk] for username, person in people.items()} == CLASSES
    assert [one.username for one in demo_people()] == list(DOES)


def test_each_does_what_the_name_says(now, day):
    people = Person.objects.filter(username__in=ROLES)

    assert {person.username: queries.roles_on(person, day) for person in people} == ROLES


def test_six_directors_and_four_statutory_auditors_of_whom_three_are_outside(day):
    board = {person.username for person in queries.members_on(Body.BOARD, day)}
    bosa = {person.username for person in queries.members_on(Body.BOSA, day)}
    outside = Appointment.objects.on(day).filter(office="statutory_auditor", outside=True)

    assert board == {"ceo", *(f"director{number}" for number in range(1, 6))}
    assert bosa == {f"auditor{number}" for number in range(1, 5)}
    assert outside.count() == 3
    assert queries.presiding_auditor_on(day).username == "auditor1"
    assert (queries.ceo_on(day).username, queries.internal_controls_on(day).username) == ("ceo", "delegate")


def test_the_manager_leads_both_employees(day):
    both = Person.objects.filter(username__in=["employee", "employee2"])

    assert [queries.supervisor_on(person, day).username for person in both] == ["manager", "manager"]


def test_everybody_in_issuer_and_subsidiaries_answers_to_the_ceo_in_the_end(day):
    leads = dict(Supervision.objects.on(day).values_list("employee", "supervisor"))
    staff = set(queries.staff_holding(Role.EMPLOYEE, day).values_list("pk", flat=True))

    tops = {_top(key, leads) for key in staff}

    assert tops == {queries.ceo_on(day).pk}


def _top(key, leads):
    for _ in range(10):
        key = leads.get(key, key)
    return key


def test_some_were_something_else_before(now, day):
    before = day.replace(year=day.year - 6)
    people = list(Person.objects.all())
    then, today = queries.person_classes(people, before), queries.person_classes(people, day)
    moved = Counter((then[key], today[key]) for key in today if then[key] != today[key])

    assert moved[PersonClass.CEO, PersonClass.THIRD_PARTY] == 1
    assert moved[PersonClass.EMPLOYEE, PersonClass.OFFICER] >= 1
    assert moved[PersonClass.EMPLOYEE, PersonClass.THIRD_PARTY] >= 1
    assert moved[PersonClass.SUB_EMPLOYEE, PersonClass.EMPLOYEE] >= 1


def test_the_demo_password_opens_nothing_outside_the_demo(db):
    with override_settings(DEMO=False):
        load_company(clock.now())

    assert not any(person.has_usable_password() for person in Person.objects.filter(username__in=DOES))


def test_only_the_cast_can_sign_in_and_nobody_is_superuser(now):
    able = [person.username for person in Person.objects.all() if person.has_usable_password()]

    assert sorted(able) == sorted(DOES)
    assert Person.objects.get(username="auditor1").check_password("demo")
    assert not Person.objects.filter(is_superuser=True).exists()
    assert list(Person.objects.filter(is_staff=True).values_list("username", flat=True)) == ["admin"]


@pytest.mark.parametrize(("language", "sentence"), [("en", "as well."), ("ja", "社外取締役です。")])
def test_the_list_for_the_visitor_is_in_both_languages(language, sentence, capsys):
    with translation.override(language):
        call_command("demo_people")

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(DOES) + 1
    assert next(line for line in lines if line.startswith("director4")).endswith(sentence)
