"""Taking a wall away again: one statutory auditor proposes it, another one decides (security.md 3.2)."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from conduct.access.models import Lifting, Wall
from conduct.people.models import Person
from conduct.records.models import Record


def waiting(record: Record) -> "QuerySet[Lifting]":
    """The proposals on this record that nobody has answered."""
    open_ones = Lifting.objects.filter(record=record, answered_at=None)
    return open_ones.select_related("person", "proposed_by", "reason").order_by("proposed_at")


def to_be_answered(records: "QuerySet[Record]", *, by: Person) -> "QuerySet[Lifting]":
    """Open proposals of others on these records."""
    found = Lifting.objects.filter(record__in=records, answered_at=None).exclude(proposed_by=by)
    return found.select_related("record", "person", "proposed_by").order_by("proposed_at")


def propose(record: Record, person: Person, *, by: Person, reason: UUID, now: datetime) -> Lifting:
    """`reason`: the key of a sealed text of this record."""
    return Lifting.objects.create(record=record, person=person, proposed_by=by, reason_id=reason, proposed_at=now)


def answer(lifting: Lifting, *, by: Person, confirmed: bool, now: datetime) -> None:
    """Confirmed, the wall falls. The proposal and its answer stay."""
    lifting.confirmed, lifting.answered_by, lifting.answered_at = confirmed, by, now
    lifting.save(update_fields=["confirmed", "answered_by", "answered_at"])
    if confirmed:
        Wall.objects.filter(record=lifting.record, person=lifting.person).delete()


def let_back(record: Record) -> set[Person]:
    """For whom two have said that a tie counts for nothing on this record."""
    found = Lifting.objects.filter(record=record, confirmed=True).select_related("person")
    return {lifting.person for lifting in found}
