"""Who is there to file about and to decide, asked once; and what the rulebook needs to route and to compute."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.auth.models import Permission as Right

from conduct import clock
from conduct.access.permissions import Permission
from conduct.people.models import Person
from conduct.people.queries import ceo_on, leaders_on, members_on
from conduct.provisions.queries import calendars, code_version_on, readings_on
from conduct.rules.calendar import Calendar
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Body, PersonClass

STAFF = 300


class NobodyHome(Exception):
    """A desk is empty, or nobody is there to be let in."""


@dataclass(frozen=True, slots=True)
class House:
    """Keys of people by desk and by class, and the rules of the day."""

    now: datetime
    code: int
    to_view: int
    desks: Mapping[Body, tuple[UUID, ...]]
    classes: Mapping[PersonClass, tuple[UUID, ...]]
    staff: tuple[UUID, ...]
    under: Readings
    calendars: Mapping[str, Calendar]


def house_at(now: datetime) -> House:
    """The house as it stands. Raises NobodyHome where a desk has nobody to take anything."""
    day = clock.day(now)
    chief = ceo_on(day)
    desks = {body: tuple(person.pk for person in members_on(body, day)) for body in (Body.BOARD, Body.BOSA)}
    desks[Body.CEO] = (chief.pk,) if chief else ()
    leaders = leaders_on(day)
    busy = {leader.person.pk for leader in leaders}
    staff = tuple(Person.objects.exclude(pk__in=busy).order_by("username").values_list("pk", flat=True)[:STAFF])
    if not staff or any(not people for people in desks.values()):
        raise NobodyHome
    classes = {word: tuple(one.person.pk for one in leaders if one.person_class is word) for word in PersonClass}
    classes[PersonClass.EMPLOYEE] = staff
    return House(
        now=now,
        code=code_version_on(day).pk,
        to_view=Right.objects.get(codename=Permission.RECORD_VIEW.codename, content_type__app_label="records").pk,
        desks=desks,
        classes={word: people for word, people in classes.items() if people},
        staff=staff,
        under=readings_on(day),
        calendars=calendars(),
    )
