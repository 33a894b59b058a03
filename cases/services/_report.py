"""What a report is before it becomes a case."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from conduct.people.models import Person
from conduct.people.queries import ceo_on, person_class
from conduct.rules import facts
from conduct.rules.vocabulary import Channel, Kind, MatterType, PersonClass


@dataclass(frozen=True, kw_only=True)
class About:
    """One person it is about: a class as the reporter said, or a person, whose class on the day counts (A13)."""

    person_class: PersonClass = PersonClass.UNKNOWN
    person: Person | None = None

    def dated(self, day: date) -> "About":
        """With the class on that day. "The CEO" is one person on any day, so that the wall finds him without a name."""
        person = self.person or (ceo_on(day) if self.person_class is PersonClass.CEO else None)
        return About(person_class=person_class(person, day), person=person) if person else self


@dataclass(frozen=True, kw_only=True)
class Report:
    """What somebody tells or asks us. `told` holds the answers by question; `conduct_on` is the day it happened."""

    channel: Channel
    about: tuple[About, ...]
    told: Mapping[str, str]
    kind: Kind = Kind.REPORT
    matter: MatterType | None = None
    conduct_on: date | None = None
    reach: Mapping[str, str] = field(default_factory=dict)

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(about.person for about in self.about if about.person)

    def dated(self, today: date) -> "Report":
        """The same report, each named person with the class on the day of the conduct; without a day, today's."""
        day = self.conduct_on or today
        return Report(**{**self.__dict__, "about": tuple(each.dated(day) for each in self.about)})

    def matter_facts(self) -> facts.Matter:
        """What the routing looks at. Materiality is nobody's to say yet (A4)."""
        subjects = tuple(facts.Subject(about.person_class) for about in self.about)
        return facts.Matter(kind=self.kind, subjects=subjects, matter=self.matter, channel=self.channel)

    def facts_text(self) -> str:
        """The facts behind the routing, to be sealed: they name classes and persons."""
        about = [{"class": a.person_class.value, "person": str(a.person.pk) if a.person else ""} for a in self.about]
        matter = self.matter.value if self.matter else ""
        return json.dumps({"about": about, "channel": self.channel.value, "matter": matter})

    def told_text(self) -> str:
        return json.dumps(dict(self.told), ensure_ascii=False)

    def identity_text(self, reporter: Person) -> str:
        """Who told us and how to reach them, sealed under a key of its own."""
        return json.dumps({"person": str(reporter.pk), **self.reach}, ensure_ascii=False)
