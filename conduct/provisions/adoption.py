"""By whom, when and by which resolution a text becomes the Code."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class Acting(Protocol):
    """Who adopts: a person, or the system at a command line."""

    @property
    def person(self) -> object: ...


class AdoptedAfterEffective(RuleBroken):
    """The Code would bind people before the Board had adopted it."""

    sentence = gettext_noop("The Code cannot take effect on {effective_on}, before its adoption on {adopted_on}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """By which resolution a text was adopted, since when it holds, and where it came from."""

    adopted_on: date
    effective_on: date
    resolution: str = ""
    source_name: str = ""
