"""Who takes no part in a matter from its first line on, and why: whom it is about, and whoever is tied to them."""

from collections.abc import Collection, Mapping
from datetime import datetime

from cases.services._report import Report
from conduct import clock
from conduct.access import wall
from conduct.audit.domains import Domain
from conduct.people.models import Person
from conduct.people.ties import tied_to
from conduct.records.models import Record
from conduct.rules.barring import Ground
from conduct.vault import vault
from conduct.vault.kinds import Sealed

Barred = Mapping[Person, Ground]


def barred_by(report: Report, *, source: Record | None = None, now: datetime) -> dict[Person, Ground]:
    """Whom the report names, whoever is tied to them, and everybody who is shut out of the matter it comes from.

    Whoever reports stays outside the wall even when tied to the person: it is the own report.
    """
    today = clock.day(now)
    behind = wall.people_behind(source) if source else []
    tied = tied_to(report.people, conduct_on=report.conduct_on or today, today=today)
    return {**dict.fromkeys(behind, Ground.SOURCE), **tied, **dict.fromkeys(report.people, Ground.SUBJECT)}


def without(barred: Barred, people: Collection[Person | None]) -> dict[Person, Ground]:
    """The ties of these people count for nothing here. Whom the matter is about stays out."""
    return {person: why for person, why in barred.items() if why is Ground.SUBJECT or person not in people}


def shut_out(record: Record, barred: Barred, *, words: str = "", log: Domain | None = None, now: datetime) -> None:
    """Walls for all of them, first; then the reasons, sealed: one text for each ground."""
    places = {ground: vault.reserve() for ground in dict.fromkeys(barred.values())}
    for ground, place in places.items():
        people = [person for person, why in barred.items() if why is ground]
        wall.raise_wall(record, people, reason=place, now=now, log=log)
    for ground, place in places.items():
        vault.seal(record, Sealed.WALL_REASON, f"{ground.value}\n{words}".strip(), place=place, now=now)
