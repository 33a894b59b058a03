"""What other rooms have to say about a paragraph, on its page. Filled in by them at start-up."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A page that speaks about the paragraph: its number, its words, and whether they still hold."""

    url: str
    number: str
    text: str
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Mentions:
    """Those shown beside a paragraph, and where all of them are."""

    shown: list[Mention]
    all_url: str


BESIDE: list[Callable[[str], Mentions]] = []


def mentions_of(key: str) -> list[Mentions]:
    return [mentions(key) for mentions in BESIDE]
