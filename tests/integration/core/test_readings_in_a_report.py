"""What the company chose for open points of the Code (A13, A15) decides whose class counts in a new report."""

from datetime import date, timedelta

import pytest

from cases.services import About, Report
from conduct.people.dated import span
from conduct.people.models import Appointment, Company, Ownership
from conduct.people.vocabulary import Office, Relation
from conduct.provisions.models import ReadingChange
from conduct.rules.vocabulary import Body, Channel, PersonClass

ROSE_ON = date(2024, 6, 26)


@pytest.fixture
def choose(code):
    def choose(key, value, since):
        return ReadingChange.objects.create(key=key, value=value, since=since, why="Chosen for a test.")

    return choose


@pytest.fixture
def risen(staff):
    """An employee until 2024, an officer since."""
    person = staff.person("risen")
    posts = ((Office.EMPLOYEE, span(date(2020, 4, 1), ROSE_ON - timedelta(days=1))), (Office.OFFICER, span(ROSE_ON)))
    for office, valid in posts:
        Appointment.objects.create(person=person, company=staff.issuer, office=office.value, valid=valid)
    return person


@pytest.fixture
def lent(staff):
    """A director of an affiliate that adopted the Code in 2022."""
    company = Company.objects.create(
        key="aff", name="Mizubashi Peering K.K.", relation=Relation.AFFILIATE.value, code_adopted_on=date(2022, 4, 1)
    )
    Ownership.objects.create(company=company, relation="affiliate", pct=32, valid=span(date(2020, 4, 1)))
    person = staff.person("lent")
    Appointment.objects.create(
        person=person, company=company, office=Office.DIRECTOR.value, valid=span(date(2020, 4, 1))
    )
    return person


def counts_as(person, conduct_on, today):
    report = Report(channel=Channel.CEO, about=(About(person=person),), told={}, conduct_on=conduct_on)
    (about,) = report.dated(today).about
    return about.person_class


@pytest.mark.norm("N001")
def test_the_class_at_the_conduct_counts_until_the_company_reads_it_otherwise(risen, choose, filed, now):
    today, conduct_on = now.date(), date(2022, 1, 11)
    assert counts_as(risen, conduct_on, today) == PersonClass.EMPLOYEE
    assert filed("risen", conduct_on=conduct_on).record.body == Body.CEO

    choose("class_at", "highest_of_conduct_and_report", since=today)

    assert counts_as(risen, conduct_on, today) == PersonClass.OFFICER
    assert counts_as(risen, conduct_on, today - timedelta(days=1)) == PersonClass.EMPLOYEE
    assert filed("risen", conduct_on=conduct_on).record.body == Body.BOSA


@pytest.mark.norm("N017")
def test_people_of_an_affiliate_count_as_in_a_subsidiary_once_it_adopted_the_code_and_the_company_reads_it_so(
    lent, choose, filed, now
):
    today, before, after = now.date(), date(2022, 3, 31), date(2022, 4, 1)
    assert {counts_as(lent, day, today) for day in (before, after)} == {PersonClass.AFFILIATE_PERSON}
    assert filed("lent", conduct_on=after).record.body == Body.CEO

    choose("affiliate", "as_subsidiary_once_adopted", since=today)

    assert counts_as(lent, before, today) == PersonClass.AFFILIATE_PERSON
    assert counts_as(lent, after, today) == PersonClass.SUB_OFFICER
    assert filed("lent", conduct_on=after).record.body == Body.BOSA
