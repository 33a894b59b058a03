"""What is known of a matter, for the rulebook: the people in it, how grave it is, what it is about, how it came."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from cases.models import Case
from cases.queries import determination_of, parties_of
from cases.services import Entry, told_entries
from conduct import clock
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.ties import tied_to
from conduct.provisions.queries import readings_on
from conduct.rules.barring import Ground
from conduct.rules.involving import Whole, is_involved
from conduct.rules.vocabulary import Channel, Kind, Materiality, MatterType
from conduct.vault import vault


@dataclass(frozen=True, kw_only=True)
class Known:
    """The people as entered, and the rest of the facts. A preview changes a copy of this, the act the rows."""

    entries: tuple[Entry, ...]
    people: dict[UUID, Person]
    whole: Whole
    case: Case
    now: datetime

    def having(self, entries: Iterable[Entry], materiality: Materiality | None = None) -> "Known":
        """The same matter with other people in it, or found otherwise grave."""
        weight = materiality or self.whole.materiality
        return _known(self.case, tuple(entries), replace(self.whole, materiality=weight), now=self.now)

    def barred(self) -> dict[Person, Ground]:
        """Everybody whom these facts keep out: whom it is about, and whoever is tied to them (V ¶1)."""
        involved, today = self.involved(), clock.day(self.now)
        first = min((entry.on for entry in self.entries if entry.on), default=clock.day(self.case.record.opened_at))
        tied = tied_to(involved, conduct_on=first, today=today)
        return {**tied, **dict.fromkeys(involved, Ground.SUBJECT)}

    def involved(self) -> list[Person]:
        """The people of the register who decide whose it is: nobody of them takes part in it."""
        under = readings_on(clock.day(self.now))
        pairs = zip(self.entries, self.whole.people, strict=True)
        keys = [entry.person_id for entry, named in pairs if entry.person_id and is_involved(named, under=under)]
        return [self.people[key] for key in keys if key in self.people]


def known(actor: Actor, case: Case, *, now: datetime) -> Known:
    """Everything known today. Raises PermissionDenied for whoever may not read sealed text of the case."""
    rows = list(parties_of(case))
    told, *texts = vault.open_facts(actor, [case.facts, *(row.entry for row in rows)])
    entries = tuple(Entry.read(text) for text in texts) if rows else tuple(told_entries(told))
    facts = json.loads(told)
    found = determination_of(case)
    whole = Whole(
        kind=Kind(case.record.kind),
        people=(),
        materiality=Materiality(found.outcome) if found else Materiality.UNKNOWN,
        matter=MatterType(facts["matter"]) if facts["matter"] else None,
        channel=Channel(facts["channel"]),
    )
    return _known(case, entries, whole, now=now)


def _known(case: Case, entries: tuple[Entry, ...], whole: Whole, *, now: datetime) -> Known:
    today, opened_on = clock.day(now), clock.day(case.record.opened_at)
    keys = {entry.person_id for entry in entries if entry.person_id}
    people = {person.pk: person for person in Person.objects.filter(pk__in=keys)}
    under = readings_on(today)
    named = tuple(entry.named(people, opened_on=opened_on, today=today, under=under) for entry in entries)
    return Known(entries=entries, people=people, whole=replace(whole, people=named), case=case, now=now)
