"""The person an allegation is about, as the rules look at it: class at the conduct, how grave, still here or not."""

from dataclasses import dataclass
from datetime import datetime

from cases.models import Case, Party
from cases.queries import parties_of
from cases.services import Entry
from conduct import clock
from conduct.handoffs.services._facts import Known, known
from conduct.outcomes.models import Finding
from conduct.outcomes.services._party import standing
from conduct.people.actor import Actor
from conduct.people.queries import person_class
from conduct.provisions.queries import readings_on
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import Violation
from conduct.rules.overlays import FINANCE
from conduct.rules.vocabulary import Found, Materiality, PersonClass


class TakenOut(RuleBroken):
    """The entry of the person no longer stands."""

    sentence = gettext_noop("The person was taken out of this matter. Correct the allegation or withdraw it.")


@dataclass(frozen=True, kw_only=True)
class Concerned:
    """What the rules know of the person: the class that counts, how grave the matter is, whether the person left."""

    entry: Entry
    person: PersonClass
    materiality: Materiality
    former: bool

    def violation(self, finding: Finding) -> Violation:
        return Violation(
            person=self.person,
            materiality=self.materiality,
            found=Found(finding.outcome),
            soft=finding.soft,
            former=self.former,
        )


def concerned(actor: Actor, case: Case, party: Party, *, now: datetime) -> Concerned:
    """The person as the facts stand today. Raises TakenOut."""
    rows, facts = list(parties_of(case)), known(actor, case, now=now)
    last = standing(party)
    if last not in rows:
        raise TakenOut
    place = rows.index(last)
    entry, named = facts.entries[place], facts.whole.people[place]
    weight = Materiality.MATERIAL if facts.whole.matter in FINANCE else facts.whole.materiality
    return Concerned(
        entry=entry,
        person=named.person_class,
        materiality=weight,
        former=has_left(entry, named.person_class, facts, now=now),
    )


def has_left(entry: Entry, then: PersonClass, facts: Known, *, now: datetime) -> bool:
    """Somebody of the register who held a post at the conduct and holds none today (A13)."""
    day = clock.day(now)
    person = facts.people.get(entry.person_id) if entry.person_id else None
    if person is None or then is PersonClass.THIRD_PARTY:
        return False
    return person_class(person, day, under=readings_on(day)) is PersonClass.THIRD_PARTY
