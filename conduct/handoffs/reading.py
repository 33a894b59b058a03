"""Reading who is in a matter. The opening is written down before the first name is shown."""

from dataclasses import dataclass
from datetime import date, datetime

from cases.models import Case
from cases.queries import parties_of
from cases.services import Entry, told_entries
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.vocabulary import PartyRole, PersonClass
from conduct.vault import vault


@dataclass(frozen=True, kw_only=True)
class InIt:
    """One person in a matter, as a page or a program shows it."""

    place: int
    role: PartyRole
    who: Person | None
    name: str
    person_class: PersonClass
    on: date | None

    @property
    def person(self) -> str | None:
        """The user name; None for somebody in no register."""
        return self.who.username if self.who else None


def open_people(actor: Actor, case: Case, *, now: datetime) -> list[InIt]:
    """Everybody in it as things stand, in order. Raises PermissionDenied for whoever may not read sealed text."""
    rows = list(parties_of(case))
    texts = vault.open_all(actor, [row.entry for row in rows] or [case.facts], now=now)
    entries = [Entry.read(text) for text in texts] if rows else told_entries(texts[0])
    people = Person.objects.in_bulk([entry.person_id for entry in entries if entry.person_id])
    return [
        InIt(
            place=place,
            role=entry.role,
            who=people.get(entry.person_id) if entry.person_id else None,
            name=entry.name,
            person_class=entry.person_class,
            on=entry.on,
        )
        for place, entry in enumerate(entries, 1)
    ]
