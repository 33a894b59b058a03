"""The sealed texts of an investigation, as they are typed and as they lie."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Self


@dataclass(frozen=True, kw_only=True)
class Words:
    """Named texts that are sealed together."""

    def as_text(self) -> str:
        """Their form in the vault."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Self:
        """From their sealed form; what a later version added is empty in an older text."""
        kept: Mapping[str, object] = json.loads(text)
        return cls(**{each.name: kept[each.name] for each in fields(cls) if each.name in kept})


@dataclass(frozen=True, kw_only=True)
class Terms(Words):
    """What a mandate says, and with which plan it was given."""

    question: str
    scope: str
    matter: str = ""
    plan: int = 0


@dataclass(frozen=True, kw_only=True)
class Doing(Words):
    """What a task says. `step`: it came from the plan, and its title is the plan's."""

    title: str
    text: str = ""
    step: str = ""
    paragraph: str = ""


@dataclass(frozen=True, kw_only=True)
class Talk(Words):
    """What is written down about an interview. Days are written as they were typed in the form: year, month, day."""

    held_on: str
    notice_on: str = ""
    present: str = ""
    language: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class About(Words):
    """What is said of one version of a piece of evidence. `digest`: SHA-256 of the file, in hexadecimal digits."""

    title: str
    source: str = ""
    original_at: str = ""
    filename: str = ""
    size: int = 0
    digest: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Line(Words):
    """One line of custody: from or to whom, where it lies now, and what else is to be said."""

    who: str = ""
    where: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class What(Words):
    """Something that happened: when, as exactly as it is known, and what, and how we know."""

    on: str
    time: str = ""
    what: str
    source: str = ""
