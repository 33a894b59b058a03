"""Other matters about the same person or of the same kind, as far as this reader may open them himself."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from cases.models import Case, Party
from cases.queries import visible_cases
from cases.services import Entry, told_entries
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.people.actor import Actor
from conduct.rules.vocabulary import PartyRole
from conduct.vault import vault

MOST = 200
ABOUT = frozenset({PartyRole.SUBJECT, PartyRole.BENEFICIARY, PartyRole.IMPLICATED})


class Likeness(StrEnum):
    """Why another matter is shown."""

    SAME_PERSON = "same_person"
    SAME_MATTER = "same_matter"


@dataclass(frozen=True, slots=True)
class Hint:
    """Another matter, and why."""

    case: Case
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared: the people it is about, by their keys, and what it is about."""

    people: frozenset[UUID]
    matter: str


def hints(actor: Actor, case: Case) -> list[Hint]:
    """The same person first. Looks only into the newest matters whose sealed facts the actor may read anyway."""
    readable = scope(actor, Permission.READ_SEALED)
    others = visible_cases(actor).filter(record__in=readable).exclude(pk=case.pk)
    newest = list(others.order_by("-record__opened_at", "record__reference").select_related("facts")[:MOST])
    known = facts_of(actor, [case, *newest])
    own = known.get(case.pk)
    if own is None:
        return []
    found = [Hint(each, why) for each in newest if each.pk in known and (why := likeness(own, known[each.pk]))]
    return sorted(found, key=lambda hint: hint.likeness is not Likeness.SAME_PERSON)


def likeness(own: Known, other: Known) -> Likeness | None:
    """How another matter is like this one; None where it is not."""
    if own.people & other.people:
        return Likeness.SAME_PERSON
    return Likeness.SAME_MATTER if own.matter and own.matter == other.matter else None


def facts_of(actor: Actor, cases: Iterable[Case]) -> dict[UUID, Known]:
    """The facts of many cases that this actor may read, in a few queries."""
    asked = {case.pk: case for case in cases}
    rows = Party.objects.filter(case__in=asked, ended_at=None).select_related("entry")
    parties: dict[UUID, list[Party]] = {}
    for row in rows:
        parties.setdefault(row.case_id, []).append(row)
    items = [*(case.facts for case in asked.values()), *(row.entry for each in parties.values() for row in each)]
    read = vault.open_facts_of_many(actor, items)
    return {
        key: known(read[case.facts_id], [read[row.entry_id] for row in parties.get(key, [])])
        for key, case in asked.items()
        if case.facts_id in read
    }


def known(facts: str, entries: list[str]) -> Known:
    """The people as they stand; those whom the report named where nobody has changed them."""
    named = [Entry.read(text) for text in entries] or told_entries(facts)
    people = {entry.person_id for entry in named if entry.person_id and entry.role in ABOUT}
    return Known(frozenset(people), json.loads(facts)["matter"])
