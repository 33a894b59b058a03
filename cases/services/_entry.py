"""One person in a case as it lies sealed: in which role, who or only of which class, and on which day it happened."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cases.services._report import About
from conduct.people.models import Person
from conduct.rules.involving import Named
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import PartyRole, PersonClass


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`name` is as it was typed where the person stands in no register. `on`: the day of the conduct, if known."""

    role: PartyRole = PartyRole.SUBJECT
    person_id: UUID | None = None
    name: str = ""
    person_class: PersonClass = PersonClass.UNKNOWN
    on: date | None = None

    @classmethod
    def read(cls, text: str) -> "Entry":
        """From its sealed form."""
        kept = json.loads(text)
        return cls(
            role=PartyRole(kept["role"]),
            person_id=UUID(kept["person"]) if kept["person"] else None,
            name=kept["name"],
            person_class=PersonClass(kept["class"]),
            on=date.fromisoformat(kept["on"]) if kept["on"] else None,
        )

    def text(self) -> str:
        """Its form in the vault."""
        kept = {
            "role": self.role.value,
            "person": str(self.person_id or ""),
            "name": self.name,
            "class": self.person_class.value,
            "on": self.on.isoformat() if self.on else "",
        }
        return json.dumps(kept, ensure_ascii=False)

    def named(self, people: Mapping[UUID, Person], *, opened_on: date, today: date, under: Readings) -> Named:
        """Role and class for the rules. For somebody in the register the class of that day counts, as known today."""
        person = people.get(self.person_id) if self.person_id else None
        if person is None:
            return Named(self.role, self.person_class)
        dated = About(person_class=self.person_class, person=person).dated(self.on or opened_on, today, under=under)
        return Named(self.role, dated.person_class)


def told_entries(facts: str) -> list[Entry]:
    """The people whom the report itself named, from its sealed facts."""
    kept = json.loads(facts)
    on = date.fromisoformat(kept["on"]) if kept.get("on") else None
    return [
        Entry(
            person_id=UUID(about["person"]) if about["person"] else None,
            person_class=PersonClass(about["class"]),
            on=on,
        )
        for about in kept["about"]
    ]
