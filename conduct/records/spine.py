"""Opening a record, holding it, moving it on. A matter is a sibling's main row; it shares the record's key."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from django.db import models

from conduct import clock
from conduct.provisions.queries import code_version_on
from conduct.records.models import Copy, Record
from conduct.rules.lifecycle import STATES, check_move, stage
from conduct.rules.vocabulary import Body, Kind

Matter = TypeVar("Matter", bound=models.Model)


def open_record(kind: Kind, body: Body, *, provisional: bool, beyond_ceo: bool = False, now: datetime) -> Record:
    """A new record in the hands of a body, under the Code in force on the company's day."""
    return Record.objects.create(
        kind=kind.value,
        body=body.value,
        provisional=provisional,
        beyond_ceo=beyond_ceo,
        code_version=code_version_on(clock.day(now)),
        opened_at=now,
    )


def locked(matter: Matter) -> Matter:
    """The same matter, read again; its record is held until the transaction ends.

    NO KEY UPDATE: a reader's ledger line, whose foreign key wants a key-share lock, need not wait.
    """
    Record.objects.select_for_update(no_key=True).get(pk=matter.pk)
    return type(matter)._default_manager.select_related("record").get(pk=matter.pk)


def move(matter: models.Model, wanted: StrEnum) -> None:
    """Give a matter its next state, and its record the stage that goes with it. Kinds share words, but no states."""
    states = STATES[Kind(matter.record.kind)]  # type: ignore[attr-defined]
    check_move(states(matter.state), wanted)  # type: ignore[attr-defined]
    put(matter, wanted)


def put(matter: models.Model, state: StrEnum) -> None:
    """Write state and stage together, so that they cannot drift. Only `move` and a change of kind come here."""
    matter.state = state.value  # type: ignore[attr-defined]
    matter.save(update_fields=["state"])
    matter.record.stage = stage(state).value  # type: ignore[attr-defined]
    matter.record.save(update_fields=["stage"])  # type: ignore[attr-defined]


def place(record: Record, body: Body, *, provisional: bool, beyond_ceo: bool | None = None) -> None:
    """Put a record into the hands of a body; with it, if the rules were asked again, what they are certain of now."""
    record.body, record.provisional = body.value, provisional
    record.beyond_ceo = record.beyond_ceo if beyond_ceo is None else beyond_ceo
    record.save(update_fields=["body", "provisional", "beyond_ceo"])


def copy_to(record: Record, bodies: Iterable[Body], *, now: datetime) -> list[Body]:
    """Let other bodies read along, and say which of them did not before. Once given, a copy stays."""
    others = [body for body in bodies if body != record.body]
    made = [Copy.objects.get_or_create(record=record, body=body.value, defaults={"since": now})[1] for body in others]
    return [body for body, new in zip(others, made, strict=True) if new]
