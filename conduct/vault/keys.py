"""Data keys of records: made when the first text of a purpose is sealed, unwrapped where it is opened."""

from collections.abc import Iterable
from uuid import UUID

from conduct.records.models import Record
from conduct.vault import cipher
from conduct.vault.kinds import Purpose
from conduct.vault.models import DataKey

FIRST = 1


def data_key(record: Record, purpose: Purpose) -> bytes:
    """The record's key for this purpose; a new one where there is none yet."""
    held = DataKey.objects.filter(record=record, purpose=purpose.value, epoch=FIRST).first()
    if held:
        return _unwrapped(held)
    key = cipher.new_key()
    wrapped = cipher.seal(cipher.server_key(), key, cipher.context(record.pk, "key", purpose, FIRST))
    DataKey.objects.create(record=record, purpose=purpose.value, epoch=FIRST, wrapped=wrapped)
    return key


def data_keys(records: Iterable[UUID], purpose: Purpose) -> dict[UUID, bytes]:
    """The keys of many records for one purpose, by record, in one query; none is made."""
    held = DataKey.objects.filter(record__in=records, purpose=purpose.value, epoch=FIRST)
    return {each.record_id: _unwrapped(each) for each in held}


def _unwrapped(held: DataKey) -> bytes:
    about = cipher.context(held.record_id, "key", Purpose(held.purpose), FIRST)
    return cipher.unseal(cipher.server_key(), bytes(held.wrapped), about)
