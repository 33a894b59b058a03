"""Looking a visit up by the visitor's secret."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from conduct.contact.models import ContactSession
from conduct.contact.visit import Visit
from conduct.records.models import Record
from conduct.vault import drafts

IDLE = timedelta(minutes=60)


def visit_of(secret: str, *, now: datetime) -> Visit | None:
    """The visit that this cookie opens, or None where there is none or it lay idle too long."""
    row = live(secret, now=now).first()
    return opened(row, secret) if row else None


def locked(secret: str, *, now: datetime) -> tuple[ContactSession | None, Visit | None]:
    """The same under the row's lock, for a change in a transaction."""
    row = live(secret, now=now).select_for_update().first()
    return row, opened(row, secret) if row else None


def live(secret: str, *, now: datetime) -> QuerySet[ContactSession]:
    return ContactSession.objects.filter(place=drafts.place_of(secret), used_at__gt=now - IDLE)


def opened(row: ContactSession, secret: str) -> Visit | None:
    try:
        return Visit.from_text(drafts.open_draft(secret, bytes(row.sealed)))
    except drafts.DraftClosed:
        return None


def record_of(visit: Visit) -> Record:
    """The record that this visit has sent, or opened by its number."""
    return Record.objects.get(pk=visit.record)
