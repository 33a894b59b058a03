"""Dated rows: found by what they are about and their first day; a difference closes the row and adds another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from conduct.people.dated import Dated, span
from conduct.people.imports.faults import Fault
from conduct.people.imports.lines import Line
from conduct.people.imports.outcome import Act, Outcome, Step
from conduct.people.imports.storing import store
from conduct.people.models import Appointment, Function, Ownership, Seat, Supervision, Tie

Known = Mapping[str, Mapping[object, object]]
SAME = ("title", "title_ja", "department", "department_ja", "outside", "sec_16b", "nasdaq_executive_officer")


@dataclass(frozen=True, slots=True)
class Shape:
    """How the columns of a kind of line become the fields of its table."""

    model: type[Dated]
    key: Mapping[str, str]
    values: Mapping[str, str]


SHAPES = {
    "company": Shape(Ownership, {"company": "company_id"}, {"relation": "relation", "ownership_pct": "pct"}),
    "appointment": Shape(
        Appointment,
        {"username": "person_id", "company": "company_id", "office": "office"},
        dict(zip(SAME, SAME, strict=True)),
    ),
    "supervision": Shape(Supervision, {"username": "employee_id"}, {"supervisor": "supervisor_id"}),
    "seat": Shape(Seat, {"username": "person_id", "body": "body"}, {"presides": "presides"}),
    "tie": Shape(Tie, {"username": "person_id", "other": "other_id", "tie": "kind"}, {}),
    "function": Shape(Function, {"username": "person_id", "function": "function"}, {}),
}


def take_rows(kind: str, lines: list[Line], known: Known, now: datetime, outcome: Outcome) -> list[Fault]:
    """The rows of one kind; `known` gives the primary keys of persons and companies by their names."""
    shape = SHAPES[kind]
    wanted = [(line, _fields(line, shape.key, known), _fields(line, shape.values, known)) for line in lines]
    present = _present(shape, [key for _, key, _ in wanted])
    waiting, closing = [], []
    for line, key, values in wanted:
        old = present.get((*key.values(), line.day("from")))
        row, step = _compared(shape.model, line, old, key | values)
        if step:
            outcome.steps.append(step)
            waiting.append((line, row))
            closing += [old.pk] if old else []
    shape.model.objects.filter(pk__in=closing).update(known_until=now)
    for _, row in waiting:
        row.known_from = now
    return store(waiting)


def _compared(
    model: type[Dated], line: Line, old: Dated | None, fields: dict[str, object]
) -> tuple[Dated, Step | None]:
    """The row that should stand, and what that changes; no step where it stands already."""
    last_on = line.day("until")
    if old is None:
        return model(valid=span(line.day("from"), last_on), **fields), Step(Act.ADD, line)
    changes = {name: (getattr(old, name), value) for name, value in fields.items() if getattr(old, name) != value}
    if last_on and last_on != old.last_on:
        changes["until"] = (old.last_on, last_on)
    row = model(**_copied(old) | fields | ({"valid": span(old.first_on, last_on)} if last_on else {}))
    act = Act.END if set(changes) == {"until"} and (old.last_on is None or last_on < old.last_on) else Act.CHANGE
    return row, Step(act, line, changes) if changes else None


def _fields(line: Line, columns: Mapping[str, str], known: Known) -> dict[str, object]:
    return dict(_resolved(line, columns, known))


def _resolved(line: Line, columns: Mapping[str, str], known: Known) -> Iterator[tuple[str, object]]:
    for column, name in columns.items():
        if column in line.cells:
            cell = line.cells[column]
            yield name, known[column][cell] if column in known else cell


def _present(shape: Shape, keys: Iterable[dict[str, object]]) -> dict[tuple[object, ...], Dated]:
    first = next(iter(shape.key.values()))
    rows = shape.model.objects.known().filter(**{f"{first}__in": {key[first] for key in keys}})
    return {(*(getattr(row, name) for name in shape.key.values()), row.first_on): row for row in rows}


def _copied(row: Dated) -> dict[str, object]:
    left_out = ("id", "known_from", "known_until")
    fields = [field for field in row._meta.concrete_fields if not field.generated and field.attname not in left_out]
    return {field.attname: getattr(row, field.attname) for field in fields}
