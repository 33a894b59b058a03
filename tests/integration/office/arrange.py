"""What happens in the register around a delegation."""

from datetime import date, datetime

from django.db import connection

from conduct.people.dated import span
from conduct.people.models import Appointment, Person, Seat
from conduct.people.vocabulary import Office
from conduct.rules.vocabulary import Body
from tests.integration.conftest import SINCE


def seated(staff, name):
    """Also a director."""
    person = staff.person(name)
    where = {"person": person, "company": staff.issuer, "office": Office.DIRECTOR.value}
    Appointment.objects.create(valid=span(SINCE), **where)
    Seat.objects.create(person=person, body=Body.BOARD.value, valid=span(SINCE))
    connection.check_constraints()


def leaves(staff, name, office, last_on: date, at: datetime | None = None):
    """The register learns, now or at a moment, that a term ended: the old row is closed, the shorter one added."""
    person = staff.person(name)
    row = Appointment.objects.known().filter(person=person, office=office.value).get()
    row.known_until = at or row.known_from
    row.save(update_fields=["known_until"])
    where = {"person": person, "company": staff.issuer, "office": office.value}
    return Appointment.objects.create(valid=span(row.first_on, last_on), known_from=row.known_until, **where)


def appointed(staff, name, office, first_on: date, last_on: date | None = None, **more):
    where = {"person": staff.person(name), "company": staff.issuer, "office": office.value}
    return Appointment.objects.create(valid=span(first_on, last_on), **where, **more)


def shut_off(staff, name, at: datetime):
    """The account is closed, as the admin does it; the history of the person says that it was at that moment."""
    activity(staff, name, at, is_active=False)


def let_in_again(staff, name, at: datetime):
    activity(staff, name, at, is_active=True)


def activity(staff, name, at, *, is_active):
    person = staff.person(name)
    known = set(person.events.values_list("pk", flat=True))
    Person.objects.filter(pk=person.pk).update(is_active=is_active)
    person.events.exclude(pk__in=known).update(pgh_created_at=at)
