"""From what was typed to what is filed: who it is about, what it is about, how to reach the sender."""

from collections.abc import Iterable
from datetime import date

from cases.services import About, Report
from conduct.contact.visit import ABOUT, Visit
from conduct.people.models import Person
from conduct.people.queries import ceo_on, leaders_on, person_class
from conduct.provisions.queries import readings_on
from conduct.rules.facts import Matter
from conduct.rules.vocabulary import Kind, MatterType, PersonClass

TOLD = ("what", "who", "when", "where", "still", "how", "treated")
REACH = ("reach", "phone")


def report_of(visit: Visit, *, sender: Person | None, day: date) -> Report:
    """The report that this draft becomes when this person sends it."""
    return Report(
        kind=Kind(visit.kind),
        channel=visit.channel,
        about=abouts(visit, sender=sender, day=day),
        matter=MatterType.ACCOUNTING if visit.answers.get("accounts") else None,
        conduct_on=visit.happened_on,
        told=said(visit, TOLD),
        reach=said(visit, REACH),
    )


def matter_of(visit: Visit, *, sender: Person | None, day: date, channel: object = None) -> Matter:
    """What the rules will look at, for this way of sending or the one chosen."""
    report = report_of(visit if channel is None else visit.answered({"channel": channel}), sender=sender, day=day)
    return report.dated(day).matter_facts()


def abouts(visit: Visit, *, sender: Person | None, day: date) -> tuple[About, ...]:
    """Whoever is named, and the class that was answered where nobody named is of it.

    A question without an answer is about the asker's own class (A33): an employee's until the asker has signed in.
    """
    if not visit.about:
        return (About(person_class=asker_class(sender, day)),)
    named = named_people(visit, day)
    answered = ABOUT[visit.about]
    classes = {person_class(person, visit.happened_on or day) for person in named}
    rest = () if answered in classes else (About(person_class=answered),)
    return (*(About(person=person) for person in named), *rest)


def named_people(visit: Visit, day: date) -> list[Person]:
    """The leaders ticked by name; and, where it is about the CEO, whoever is the CEO now and was it then."""
    ticked = set(visit.people)
    named = [leader.person for leader in leaders_on(day) if str(leader.person.pk) in ticked]
    if visit.about == PersonClass.CEO:
        named += [ceo for ceo in (ceo_on(visit.happened_on or day), ceo_on(day)) if ceo]
    return list({person.pk: person for person in named}.values())


def asker_class(sender: Person | None, day: date) -> PersonClass:
    return person_class(sender, day, under=readings_on(day)) if sender else PersonClass.EMPLOYEE


def said(visit: Visit, names: Iterable[str]) -> dict[str, str]:
    """The answers that were given, as text by question."""
    given = {name: visit.answers.get(name, "") for name in names}
    return {name: ", ".join(word) if isinstance(word, list) else str(word) for name, word in given.items() if word}
