"""Rows of cells into checked lines. Every fault of the file is found in one pass, and none is half taken."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from conduct.people.imports.faults import Fault, FileRefused, refuse
from conduct.people.imports.layout import CELLS, COLUMNS, LAYOUTS, CellRefused

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Line:
    """One line whose cells are read. Empty cells are left out."""

    number: int
    kind: str
    cells: Mapping[str, object]

    @property
    def identity(self) -> tuple[object, ...]:
        """Two lines with the same identity say the same thing twice."""
        return (self.kind, *(self.cells.get(column) for column in LAYOUTS[self.kind].identity))

    def day(self, column: str) -> date | None:
        found = self.cells.get(column)
        return found if isinstance(found, date) else None


def lines_of_csv(text: str) -> list[Line]:
    """The lines of a CSV file whose first row names the columns."""
    rows = rows_of_csv(text)
    header_line, header = next(rows)
    _check_header(header_line, header)
    found = []
    for number, row in rows:
        if len(row) != len(header):
            found.append(_uneven(number, row, header))
        elif any(row):
            found.append((number, dict(zip(header, row, strict=True))))
    return checked_lines(found)


def checked_lines(rows: Iterable[tuple[int, Mapping[str, str]] | Fault]) -> list[Line]:
    """Lines whose cells are all in order; FileRefused with every fault otherwise."""
    faults, lines, first = [], [], {}
    for row in rows:
        if isinstance(row, Fault):
            faults.append(row)
            continue
        line, wrong = _line(*row)
        faults += wrong
        if not wrong and first.setdefault(line.identity, line) is not line:
            seen = first[line.identity].number
            faults.append(Fault(line.number, "kind", _("says the same as line %(seen)s; keep one") % {"seen": seen}))
        lines.append(line)
    if not faults and not lines:
        faults.append(Fault(0, "", _("The file holds no lines below the names of the columns.")))
    if faults:
        raise FileRefused(faults)
    return lines


def rows_of_csv(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 1
    try:
        for row in reader:
            yield number, [cell.strip() for cell in row]
            number = reader.line_num + 1
    except csv.Error as error:
        raise refuse(_("not a line of CSV (%(why)s); check the quotation marks") % {"why": error}, number) from None


def _check_header(number: int, header: list[str]) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    if "kind" not in header:
        raise refuse(_('the first line names the columns, and "kind" is one of them'), number, "kind")
    if unknown:
        wrong, known = ascii(unknown[0])[:SHOWN], ", ".join(COLUMNS)
        raise refuse(_("unknown column %(wrong)s; known are: %(known)s") % {"wrong": wrong, "known": known}, number)
    if len(set(header)) < len(header):
        raise refuse(_("a column is named twice; keep one"), number)


def _uneven(number: int, row: list[str], header: list[str]) -> Fault:
    counts = {"cells": len(row), "columns": len(header)}
    return Fault(number, "", _("has %(cells)s cells, but there are %(columns)s columns") % counts)


def _line(number: int, row: Mapping[str, str]) -> tuple[Line, list[Fault]]:
    kind = row.get("kind", "")
    if kind not in LAYOUTS:
        kinds = {"kind": kind[:SHOWN], "known": ", ".join(LAYOUTS)}
        return Line(number, kind, {}), [Fault(number, "kind", _('"%(kind)s" is not one of: %(known)s') % kinds)]
    filled = {column: cell for column, cell in row.items() if cell and column != "kind"}
    cells, faults = _read(number, filled)
    faults += [Fault(number, column, text) for column, text in _misfits(kind, filled, cells)]
    return Line(number, kind, cells), faults


def _read(number: int, filled: Mapping[str, str]) -> tuple[dict[str, object], list[Fault]]:
    cells, faults = {}, []
    for column, cell in filled.items():
        try:
            cells[column] = CELLS[column](cell)
        except CellRefused as refused:
            faults.append(Fault(number, column, str(refused)))
    return cells, faults


def _misfits(kind: str, filled: Mapping[str, str], cells: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Columns that this kind of line lacks or cannot have, and an end before the start."""
    layout = LAYOUTS[kind]
    for column in layout.required:
        if column not in filled:
            yield column, _("is missing; a line of kind %(kind)s needs it") % {"kind": kind}
    for column in filled:
        if column not in layout.columns:
            yield column, _("does not belong to a line of kind %(kind)s; leave it empty") % {"kind": kind}
    first, last = cells.get("from"), cells.get("until")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        yield "until", _("ends before it starts; give the last day, not before %(first)s") % {"first": first}
