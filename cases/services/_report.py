"""What a report is before it becomes a case."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from conduct.people.models import Person
from conduct.people.queries import ceo_on, person_class
from conduct.provisions.queries import readings_on
from conduct.rules import facts
from conduct.rules.classes import class_that_counts
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Channel, Kind, MatterType, PersonClass


@dataclass(frozen=True, kw_only=True)
class About:
    """One person it is about: a class as the reporter said, or a person, whose class on the day counts (A13)."""

    person_class: PersonClass = PersonClass.UNKNOWN
    person: Person | None = None

    def dated(self, day: date, today: date, *, under: Readings) -> "About":
        """With the class on that day. "The CEO" is one person on any day, so that the wall finds him without a name.

        Whoever had no post that day counts as what he or she is now: the day may be wrong, and this is the safe side.
        """
        person = self.person or (ceo_on(day) if self.person_class is PersonClass.CEO else None)
        if person is None:
            return self
        now = person_class(person, today, under=under)
        then = person_class(person, day, under=under)
        at_conduct = now if then is PersonClass.THIRD_PARTY else then
        return About(person_class=class_that_counts(at_conduct=at_conduct, at_report=now, under=under), person=person)


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
        """The same report, each named person with the class that counts for that conduct; without a day, today's."""
        day, under = self.conduct_on or today, readings_on(today)
        about = tuple(each.dated(day, today, under=under) for each in self.about)
        return Report(**{**self.__dict__, "about": (*about, *self.also_about(about, day))})

    def also_about(self, about: tuple[About, ...], day: date) -> tuple[About, ...]:
        """Whom the matter itself names: that the CEO did not hand on is about the CEO, whoever else is named (M3)."""
        named = any(each.person_class is PersonClass.CEO for each in about)
        if self.matter is not MatterType.CEO_FAILED_TO_NOTIFY or named:
            return ()
        return (About(person_class=PersonClass.CEO, person=ceo_on(day)),)

    def matter_facts(self) -> facts.Matter:
        """What the routing looks at. Materiality is nobody's to say yet (A4)."""
        subjects = tuple(facts.Subject(about.person_class) for about in self.about)
        return facts.Matter(kind=self.kind, subjects=subjects, matter=self.matter, channel=self.channel)

    def facts_text(self) -> str:
        """The facts behind the routing, to be sealed: they name classes and persons."""
        about = [{"class": a.person_class.value, "person": str(a.person.pk) if a.person else ""} for a in self.about]
        matter = self.matter.value if self.matter else ""
        on = self.conduct_on.isoformat() if self.conduct_on else ""
        return json.dumps({"about": about, "channel": self.channel.value, "matter": matter, "on": on})

    def told_text(self) -> str:
        return json.dumps(dict(self.told), ensure_ascii=False)

    def identity_text(self, reporter: Person) -> str:
        """Who told us and how to reach them, sealed under a key of its own."""
        return json.dumps({"person": str(reporter.pk), **self.reach}, ensure_ascii=False)
