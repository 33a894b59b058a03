"""How each word of the Code reads on a screen. A test asks that none is missing.

One table per enum: words of two enums that are spelt alike are equal (`Body.CEO == PersonClass.CEO`),
so a single table would silently keep only one of them.
"""

from collections.abc import Callable
from enum import StrEnum


def gettext_noop(text: str) -> str:
    """Mark a text for the catalogue. It is translated by whoever shows it."""
    return text


LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {}


def label(fact: object, translate: Callable[[str], str] = str) -> str:
    """A word of the Code as people read it; anything else as it is."""
    if isinstance(fact, StrEnum) and type(fact) in LABELS:
        return translate(LABELS[type(fact)][fact])
    return str(fact)
