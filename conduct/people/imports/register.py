"""Checked lines into the register: all of them or nothing. A dry run does the same and rolls it back.

The database is the judge. What a constraint refuses becomes a fault of the line that asked for it.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from conduct.people.imports.faults import Fault, FileRefused
from conduct.people.imports.lines import Line
from conduct.people.imports.outcome import Outcome
from conduct.people.imports.references import take_companies, take_people
from conduct.people.imports.rows import SHAPES, take_rows
from conduct.people.imports.terms import faults_of_seats
from conduct.people.models import Company, Person

Lines = Mapping[str, list[Line]]


@transaction.atomic
def take(lines: list[Line], *, now: datetime, dry_run: bool) -> Outcome:
    """What the lines add, change and end; FileRefused, and nothing changed, where one of them cannot stand."""
    by_kind = defaultdict(list)
    for line in lines:
        by_kind[line.kind].append(line)
    outcome = Outcome(lines=len(lines))
    _stop(_unknown(lines))
    _stop(take_companies(by_kind["company"], outcome) + take_people(by_kind["person"], outcome))
    _stop(_take_dated(by_kind, now, outcome))
    _stop(faults_of_seats(lines))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    transaction.set_rollback(dry_run)
    return outcome


def _take_dated(by_kind: Lines, now: datetime, outcome: Outcome) -> list[Fault]:
    people = dict(Person.objects.values_list("username", "pk"))
    companies = dict(Company.objects.values_list("key", "pk"))
    known = {"username": people, "supervisor": people, "company": companies}
    owned = [line for line in by_kind["company"] if "ownership_pct" in line.cells]
    faults = take_rows("company", owned, known, now, outcome)
    for kind in SHAPES:
        if kind != "company":
            faults += take_rows(kind, by_kind[kind], known, now, outcome)
    return faults


def _unknown(lines: list[Line]) -> list[Fault]:
    """Persons and companies that are neither in the register nor in the file."""
    people = {*Person.objects.values_list("username", flat=True), *_named(lines, "person", "username")}
    companies = {*Company.objects.values_list("key", flat=True), *_named(lines, "company", "company")}
    known = {"username": people, "supervisor": people, "company": companies}
    return [
        Fault(line.number, column, _('"%(name)s" is neither in the register nor in this file') % {"name": name})
        for line in lines
        for column, names in known.items()
        if (name := line.cells.get(column)) and name not in names
    ]


def _named(lines: list[Line], kind: str, column: str) -> set[object]:
    return {line.cells[column] for line in lines if line.kind == kind}


def _stop(faults: list[Fault]) -> None:
    if faults:
        raise FileRefused(faults)
