"""What in a text could tell who wrote it: patterns only. Nothing is kept, nothing is stopped. No Django."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

MOST = 3


class Clue(StrEnum):
    """What a piece of text looks like."""

    MAIL = "mail"
    PHONE = "phone"
    STAFF_NUMBER = "staff_number"
    ONLY_ONE = "only_one"


@dataclass(frozen=True, slots=True)
class Trace:
    """A piece of the text, and what it looks like."""

    clue: Clue
    words: str


PATTERNS = {
    Clue.MAIL: re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    Clue.PHONE: re.compile(
        r"(?<![0-9A-Za-z-])(?:\+[0-9]{1,3}[ -]?)?\(?[0-9]{2,4}\)?[ -]?[0-9]{2,4}[ -][0-9]{3,4}(?![0-9A-Za-z-])"
        r"|(?<![0-9A-Za-z])0[0-9]{9,10}(?![0-9A-Za-z])"
    ),
    Clue.STAFF_NUMBER: re.compile(
        r"(?:employee|staff|personnel)\s*(?:number|no\.?|id|#)\W{0,3}[A-Za-z]{0,4}-?[0-9]{2,}"
        r"|社員(?:番号|コード|ID)\W{0,3}(?:は)?\W{0,3}[A-Za-z]{0,4}-?[0-9]{2,}",
        re.IGNORECASE,
    ),
    Clue.ONLY_ONE: re.compile(
        r"\b(?:I am|I'm|I was|as) the only \w+(?: \w+)?|\bonly I (?:know|knew|saw|have|had|was)\b"
        r"|(?:私|僕|自分)(?:だけ|しか)\w{0,8}|唯一の\w{1,6}",
        re.IGNORECASE,
    ),
}


def traces(*texts: str) -> list[Trace]:
    """The first few such pieces, each once. We may miss some, and the page says so."""
    found = dict.fromkeys(_all(texts))
    return list(found)[:MOST]


def _all(texts: Iterable[str]) -> Iterable[Trace]:
    for clue, pattern in PATTERNS.items():
        for text in texts:
            for match in pattern.finditer(normalize("NFKC", text)):
                yield Trace(clue, match[0].strip())
