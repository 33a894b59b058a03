"""What a reporter typed and has not sent: sealed under a key that only the reporter's cookie holds.

From the cookie's secret follow the place of the row and, separately, the key. Neither leads back to the secret, so the
database without the cookie, or the cookie without the row, opens nothing.
"""

import hashlib
import secrets
from uuid import UUID

from nacl.exceptions import CryptoError

from conduct.vault import cipher

PLACE, KEY = b"conduct place", b"conduct draft"


class DraftClosed(Exception):
    """The bytes do not belong to this secret."""


def new_secret() -> str:
    """256 random bits as text for a cookie. Never stored on the server."""
    return secrets.token_urlsafe(32)


def place_of(secret: str) -> UUID:
    """Where the row of this secret lies."""
    return UUID(bytes=_derived(secret, PLACE)[:16])


def seal_draft(secret: str, text: str) -> bytes:
    """The text, sealed under the secret's key and bound to its place."""
    return cipher.seal(_derived(secret, KEY), text.encode(), cipher.context(place_of(secret), "draft"))


def open_draft(secret: str, sealed: bytes) -> str:
    """The text again. Raises DraftClosed where bytes and secret do not belong together."""
    try:
        return cipher.unseal(_derived(secret, KEY), sealed, cipher.context(place_of(secret), "draft")).decode()
    except (CryptoError, cipher.VaultClosed) as fault:
        raise DraftClosed from fault


def _derived(secret: str, purpose: bytes) -> bytes:
    """A plain hash is enough: the secret itself is random and long."""
    return hashlib.blake2b(secret.encode(errors="replace"), person=purpose, digest_size=cipher.KEY_BYTES).digest()
