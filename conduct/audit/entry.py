"""One ledger line as canonical bytes. Plain Python, so that a verifier needs nothing else."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import rfc8785

VERSION = "1"
LEAF = b"\x00"  # RFC 9162 2.1.1: leaves and nodes are hashed with different first bytes


def canonical(line: Mapping[str, str], facts: Mapping[str, str | int | bool], at: datetime) -> bytes:
    """The line as RFC 8785 JSON, with a random salt, so that a short line cannot be guessed from its hash."""
    told: dict[str, Any] = dict(line) | {
        "version": VERSION,
        "facts": dict(facts),
        "happened_at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "salt": secrets.token_hex(16),
    }
    return rfc8785.dumps(told)


def leaf_hash(entry: bytes) -> bytes:
    """The RFC 9162 leaf hash of the stored bytes, which are never serialised again."""
    return hashlib.sha256(LEAF + entry).digest()
