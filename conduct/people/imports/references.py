"""Companies and persons: found by key or user name, added when new, changed where a filled cell differs."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db.models import Model

from conduct.people.imports.faults import Fault
from conduct.people.imports.lines import Line
from conduct.people.imports.outcome import Act, Outcome, Step
from conduct.people.imports.storing import resave, store
from conduct.people.models import Company, Person

COMPANY = ("name", "name_ja", "relation", "jurisdiction", "code_adopted_on")
PERSON = {"name": "name", "name_ja": "name_ja", "email": "email", "active": "is_active"}


def take_companies(lines: Iterable[Line], outcome: Outcome) -> list[Fault]:
    """The line of the latest period says what the company is now."""
    wanted = {}
    for line in sorted(lines, key=lambda line: line.day("from") or date.min):
        values = {column: line.cells[column] for column in COMPANY if column in line.cells}
        wanted[line.cells["company"]] = (line, values)
    return _upsert(Company, "key", wanted, {}, outcome)


def take_people(lines: Iterable[Line], outcome: Outcome) -> list[Fault]:
    """A new person cannot sign in with a password until one is set. The language is the person's own choice later."""
    wanted = {}
    for line in lines:
        values = {field: line.cells[column] for column, field in PERSON.items() if column in line.cells}
        wanted[line.cells["username"]] = (line, values)
    new = {
        name: {"password": make_password(None), "language": line.cells.get("language", "en")}
        for name, (line, _) in wanted.items()
    }
    return _upsert(Person, "username", wanted, new, outcome)


def _upsert(
    model: type[Model],
    by: str,
    wanted: Mapping[str, tuple[Line, dict[str, object]]],
    only_new: Mapping[str, dict[str, object]],
    outcome: Outcome,
) -> list[Fault]:
    known = {getattr(row, by): row for row in model._default_manager.filter(**{f"{by}__in": list(wanted)})}
    added, changed = [], []
    for key, (line, values) in wanted.items():
        if key not in known:
            added.append((line, model(**{by: key}, **values, **only_new.get(key, {}))))
            outcome.steps.append(Step(Act.ADD, line))
            continue
        row = known[key]
        changes = {name: (getattr(row, name), value) for name, value in values.items() if getattr(row, name) != value}
        if changes:
            vars(row).update({name: after for name, (_, after) in changes.items()})
            changed.append((line, row))
            outcome.steps.append(Step(Act.CHANGE, line, changes))
    return resave(changed) + store(added)
