"""Seal and open. Whoever may not see the record may not open it; every opening is written down first."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction

from conduct.access.check import log_of, require, scope
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.vault import cipher
from conduct.vault.keys import data_key, data_keys
from conduct.vault.kinds import FOR_THE_DOER, FOR_THE_TELLER, TO_BE_PUBLIC, Purpose, Sealed
from conduct.vault.models import SealedItem

NEEDED = {
    Sealed.IDENTITY: Permission.READ_IDENTITY,  # in no table of policy: nobody opens a name alone
    Sealed.DETERMINATION: Permission.READ_DETERMINATION,
    Sealed.ALERT: Permission.RECORD_PROTECT,
    Sealed.CHECK_IN: Permission.RECORD_PROTECT,
    Sealed.REVEAL: Permission.IDENTITY_CONSENT,
    Sealed.WALL_REASON: Permission.WALLS_VIEW,
}
FOR_AUDITORS = frozenset({Sealed.ALERT, Sealed.CHECK_IN, Sealed.REVEAL, Sealed.WALL_REASON})  # their log alone tells

FACTS = frozenset({Sealed.SUBJECTS, Sealed.PARTY, Sealed.OPINION})


def make_server_key() -> None:
    """Write a new server key file. Raises FileExistsError where one stands."""
    cipher.make_server_key()


def reserve() -> UUID:
    """A place in the vault, for a row that must point to it before the text is sealed."""
    return uuid4()


def seal(record: Record, kind: Sealed, text: str, *, now: datetime, place: UUID | None = None) -> SealedItem:
    """Put a text away. Nobody needs a key to do it."""
    return _put(record, kind, text.encode(), now=now, place=place)


def seal_file(record: Record, content: bytes, *, now: datetime) -> SealedItem:
    """Put the bytes of a file away, as they came. Opened again by `open_file` alone."""
    return _put(record, Sealed.FILE, content, now=now)


def seal_hash(item: SealedItem) -> bytes:
    """The hash of the sealed bytes: what a ledger may repeat without telling which file it is."""
    return hashlib.sha256(bytes(item.sealed)).digest()


def _put(record: Record, kind: Sealed, content: bytes, *, now: datetime, place: UUID | None = None) -> SealedItem:
    place = place or reserve()
    sealed = cipher.seal(data_key(record, kind.purpose), content, cipher.context(record.pk, place, kind))
    return SealedItem.objects.create(id=place, record=record, kind=kind.value, sealed=sealed, sealed_at=now)


def open(actor: Actor, item: SealedItem, *, now: datetime) -> str:  # noqa: A001 -- the house word
    """The text, after the opening is on the ledger and committed. Never inside a transaction (RuntimeError)."""
    return open_all(actor, [item], now=now)[0]


def open_all(actor: Actor, items: Iterable[SealedItem], *, now: datetime) -> list[str]:
    """Several texts of one record. One commit writes down every opening before the first word is shown."""
    items = list(items)
    _write_down(actor, items, lambda kind: NEEDED.get(kind, Permission.READ_SEALED), now=now)
    return [_plain(item) for item in items]


def open_file(actor: Actor, item: SealedItem, *, now: datetime) -> bytes:
    """The bytes of a file, opened as a text is. ValueError for anything but a file."""
    if Sealed(item.kind) is not Sealed.FILE:
        raise ValueError(item.kind)
    _write_down(actor, [item], lambda _kind: Permission.READ_SEALED, now=now)
    return _bytes(item, data_key(item.record, Purpose.CONTENT))


def open_for_doer(actor: Actor, items: Iterable[SealedItem], *, now: datetime) -> list[str]:
    """A task for whoever is to do it, who may know nothing else of the matter. PermissionDenied for other kinds.

    Which task is whose, the caller has asked; that the person was let in to do one, and no wall stands, is asked here.
    """
    items = list(items)
    if {Sealed(item.kind) for item in items} - FOR_THE_DOER:
        raise PermissionDenied
    _write_down(actor, items, lambda _kind: Permission.DO_TASK, now=now)
    return [_plain(item) for item in items]


def _write_down(
    actor: Actor, items: Iterable[SealedItem], needed: Callable[[Sealed], Permission], *, now: datetime
) -> None:
    with transaction.atomic(durable=True):
        for item in items:
            kind = Sealed(item.kind)
            require(actor, needed(kind), item.record)
            if kind is not Sealed.EXPLANATION:
                log = Domain.BOSA if kind in FOR_AUDITORS else log_of(actor, item.record)
                ledger.record(actor, Event.TEXT_OPENED, item.record, at=now, domain=log, kind=kind)


def open_explanations(actor: Actor, items: Iterable[SealedItem]) -> dict[UUID, str]:
    """Kept explanations of many records, for lists, in two queries; those the actor may not read are left out.

    Explanations alone: they hold rules and facts and nobody's words, so that reading one is no event of its own.
    """
    asked = [item for item in items if Sealed(item.kind) is Sealed.EXPLANATION]
    readable = scope(actor, Permission.READ_SEALED).filter(pk__in={item.record_id for item in asked})
    allowed = set(readable.values_list("pk", flat=True))
    shown = [item for item in asked if item.record_id in allowed and item.sealed]
    keys = data_keys({item.record_id for item in shown}, Purpose.CONTENT)
    return {item.pk: _unsealed(item, keys[item.record_id]) for item in shown}


def open_for_teller(items: Iterable[SealedItem]) -> list[str]:
    """What was answered to whoever told us, for whoever holds the number. PermissionDenied for any other kind.

    Nothing is written down: a line with a time would tell when the person behind the number was here.
    """
    items = list(items)
    if {Sealed(item.kind) for item in items} - FOR_THE_TELLER:
        raise PermissionDenied
    return [_plain(item) for item in items]


def make_public(item: SealedItem) -> str:
    """The words of a draft in the transaction that publishes them. PermissionDenied for any other kind."""
    if Sealed(item.kind) not in TO_BE_PUBLIC:
        raise PermissionDenied
    return _plain(item)


def open_facts(actor: Actor, items: Iterable[SealedItem]) -> list[str]:
    """What the rules must know to route one record again: classes and roles, for the rulebook and not for a page.

    Nobody is shown the words, so it is no event, and it may stand inside a transaction. Raises PermissionDenied for
    whoever may not read sealed text of the record, and ValueError for anything but such facts.
    """
    asked = list(items)
    for item in asked:
        require(actor, Permission.READ_SEALED, item.record)
        if Sealed(item.kind) not in FACTS:
            raise ValueError(item.kind)
    return [_plain(item) for item in asked]


def open_facts_of_many(actor: Actor, items: Iterable[SealedItem]) -> dict[UUID, str]:
    """The same of many records at once, to compare them; those that the actor may not read are left out."""
    asked = [item for item in items if Sealed(item.kind) in FACTS and item.sealed]
    readable = scope(actor, Permission.READ_SEALED).filter(pk__in={item.record_id for item in asked})
    keys = data_keys(readable.values_list("pk", flat=True), Purpose.CONTENT)
    return {item.pk: _unsealed(item, keys[item.record_id]) for item in asked if item.record_id in keys}


def lying(record: Record, *kinds: Sealed) -> list[SealedItem]:
    """What of these kinds lies sealed about a record, oldest first. Which, and since when; not the words."""
    items = SealedItem.objects.filter(record=record, kind__in=[kind.value for kind in kinds]).exclude(sealed=b"")
    return list(items.select_related("record").order_by("sealed_at", "pk"))


def _plain(item: SealedItem) -> str:
    return _unsealed(item, data_key(item.record, Sealed(item.kind).purpose))


def _unsealed(item: SealedItem, key: bytes) -> str:
    return _bytes(item, key).decode()


def _bytes(item: SealedItem, key: bytes) -> bytes:
    return cipher.unseal(key, bytes(item.sealed), cipher.context(item.record_id, item.pk, Sealed(item.kind)))
