"""The lines of a file of events of personnel: who, what, on which day. Every fault of the file in one pass."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from conduct.people.imports.faults import Fault, FileRefused, refuse
from conduct.people.imports.layout import CellRefused, day, username, word_of
from conduct.people.imports.lines import rows_of_csv
from conduct.people.models import Person
from conduct.rules.vocabulary import Measure

EVENTS = [measure for measure in Measure if measure is not Measure.OTHER]
CELLS: dict[str, Callable[[str], object]] = {"username": username, "event": word_of(EVENTS), "on": day}
SHOWN = 40


@dataclass(frozen=True, slots=True)
class HrLine:
    """One event, as it stands in the file."""

    number: int
    username: str
    measure: Measure
    on: date

    @property
    def key(self) -> str:
        return f"{self.username} {self.measure.value} {self.on.isoformat()}"


def hr_lines(text: str) -> list[HrLine]:
    """The lines of a CSV file with the columns username, event and on. FileRefused with every fault otherwise."""
    rows = rows_of_csv(text)
    header_line, header = next(rows)
    check_header(header_line, header)
    found: list[HrLine] = []
    faults: list[Fault] = []
    for number, row in rows:
        if len(row) != len(header):
            counts = {"cells": len(row), "columns": len(header)}
            faults.append(Fault(number, "", _("has %(cells)s cells, but there are %(columns)s columns") % counts))
        elif any(row):
            line, wrong = read(number, dict(zip(header, row, strict=True)))
            faults += wrong
            found += [line] if line else []
    faults += said_twice(found)
    if not faults and not found:
        faults.append(Fault(0, "", _("The file holds no lines below the names of the columns.")))
    if faults:
        raise FileRefused(faults)
    return found


def check_header(number: int, header: list[str]) -> None:
    known = ", ".join(CELLS)
    if unknown := [name for name in header if name not in CELLS]:
        wrong = {"wrong": ascii(unknown[0])[:SHOWN], "known": known}
        raise refuse(_("unknown column %(wrong)s; known are: %(known)s") % wrong, number)
    if len(set(header)) < len(header):
        raise refuse(_("a column is named twice; keep one"), number)
    if missing := [name for name in CELLS if name not in header]:
        raise refuse(
            _("the first line names the columns, and they are: %(known)s") % {"known": known}, number, missing[0]
        )


def read(number: int, row: Mapping[str, str]) -> tuple[HrLine | None, list[Fault]]:
    cells: dict[str, object] = {}
    faults = []
    for column, of in CELLS.items():
        try:
            if not row[column]:
                raise CellRefused(_("is missing"))
            cells[column] = of(row[column])
        except CellRefused as refused:
            faults.append(Fault(number, column, str(refused)))
    if faults:
        return None, faults
    on = cells["on"]
    assert isinstance(on, date)
    return HrLine(number, str(cells["username"]), Measure(str(cells["event"])), on), []


def said_twice(lines: Iterable[HrLine]) -> list[Fault]:
    first: dict[str, int] = {}
    twice = [(line, first.setdefault(line.key, line.number)) for line in lines]
    text = _("says the same as line %(seen)s; keep one")
    return [Fault(line.number, "", text % {"seen": seen}) for line, seen in twice if seen != line.number]


def people_of(lines: list[HrLine]) -> dict[str, Person]:
    """The people of the lines by user name. FileRefused with each line whose user name nobody has."""
    names = {line.username for line in lines}
    found = {person.username: person for person in Person.objects.filter(username__in=names)}
    text = _("nobody has this user name; import the person first")
    if faults := [Fault(line.number, "username", text) for line in lines if line.username not in found]:
        raise FileRefused(faults)
    return found
