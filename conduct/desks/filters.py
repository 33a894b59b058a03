"""What somebody wants to see of a queue. Words only, so that an address can carry it and the database can keep it."""

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from urllib.parse import urlencode

from conduct.rules.vocabulary import Kind, Stage


class View(StrEnum):
    """The parts of a queue."""

    MINE = "mine"
    TO_RECEIVE = "to_receive"
    TO_HAND_ON = "to_hand_on"
    ALL = "all"


OPEN_STAGES = (Stage.RECEIVED, Stage.ASSESSING, Stage.ADDRESSING)
LONGEST_REFERENCE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A filter, and the way to write it into an address."""

    view: str = View.MINE.value
    kind: str = ""
    stage: str = ""
    late: bool = False
    reference: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str], usual: View = View.MINE) -> "Chosen":
        """From an address or a form; a word that does not exist is as good as none."""
        return cls(
            view=one_of(View, asked.get("view", "")) or usual.value,
            kind=one_of(Kind, asked.get("kind", "")),
            stage=one_of(Stage, asked.get("stage", "")),
            late=asked.get("late", "") in {"on", "True"},
            reference=folded(asked.get("reference", "")),
        )

    def words(self) -> dict[str, object]:
        return asdict(self)

    def query(self, **more: str) -> str:
        """What stands after the question mark: only what differs from the usual view."""
        usual = asdict(Chosen())
        said = {name: word for name, word in asdict(self).items() if word != usual[name]}
        said = {name: "on" if word is True else word for name, word in said.items()}
        return urlencode({**said, **{name: word for name, word in more.items() if word}})

    @property
    def narrows(self) -> bool:
        """Whether anything but the view is chosen."""
        return Chosen(view=self.view) != self


def one_of(words: type[StrEnum], asked: str) -> str:
    return asked if asked in set(words) else ""


def folded(typed: str) -> str:
    """A reference as it is stored, however it was typed."""
    signs = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in signs if sign.isascii() and sign.isalnum())[:LONGEST_REFERENCE]
