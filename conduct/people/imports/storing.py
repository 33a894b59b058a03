"""Rows into the database: all at once where it lets us, one by one where it refuses, to find the line."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.db.models import Model

from conduct.people.imports.faults import Fault
from conduct.people.imports.lines import Line
from conduct.people.imports.refusals import fault_of

Waiting = Iterable[tuple[Line, Model]]


def store(waiting: Waiting) -> list[Fault]:
    """New rows of one model; the faults of those that a constraint refuses."""
    waiting = list(waiting)
    if not waiting:
        return []
    try:
        with transaction.atomic():
            type(waiting[0][1])._default_manager.bulk_create([row for _, row in waiting], batch_size=1000)
    except IntegrityError:
        return [fault for line, row in waiting for fault in _tried(line, lambda row=row: row.save(force_insert=True))]
    return []


def resave(waiting: Waiting) -> list[Fault]:
    """Changed rows of reference tables."""
    return [fault for line, row in waiting for fault in _tried(line, row.save)]


def _tried(line: Line, write) -> list[Fault]:
    try:
        with transaction.atomic():
            write()
    except IntegrityError as error:
        return [fault_of(line, error)]
    return []
