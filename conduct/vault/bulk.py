"""Keys and seals by the thousand, for `manage.py seed`: the bytes that `vault.seal` makes. Who asks stores them."""

from uuid import UUID

from conduct.vault import cipher
from conduct.vault.keys import FIRST
from conduct.vault.kinds import Purpose, Sealed


class Seals:
    """The server key, read once. Raises VaultClosed where there is none."""

    def __init__(self) -> None:
        self.server_key = cipher.server_key()

    def new_key(self, record: UUID, purpose: Purpose) -> tuple[bytes, bytes]:
        """A fresh data key of a record, and the same wrapped, as it is stored."""
        key = cipher.new_key()
        return key, cipher.seal(self.server_key, key, cipher.context(record, "key", purpose, FIRST))

    def seal(self, key: bytes, record: UUID, place: UUID, kind: Sealed, text: str) -> bytes:
        """A text under its record's key, bound to its place."""
        return cipher.seal(key, text.encode(), cipher.context(record, place, kind))
