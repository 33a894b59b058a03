"""Recognising a person without keeping who it is: a keyed mark that only this door can make and compare.

The mark on a record is made under the record's own identity key, so that two marks of one person on two records do
not look alike, and that none can be compared any more once the keys of the record are destroyed.
"""

import hashlib
import hmac
from collections.abc import Iterable
from uuid import UUID

from conduct.records.models import Record
from conduct.vault import cipher
from conduct.vault.keys import data_key, data_keys
from conduct.vault.kinds import Purpose

SIZE = 32
ON_A_RECORD, ON_ITS_OWN = b"conduct watch", b"conduct event"
Marked = tuple[UUID, UUID, bytes]  # the key of a row, its record, the mark


def mark(record: Record, person: UUID) -> bytes:
    """The mark of a person on one record."""
    return _mark(data_key(record, Purpose.IDENTITY), record.pk, person)


def mark_alone(*words: str) -> bytes:
    """A mark that stands on no record: to know again what was seen before, and nothing else."""
    told = "|".join(words).encode()
    return hashlib.blake2b(told, key=cipher.server_key(), person=ON_ITS_OWN, digest_size=SIZE).digest()


class Marks:
    """Marks of many records, whose keys are unwrapped once. Answers about one person at a time; lists nobody."""

    def __init__(self, rows: Iterable[Marked]) -> None:
        self.rows = list(rows)
        self.keys = data_keys({record for _, record, _ in self.rows}, Purpose.IDENTITY)

    def of(self, person: UUID) -> list[UUID]:
        """The keys of the rows that bear this person's mark."""
        found = [row for row in self.rows if row[1] in self.keys]
        return [row for row, record, seen in found if _same(_mark(self.keys[record], record, person), seen)]


def _mark(key: bytes, record: UUID, person: UUID) -> bytes:
    told = f"{record}|{person}".encode()
    return hashlib.blake2b(told, key=key, person=ON_A_RECORD, digest_size=SIZE).digest()


def _same(one: bytes, other: bytes) -> bool:
    return hmac.compare_digest(one, bytes(other))
