"""Shutting people out of a record. The wall stands before anything is sealed, so readers are counted behind it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from conduct.access import acting, grants
from conduct.access.models import Wall
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import SYSTEM
from conduct.people.models import Person
from conduct.records.models import Record


def raise_wall(
    record: Record, people: Iterable[Person], *, reason: UUID, now: datetime, log: Domain | None = None
) -> None:
    """Wall these people off, at once and for good. `reason` is reserved in the vault and sealed in this transaction."""
    for person in people:
        grants.withdraw_all(person, record)
        defaults = {"reason_id": reason, "since": now}
        _, raised = Wall.objects.get_or_create(record=record, person=person, defaults=defaults)
        if raised:
            acting.finish(record.pk, [person])
            ledger.record(SYSTEM, Event.WALL_RAISED, record, at=now, domain=log)


def stands_before(person: Person) -> Exists:
    """Whether a wall keeps this person out of the record of the outer query."""
    return stands_before_key(person.pk)


def stands_before_key(person: UUID) -> Exists:
    """The same for somebody of whom only the key is at hand."""
    return Exists(Wall.objects.filter(record=OuterRef("pk"), person=person))


def stands_before_the_record_of(person: Person | UUID) -> Exists:
    """The same for an outer query of rows that point to a record."""
    return Exists(Wall.objects.filter(record=OuterRef("record"), person=person))


def rows_of(*, record: Any, person: Any) -> QuerySet[Wall]:
    """The wall between a person and a record, both of an outer query."""
    return Wall.objects.filter(record=record, person=person)


def is_walled(person: Person, record: Record) -> bool:
    return Wall.objects.filter(record=record, person=person).exists()


def not_walled(people: Iterable[Person], record: Record) -> list[Person]:
    """Those of these people whom no wall keeps out."""
    out = set(Wall.objects.filter(record=record).values_list("person_id", flat=True))
    return [person for person in people if person.pk not in out]


def people_behind(record: Record) -> list[Person]:
    """Everybody whom a wall keeps out of this record."""
    return list(Person.objects.filter(pk__in=Wall.objects.filter(record=record).values("person")).order_by("username"))


def walls_of(record: Record) -> "QuerySet[Wall]":
    """Each wall of this record, with the person and the sealed reason, the oldest first."""
    return Wall.objects.filter(record=record).select_related("person", "reason").order_by("since", "person__username")


def records_hidden_from(people: Iterable[Person]) -> list[Record]:
    """Every record that a wall hides from one of these people. For the system, which asks again whose it is."""
    behind = Wall.objects.filter(person__in=list(people)).values("record")
    return list(Record.objects.filter(pk__in=behind).order_by("opened_at", "reference"))
