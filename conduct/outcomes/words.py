"""What is typed about an outcome, and how it lies in the vault."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from conduct.rules.vocabulary import Found, MeasureKind, RootCause, Taken, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Alleged:
    """An allegation. `place`: of the person in the list of the people as they stand, 1 for the first."""

    place: int
    paragraph: str
    text: str

    def kept(self) -> str:
        return _kept({"paragraph": self.paragraph, "text": self.text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A finding. `heard`: `answer` is what the person concerned said, else why nobody was heard. `norm` may be open."""

    outcome: Found
    paragraph: str
    grounds: str
    evidence: tuple[str, ...] = ()
    heard: bool = True
    answer: str = ""
    cause: RootCause | None = None
    norm: str = ""

    def kept(self) -> str:
        """The outcome itself stands in clear; retention needs it."""
        said = asdict(self)
        del said["outcome"]
        return _kept(said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A measure. `for_company`: it changes how the company works, and is not for the person."""

    kind: MeasureKind
    what: str
    for_company: bool = False
    aggravating: str = ""

    def kept(self) -> str:
        return _kept({"what": self.what, "for_company": self.for_company, "aggravating": self.aggravating})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the body consulted said, on which day, and where that stands (its minutes)."""

    view: View
    text: str
    given_on: date
    minutes: str = ""

    def kept(self) -> str:
        return _kept({"view": self.view.value, "text": self.text, "minutes": self.minutes})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What the company decided. `divergence`: why otherwise than advised."""

    organ: str
    taken: Taken
    decided_on: date
    text: str
    divergence: str = ""


def view_of(opinion: str) -> View:
    """The view alone, from the sealed opinion: the rule compares it with what was decided."""
    return View(json.loads(opinion)["view"])


def told(text: str) -> dict[str, Any]:
    """As it reads again."""
    read: dict[str, Any] = json.loads(text)
    return read


def _kept(words: dict[str, Any]) -> str:
    return json.dumps(words, ensure_ascii=False)
