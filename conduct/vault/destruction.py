"""The one door through which sealed text is destroyed for good. Only conduct.retention may call it.

The database asks for itself: without a warrant that two people gave, or under a legal hold, nothing goes.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from conduct.records.models import Record
from conduct.vault import cipher
from conduct.vault.keys import data_key
from conduct.vault.kinds import PERSONAL, Sealed
from conduct.vault.models import DataKey, Receipt, SealedItem

KEPT_WORDS = frozenset({"class", "role", "since"})  # what a statistic needs of somebody, and no name


def destroy(item: SealedItem, *, now: datetime) -> bytes:
    """Empty one item for good. Its hash stays and is answered."""
    return _replace(item, b"", now=now)


def destroy_record(record: Record, *, now: datetime) -> bytes:
    """Everything sealed about a record, its keys, and the number that opens it. Answers the hash of what lay there."""
    for item in SealedItem.objects.filter(record=record).exclude(sealed=b"").order_by("pk"):
        destroy(item, now=now)
    Receipt.objects.filter(record=record).delete()
    DataKey.objects.filter(record=record).delete()
    return content_hash(record)


def content_hash(record: Record) -> bytes:
    """One hash over the hashes that the destroyed items of a record left, in the order of their keys."""
    left = SealedItem.objects.filter(record=record, digest__isnull=False).order_by("pk").values_list("pk", "digest")
    return hashlib.sha256(b"".join(key.bytes + bytes(digest) for key, digest in left)).digest()


def is_empty(record: Record) -> bool:
    """Whether nothing that could be opened lies sealed about a record any more."""
    sealed = SealedItem.objects.filter(record=record).exclude(sealed=b"").exists()
    return not (sealed or DataKey.objects.filter(record=record).exists())


def blank_person(record: Record, person: UUID, *, now: datetime) -> int:
    """Take a person out of the entries about people; classes and roles stay, for the numbers. How many were changed.

    Entries that are opened here are not shown to anybody.
    """
    kinds = [kind.value for kind in PERSONAL]
    items = SealedItem.objects.filter(record=record, kind__in=kinds).exclude(sealed=b"").select_related("record")
    return sum(_blanked(item, str(person), now=now) for item in items.order_by("pk"))


def _blanked(item: SealedItem, person: str, *, now: datetime) -> bool:
    kind = Sealed(item.kind)
    key, about = data_key(item.record, kind.purpose), cipher.context(item.record_id, item.pk, kind)
    told = json.loads(cipher.unseal(key, bytes(item.sealed), about))
    left = without(told, person)
    if left == told:
        return False
    _replace(item, cipher.seal(key, json.dumps(left, ensure_ascii=False).encode(), about), now=now)
    return True


def without(told: object, person: str) -> object:
    """The same entry, everything blank that stands beside this person's key, save for class, role and day."""
    if isinstance(told, list):
        return [without(each, person) for each in told]
    if not isinstance(told, dict):
        return "" if told == person else told
    if person in _words(told.values()):
        return {name: each if name in KEPT_WORDS else "" for name, each in told.items()}
    return {name: without(each, person) for name, each in told.items()}


def _words(values: Iterable[object]) -> set[str]:
    return {value for value in values if isinstance(value, str)}


def _replace(item: SealedItem, left: bytes, *, now: datetime) -> bytes:
    digest = hashlib.sha256(bytes(item.sealed)).digest()
    SealedItem.objects.filter(pk=item.pk).update(sealed=left, digest=digest, destroyed_at=now)
    return digest
