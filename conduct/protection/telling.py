"""What the person who told us reads about the own name: who asked, why, and whether it was shown. By number only."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from conduct import clock
from conduct.protection.models import Reveal
from conduct.records.models import Record
from conduct.vault import vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request for the name."""

    key: UUID
    on: date
    why: str
    waits: bool
    agreed: bool | None
    shown_on: date | None


def asked_of(record: Record) -> list[Asked]:
    """Every request on a record, newest first. For whoever holds the number; nothing is written down about it."""
    rows = list(
        Reveal.objects.filter(record=record, reason__destroyed_at=None)
        .select_related("reason__record")
        .order_by("-asked_at", "pk")
    )
    reasons = vault.open_for_teller([row.reason for row in rows])
    return [
        Asked(
            key=row.pk,
            on=clock.day(row.asked_at),
            why=why,
            waits=row.answered_at is None,
            agreed=row.agreed,
            shown_on=clock.day(row.shown_at) if row.shown_at else None,
        )
        for row, why in zip(rows, reasons, strict=True)
    ]


def request_on(record: Record, key: UUID) -> Reveal | None:
    """One request on a record, for whoever holds the number of that record."""
    return Reveal.objects.filter(record=record, pk=key).select_related("record").first()
