"""Seal and open. Whoever may not see the record may not open it; every opening is written down first."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.vault import cipher
from conduct.vault.keys import data_key
from conduct.vault.kinds import Sealed
from conduct.vault.models import SealedItem

NEEDED = {Sealed.IDENTITY: Permission.READ_IDENTITY}  # in no table of policy: nobody opens a name alone


def make_server_key() -> None:
    """Write a new server key file. Raises FileExistsError where one stands."""
    cipher.make_server_key()


def reserve() -> UUID:
    """A place in the vault, for a row that must point to it before the text is sealed."""
    return uuid4()


def seal(record: Record, kind: Sealed, text: str, *, now: datetime, place: UUID | None = None) -> SealedItem:
    """Put a text away. Nobody needs a key to do it."""
    place = place or reserve()
    key = data_key(record, kind.purpose)
    sealed = cipher.seal(key, text.encode(), cipher.context(record.pk, place, kind))
    return SealedItem.objects.create(id=place, record=record, kind=kind.value, sealed=sealed, sealed_at=now)


def open(actor: Actor, item: SealedItem, *, now: datetime) -> str:  # noqa: A001 -- the house word
    """The text, after the opening is on the ledger and committed. Never inside a transaction (RuntimeError)."""
    return open_all(actor, [item], now=now)[0]


def open_all(actor: Actor, items: Iterable[SealedItem], *, now: datetime) -> list[str]:
    """Several texts of one record. One commit writes down every opening before the first word is shown."""
    items = list(items)
    with transaction.atomic(durable=True):
        for item in items:
            kind = Sealed(item.kind)
            require(actor, NEEDED.get(kind, Permission.READ_SEALED), item.record)
            if kind is not Sealed.EXPLANATION:
                ledger.record(actor, Event.TEXT_OPENED, item.record, at=now, kind=kind)
    return [_plain(item) for item in items]


def _plain(item: SealedItem) -> str:
    kind = Sealed(item.kind)
    key = data_key(item.record, kind.purpose)
    return cipher.unseal(key, bytes(item.sealed), cipher.context(item.record_id, item.pk, kind)).decode()
