"""Who sits, leads, supervises and can be picked, on a day."""

from datetime import date
from itertools import product

import pytest
from django.contrib.auth.signals import user_logged_in
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conduct.people import queries
from conduct.people.dated import span
from conduct.people.models import Function, Ownership, Person, Supervision
from conduct.rules.vocabulary import Body, PersonClass, Role

DAY, LATER = date(2021, 5, 1), date(2022, 5, 1)
TERM = (date(2020, 4, 1), date(2022, 3, 31))


@pytest.fixture
def people(db):
    names = ["ada", "ben", "cho", "dan", "eve"]
    return [Person.objects.create(username=name, name=name.title(), name_ja=f"{name}さん") for name in names]


@pytest.mark.parametrize(("body", "office"), [(Body.BOARD, "director"), (Body.BOSA, "statutory_auditor")])
@pytest.mark.parametrize("count", [1, 3])
def test_members_sit_for_their_terms(body, office, count, people, appoint, seat):
    for person in people[:count]:
        appoint(person, office, *TERM)
        seat(person, body.value, *TERM)

    assert list(queries.members_on(body, DAY)) == people[:count]
    assert list(queries.members_on(body, LATER)) == []


def test_the_ceo_of_a_subsidiary_is_not_the_ceo(person, other, appoint, subsidiary):
    appoint(person, "ceo", *TERM, company=subsidiary)
    assert queries.ceo_on(DAY) is None

    appoint(other, "ceo", *TERM)
    assert queries.ceo_on(DAY) == other
    assert queries.ceo_on(LATER) is None


def test_the_officer_in_charge_of_internal_controls(person, appoint):
    appoint(person, "internal_controls", *TERM)

    assert (queries.internal_controls_on(DAY), queries.internal_controls_on(LATER)) == (person, None)


def test_the_supervisor_changes_with_the_day(people):
    ada, ben, cho, *_ = people
    Supervision.objects.create(employee=ada, supervisor=ben, valid=span(*TERM))
    Supervision.objects.create(employee=ada, supervisor=cho, valid=span(date(2022, 4, 1)))

    assert (queries.supervisor_on(ada, DAY), queries.supervisor_on(ada, LATER)) == (ben, cho)
    assert queries.supervisor_on(ben, DAY) is None


def test_the_presiding_statutory_auditor(people, appoint, seat):
    for person in people[:2]:
        appoint(person, "statutory_auditor", *TERM)
        seat(person, "bosa", *TERM, presides=person == people[1])

    assert queries.presiding_auditor_on(DAY) == people[1]
    assert queries.roles_on(people[1], DAY) == {Role.STATUTORY_AUDITOR, Role.PRESIDING_AUDITOR}


def test_leaders_come_once_each_with_their_highest_class(people, appoint, subsidiary):
    ada, ben, cho, dan, eve = people
    for office in ("ceo", "director"):
        appoint(ada, office, *TERM)
    appoint(ben, "officer", *TERM)
    appoint(cho, "statutory_auditor", *TERM)
    appoint(dan, "employee", *TERM)
    appoint(eve, "director", *TERM, company=subsidiary)

    assert [(leader.person, leader.person_class) for leader in queries.leaders_on(DAY)] == [
        (ada, PersonClass.CEO),
        (cho, PersonClass.STATUTORY_AUDITOR),
        (ben, PersonClass.OFFICER),
    ]


def test_roles_end_with_what_gave_them(people, appoint):
    ada, ben, *_ = people
    appoint(ada, "employee", *TERM)
    Function.objects.create(person=ada, function="custodian", valid=span(*TERM))
    Supervision.objects.create(employee=ben, supervisor=ada, valid=span(*TERM))

    assert queries.roles_on(ada, DAY) == {Role.EMPLOYEE, Role.CUSTODIAN, Role.SUPERVISOR}
    assert queries.roles_on(ada, LATER) == frozenset()


def test_roles_take_two_questions_to_the_database(person):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        queries.roles_on(person, DAY)

    assert len(asked) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_classes_of_many_take_two_questions(count, people, appoint):
    for person in people[:count]:
        appoint(person, "employee", *TERM)

    with CaptureQueriesContext(connection) as asked:
        classes = queries.person_classes(people[:count], DAY)

    assert (len(asked), list(classes.values())) == (2, [PersonClass.EMPLOYEE] * count)


def test_holders_and_roles_agree(people, appoint, seat, subsidiary):
    ada, ben, cho, dan, eve = people
    appoint(ada, "ceo", *TERM)
    appoint(ben, "statutory_auditor", *TERM)
    seat(ben, "bosa", *TERM, presides=True)
    appoint(cho, "employee", *TERM, company=subsidiary)
    appoint(dan, "internal_controls", *TERM)
    Supervision.objects.create(employee=cho, supervisor=dan, valid=span(*TERM))
    for function in ("designee", "secretary", "custodian", "assurance", "admin"):
        Function.objects.create(person=eve, function=function, valid=span(*TERM))

    Ownership.objects.create(company=subsidiary, relation="subsidiary", pct=100, valid=span(None, DAY))

    for role, day in product(Role, (DAY, date(2021, 5, 2), LATER)):
        holders = set(queries.staff_holding(role, day))
        assert holders == {person for person in people if role in queries.roles_on(person, day)}, (role, day)


def test_somebody_who_cannot_sign_in_holds_no_role_here(person, appoint):
    appoint(person, "ceo", *TERM)
    Person.objects.update(is_active=False)

    assert list(queries.staff_holding(Role.CEO, DAY)) == []


def test_old_names_are_kept_in_the_history(person):
    person.name = "Hotaru Akanekaya"
    person.save()

    assert [old.name for old in person.events.all()] == ["Hotaru Rurikeyaki"]
    assert str(person) == person.get_full_name() == person.get_short_name() == "Hotaru Akanekaya"


def test_signing_in_leaves_no_row_in_the_history(person):
    user_logged_in.send(Person, user=person, request=None)

    assert person.events.count() == 0
