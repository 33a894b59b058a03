"""Recognising a secret without keeping it: short printable hashes, and digits masked under a word of the client's."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256

from django.conf import settings

DIGITS = 24


def fingerprint(secret: str) -> str:
    """SHA-256 in 43 characters. Enough where the secret is random; a guessable one wants `keyed`."""
    return printable(sha256(secret.encode()).digest())


def keyed(*words: str) -> str:
    """A hash that nobody recomputes without the server's key and every word."""
    return printable(derived(*words))


def derived(*words: str) -> bytes:
    message = b"".join(len(word := text.encode()).to_bytes(4, "big") + word for text in words)
    return hmac.digest(settings.SECRET_KEY.encode(), message, sha256)


def mask(number: str, *words: str) -> str:
    """24 digits as 24 other digits, unreadable without every word. Each set of words masks one number only."""
    return shifted(number, int.from_bytes(derived("mask", *words), "big"))


def unmask(masked: str, *words: str) -> str:
    return shifted(masked, -int.from_bytes(derived("mask", *words), "big"))


def shifted(number: str, by: int) -> str:
    return str((int(number) + by) % 10**DIGITS).zfill(DIGITS)


def printable(digest: bytes) -> str:
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
