"""What retention must know of a matter. Each app tells it of its own kinds, in its consequences.py, at start-up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from conduct import clock
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.retention.models import Hold
from conduct.rules.disposal import Facts, Outcome
from conduct.rules.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a matter ended, as far as it is no secret. `accounting` None: it is sealed, so it counts as accounting."""

    closed_on: date
    outcome: Outcome = Outcome.UNKNOWN
    accounting: bool | None = None
    decided_by_organ: bool = False
    watched: bool = False
    posted_on: date | None = None


Reader = Callable[[Iterable[Record]], Mapping[UUID, Ending]]
READERS: dict[Kind, Reader] = {}
Finder = Callable[[Iterable[UUID]], Mapping[UUID, Outcome]]
OUTCOMES: list[Finder] = []
NAMED_IN: list[Callable[[Person], QuerySet[Record]]] = []


def tells_endings(*kinds: Kind) -> Callable[[Reader], Reader]:
    """Register who tells how records of these kinds ended. Two for one kind are a mistake (ValueError)."""

    def register(reader: Reader) -> Reader:
        for kind in kinds:
            if READERS.get(kind, reader) is not reader:
                raise ValueError(f"{kind} already has a reader")
            READERS[kind] = reader
        return reader

    return register


def tells_outcomes(finder: Finder) -> Finder:
    """Register who knows what was found in records of any kind."""
    if finder not in OUTCOMES:
        OUTCOMES.append(finder)
    return finder


def tells_where_named(
    finder: Callable[[Person], QuerySet[Record]],
) -> Callable[[Person], QuerySet[Record]]:
    """Register a list of the records that a person has to do with, as far as columns say so. Nothing is unsealed."""
    if finder not in NAMED_IN:
        NAMED_IN.append(finder)
    return finder


def facts_of(records: Iterable[Record]) -> dict[UUID, Facts]:
    """The facts of these records, by record, in a few queries however many there are."""
    found = list(records)
    held = set(Hold.objects.lying().filter(record__in=found).values_list("record", flat=True))
    endings: dict[UUID, Ending] = {}
    for kind, reader in READERS.items():
        if of_kind := [record for record in found if record.kind == kind]:
            endings |= reader(of_kind)
    for finder in OUTCOMES:
        for key, outcome in finder(list(endings)).items():
            endings[key] = replace(endings[key], outcome=outcome)
    return {record.pk: _facts(record, endings.get(record.pk), record.pk in held) for record in found}


def _facts(record: Record, ending: Ending | None, on_hold: bool) -> Facts:
    known = {name: getattr(ending, name) for name in Ending.__dataclass_fields__} if ending else {"closed_on": None}
    return Facts(kind=Kind(record.kind), opened_on=clock.day(record.opened_at), on_hold=on_hold, **known)


def records_naming(person: Person) -> QuerySet[Record]:
    """The records that have to do with a person, as far as a column says so: a wall, or what the apps told."""
    found = Q(walls__person=person)
    for finder in NAMED_IN:
        found |= Q(pk__in=finder(person).values("pk"))
    return Record.objects.filter(pk__in=Record.objects.filter(found).values("pk"))
