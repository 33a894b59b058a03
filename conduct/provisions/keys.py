"""How a paragraph is addressed: "III ¶3(1)" in the rules and on screens, iii-3-1 in the address of its page."""

import re
from typing import NamedTuple

KEY = re.compile(r"([IVXL]+) ¶([1-9]\d{0,3})(?:\(([1-9]\d{0,3})\))?", re.ASCII)
SLUG = re.compile(r"([ivxl]+)-([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?", re.ASCII)


class Parts(NamedTuple):
    """The numbers in a key. A whole paragraph has no item."""

    numeral: str
    paragraph: int
    item: int | None

    @property
    def whole(self) -> str:
        """The key of the paragraph to which an item belongs; of a paragraph its own."""
        return f"{self.numeral} ¶{self.paragraph}"

    @property
    def key(self) -> str:
        return self.whole if self.item is None else f"{self.whole}({self.item})"

    @property
    def slug(self) -> str:
        whole = f"{self.numeral.lower()}-{self.paragraph}"
        return whole if self.item is None else f"{whole}-{self.item}"


def parts_of(key: str) -> Parts | None:
    return _parts(KEY.fullmatch(key))


def parts_of_slug(slug: str) -> Parts | None:
    return _parts(SLUG.fullmatch(slug))


def whole_of(key: str) -> str:
    """The paragraph to which the key of an item belongs; of anything else the key itself."""
    parts = parts_of(key)
    return parts.whole if parts else key


def slug_of(key: str) -> str:
    """A text that is no key has no address."""
    parts = parts_of(key)
    return parts.slug if parts else ""


def _parts(found: re.Match[str] | None) -> Parts | None:
    if not found:
        return None
    return Parts(found[1].upper(), int(found[2]), int(found[3]) if found[3] else None)
