"""Seats that would lie outside the terms of their office, found line by line before the database refuses them all."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from conduct.people.imports.faults import Fault
from conduct.people.imports.lines import Line
from conduct.people.models import Appointment, Seat
from conduct.people.vocabulary import Office, Relation
from conduct.rules.vocabulary import Body

OFFICE_OF = {Body.BOARD.value: Office.DIRECTOR.value, Body.BOSA.value: Office.STATUTORY_AUDITOR.value}


def faults_of_seats(lines: Iterable[Line]) -> list[Fault]:
    """One fault for each seat that no term covers: at its own line, or at the line that took the term away."""
    concerned = {line.cells["username"]: line for line in lines if line.kind == "appointment"}
    seated = {line.identity: line for line in lines if line.kind == "seat"}
    names = {*concerned, *(line.cells["username"] for line in seated.values())}
    terms = _terms(names)
    faults = []
    for seat in Seat.objects.known().filter(person__username__in=names).select_related("person"):
        if not _covered(seat.valid, terms[seat.person_id, OFFICE_OF[seat.body]]):
            name = seat.person.username
            line = seated.get(("seat", name, seat.body, seat.first_on)) or concerned[name]
            text = _(
                "the seat of %(name)s from %(first)s lies outside the terms of the office; give both the same days"
            )
            faults.append(Fault(line.number, "from", text % {"name": name, "first": seat.first_on}))
    return faults


def _terms(names: Iterable[object]) -> dict[tuple[object, str], list[DateRange]]:
    rows = Appointment.objects.known().filter(person__username__in=names, relation=Relation.ISSUER.value)
    terms = defaultdict(list)
    for row in rows.filter(office__in=OFFICE_OF.values()).order_by("valid"):
        terms[row.person_id, row.office].append(row.valid)
    return terms


def _covered(wanted: DateRange, terms: Iterable[DateRange]) -> bool:
    """Terms that follow each other without a gap count as one."""
    reached = wanted.lower
    for term in terms:
        if term.lower <= reached:
            reached = max(reached, term.upper or date.max)
    return reached >= (wanted.upper or date.max)
