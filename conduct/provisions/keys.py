"""How a paragraph is addressed: "III ¶3(1)" in the rules, iii-3-1 in a page's address, and as it is read aloud."""

import re
from typing import NamedTuple

from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence

KEY = re.compile(r"([IVXL]+) ¶([1-9]\d{0,3})(?:\(([1-9]\d{0,3})\))?", re.ASCII)
SLUG = re.compile(r"([ivxl]+)-([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?", re.ASCII)
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}

SPOKEN = gettext_noop("section {section}, paragraph {paragraph}")
SPOKEN_ITEM = gettext_noop("section {section}, paragraph {paragraph}, item {item}")
SPOKEN_SECTION = gettext_noop("section {section}")


class Parts(NamedTuple):
    """The numbers in a key. A whole paragraph has no item."""

    numeral: str
    paragraph: int
    item: int | None

    @property
    def key(self) -> str:
        return f"{self.numeral} ¶{self.paragraph}" + (f"({self.item})" if self.item else "")

    @property
    def slug(self) -> str:
        parts = (self.numeral.lower(), str(self.paragraph), str(self.item or ""))
        return "-".join(part for part in parts if part)


def parts_of(key: str) -> Parts | None:
    return _parts(KEY.fullmatch(key))


def parts_of_slug(slug: str) -> Parts | None:
    return _parts(SLUG.fullmatch(slug))


def _parts(found: re.Match[str] | None) -> Parts | None:
    if not found:
        return None
    return Parts(found[1].upper(), int(found[2]), int(found[3]) if found[3] else None)


def slug(key: str) -> str:
    """The key in a page's address. A text that is no key has none."""
    parts = parts_of(key)
    return parts.slug if parts else ""


def spoken(key: str) -> Sentence:
    """The key in words, for those who hear the page. A text that is no key is said as it stands."""
    parts = parts_of(key)
    if not parts:
        return Sentence(key.replace("{", "{{").replace("}", "}}"))
    gaps = {"section": number_of(parts.numeral), "paragraph": parts.paragraph, "item": parts.item}
    return Sentence(SPOKEN_ITEM if parts.item else SPOKEN, gaps)


def spoken_section(numeral: str) -> Sentence:
    return Sentence(SPOKEN_SECTION, {"section": number_of(numeral)})


def number_of(numeral: str) -> int:
    """A Roman number: a smaller sign before a larger one is taken away."""
    values = [VALUES[sign] for sign in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
