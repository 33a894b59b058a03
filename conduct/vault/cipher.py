"""The cryptography: XChaCha20-Poly1305 with associated data, argon2id, sealed boxes. libsodium's; none of our own.

Every blob begins with one byte of format version, so that algorithms can change later without a guess.
"""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings
from nacl.secret import Aead
from nacl.utils import random

FORMAT = b"\x01"
KEY_BYTES = Aead.KEY_SIZE
SMALLEST = 1024
OTHERS = 0o077


class VaultClosed(Exception):
    """The server key is missing, or others can read its file."""


def context(record: UUID, *where: object) -> bytes:
    """Bound into every seal, so that bytes moved to another row, record or purpose do not open."""
    return "|".join(["v1", str(record), *map(str, where)]).encode()


def new_key() -> bytes:
    return random(KEY_BYTES)


def seal(key: bytes, text: bytes, about: bytes) -> bytes:
    """Padded to a size class first, because a size identifies a document."""
    return FORMAT + bytes(Aead(key).encrypt(_padded(text), about))


def unseal(key: bytes, blob: bytes, about: bytes) -> bytes:
    """Raises nacl.exceptions.CryptoError where bytes, key or context are not the ones that belong together."""
    if blob[:1] != FORMAT:
        raise VaultClosed("unknown format of sealed bytes")
    return _unpadded(Aead(key).decrypt(blob[1:], about))


def _padded(text: bytes) -> bytes:
    size = SMALLEST
    while size < len(text) + 4:
        size *= 2
    return len(text).to_bytes(4, "big") + text + bytes(size - len(text) - 4)


def _unpadded(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:4], "big")
    return padded[4 : 4 + length]


def server_key() -> bytes:
    """The key that wraps every record's data keys, read from a file that only the app's user may read."""
    path = Path(settings.VAULT_KEY_FILE)
    try:
        mode = path.stat().st_mode
        key = bytes.fromhex(path.read_text().strip())
    except (OSError, ValueError) as fault:
        raise VaultClosed(f"{path.name} cannot be read as a key: make one with `manage.py make_vault_key`") from fault
    if mode & OTHERS:
        raise VaultClosed(f"{path.name} can be read by others: chmod 600 it, then make a new key if anybody did")
    if len(key) != KEY_BYTES:
        raise VaultClosed(f"{path.name} does not hold a key of {KEY_BYTES} bytes")
    return key


def make_server_key() -> None:
    """Write a new key file; refuses (FileExistsError) to overwrite one, because that would close the vault for ever."""
    path = Path(settings.VAULT_KEY_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(new_key().hex() + "\n")
