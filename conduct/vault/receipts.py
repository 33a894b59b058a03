"""Receipts: what lets a reporter come back, without any row that leads to a person.

The derivation is slow on purpose (argon2id), so it runs outside every transaction and at most two at a time.
"""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256
from threading import BoundedSemaphore

from django.conf import settings
from nacl.bindings import crypto_pwhash_alg
from nacl.public import PrivateKey, SealedBox
from nacl.pwhash import argon2id

from conduct.records.models import Record
from conduct.vault import cipher, digits
from conduct.vault.digits import Number
from conduct.vault.keys import data_key
from conduct.vault.kinds import Purpose
from conduct.vault.models import Receipt

HALF, AT_ONCE, PATIENCE = 32, 2, 10.0
_slots = BoundedSemaphore(AT_ONCE)


class TooManyTries(Exception):
    """Every slot for the slow derivation stayed taken. The person waits and tries again."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A number and what was derived from it, before the transaction that stores it."""

    number: Number
    salt: bytes
    derived: bytes


def draw() -> Drawn:
    """A fresh number with a locator nobody has. Slow; call it outside the transaction that files the report."""
    number = digits.draw()
    while Receipt.objects.filter(locator=number.locator).exists():
        number = digits.draw()
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    return Drawn(number, salt, _derive(number, salt))


def keep(drawn: Drawn, record: Record) -> Receipt:
    """Store what a number opens: a private key of its own, to which the record's data key is wrapped."""
    private = PrivateKey.generate()
    about = cipher.context(record.pk, "receipt", drawn.number.locator)
    content = data_key(record, Purpose.CONTENT)
    return Receipt.objects.create(
        locator=drawn.number.locator,
        record=record,
        salt=drawn.salt,
        verifier=sha256(drawn.derived[:HALF]).digest(),
        public=bytes(private.public_key),
        sealed_private=cipher.seal(drawn.derived[HALF:], bytes(private), about),
        wrapped_key=SealedBox(private.public_key).encrypt(about + content),
    )


def find(number: Number) -> Record | None:
    """The record that this number opens, or None. An unknown locator costs the same time as a known one."""
    receipt = Receipt.objects.select_related("record").filter(locator=number.locator).first()
    derived = _derive(number, bytes(receipt.salt) if receipt else _decoy(number.locator))
    verifier = bytes(receipt.verifier) if receipt else bytes(HALF)
    same = hmac.compare_digest(sha256(derived[:HALF]).digest(), verifier)
    return receipt.record if receipt and same else None


def content_key(number: Number, record: Record) -> bytes:
    """The record's content key by the receipt alone, without the server key. For a number that `find` accepted."""
    receipt = Receipt.objects.get(record=record)
    about = cipher.context(record.pk, "receipt", receipt.locator)
    derived = _derive(number, bytes(receipt.salt))
    private = PrivateKey(cipher.unseal(derived[HALF:], bytes(receipt.sealed_private), about))
    opened = SealedBox(private).decrypt(bytes(receipt.wrapped_key))
    if not opened.startswith(about):
        raise cipher.VaultClosed("this key was wrapped for another record")
    return opened[len(about) :]


def _decoy(locator: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), locator.encode(), "sha256")[: argon2id.SALTBYTES]


def _derive(number: Number, salt: bytes) -> bytes:
    if not _slots.acquire(timeout=PATIENCE):
        raise TooManyTries
    try:
        return crypto_pwhash_alg(
            2 * HALF, number.secret.encode(), salt, settings.RECEIPT_PASSES, settings.RECEIPT_MEMORY, argon2id.ALG
        )
    finally:
        _slots.release()
