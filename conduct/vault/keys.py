"""Data keys of records: made when the first text of a purpose is sealed, unwrapped where it is opened."""

from conduct.records.models import Record
from conduct.vault import cipher
from conduct.vault.kinds import Purpose
from conduct.vault.models import DataKey

FIRST = 1


def data_key(record: Record, purpose: Purpose) -> bytes:
    """The record's key for this purpose; a new one where there is none yet."""
    about = cipher.context(record.pk, "key", purpose, FIRST)
    held = DataKey.objects.filter(record=record, purpose=purpose.value, epoch=FIRST).first()
    if held:
        return cipher.unseal(cipher.server_key(), bytes(held.wrapped), about)
    key = cipher.new_key()
    wrapped = cipher.seal(cipher.server_key(), key, about)
    DataKey.objects.create(record=record, purpose=purpose.value, epoch=FIRST, wrapped=wrapped)
    return key
