"""A listed company, a subsidiary and an affiliate, and a short way to say who is what in them."""

from datetime import date

import pytest
from django.db import connection

from conduct.people.dated import span
from conduct.people.models import Appointment, Company, Person, Seat


@pytest.fixture
def issuer(db):
    return Company.objects.create(key="issuer", name="Issuer Inc.", relation="issuer")


@pytest.fixture
def subsidiary(issuer):
    return Company.objects.create(key="sub", name="Sub Inc.", relation="subsidiary")


@pytest.fixture
def affiliate(issuer):
    return Company.objects.create(key="aff", name="Aff Inc.", relation="affiliate")


@pytest.fixture
def person(db):
    return Person.objects.create(username="hotaru", name="Hotaru Rurikeyaki")


@pytest.fixture
def other(db):
    return Person.objects.create(username="shigure", name="Shigure Asagimomi")


@pytest.fixture
def appoint(issuer):
    """Gives a person an office, in the listed company unless another is named."""

    def appoint(person, office, first_on=date(2020, 4, 1), last_on=None, company=issuer, **more):
        days = span(first_on, last_on)
        return Appointment.objects.create(person=person, company=company, office=office, valid=days, **more)

    return appoint


@pytest.fixture
def seat(db):
    def seat(person, body, first_on=date(2020, 4, 1), last_on=None, **more):
        return Seat.objects.create(person=person, body=body, valid=span(first_on, last_on), **more)

    return seat


@pytest.fixture
def commit(db):
    """What the database checks only at the end of a transaction, checked now."""
    return connection.check_constraints
