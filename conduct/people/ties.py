"""Who is tied to whom: from the register of ties, of supervisors and of delegations."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from conduct.people.dated import Dated, span
from conduct.people.models import Delegation, Person, Supervision, Tie
from conduct.people.queries import roles_on
from conduct.rules.barring import BOTH_WAYS, HANDLING, OF_TIE, Ground, counts_from, strongest


def tied_to(people: Collection[Person], *, conduct_on: date, today: date) -> dict[Person, Ground]:
    """Who of those that handle matters is tied to one of these people, on the day of the conduct or since, and how.

    Whoever handles none would see nothing anyway, and may be the one who reports. People who are themselves among these
    are left out: they are in it on a ground of their own.
    """
    grounds: Mapping[Person, dict[Ground, None]] = defaultdict(dict)
    for person, ground in _found(people, conduct_on, today):
        grounds[person][ground] = None
    handling = (person for person in grounds if person not in people and roles_on(person, today) & HANDLING)
    return {person: strongest(grounds[person]) for person in handling}


def _found(people: Collection[Person], conduct_on: date, today: date) -> Iterator[tuple[Person, Ground]]:
    def lasting(model: type[Dated], ground: Ground, **about: object) -> "QuerySet[Any]":
        first = counts_from(ground, conduct_on=conduct_on, today=today)
        return model.objects.known().filter(valid__overlap=span(first, today), **about)

    for led in lasting(Supervision, Ground.SUPERVISOR, employee__in=people).select_related("supervisor"):
        yield led.supervisor, Ground.SUPERVISOR
    given = lasting(Delegation, Ground.DELEGATE, ceo__in=people, resolution__confirmed_at__isnull=False)
    yield from ((row.delegate, Ground.DELEGATE) for row in given.select_related("delegate"))
    for kind, ground in OF_TIE.items():
        yield from ((row.person, ground) for row in lasting(Tie, ground, kind=kind.value, other__in=people))
    for kind in BOTH_WAYS:
        back = lasting(Tie, OF_TIE[kind], kind=kind.value, person__in=people)
        yield from ((row.other, OF_TIE[kind]) for row in back)


def whoever_is_tied_to(people: Collection[Person]) -> set[Person]:
    """Whom these people are tied to, ever: the matters about those are to be asked again when a tie changes."""
    rows = Tie.objects.filter(known_until=None).select_related("person", "other")
    to = {tie.other for tie in rows.filter(person__in=people)}
    back = {tie.person for tie in rows.filter(other__in=people, kind__in=[kind.value for kind in BOTH_WAYS])}
    led = Supervision.objects.filter(known_until=None, supervisor__in=people).select_related("employee")
    return to | back | {row.employee for row in led}
