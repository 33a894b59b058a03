"""What somebody writes as an answer or as public words, and how it lies in the vault."""

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass

from conduct.provisions.keys import whole_of
from conduct.provisions.models import CodeVersion
from conduct.provisions.queries import paragraphs_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer as it is typed. `departs`: it would permit a departure from the text (A22). `why_differs`: as said."""

    text: str
    facts: tuple[str, ...]
    paragraphs: tuple[str, ...]
    departs: bool
    differs: bool = False
    why_differs: str = ""

    def told_text(self) -> str:
        return json.dumps({"text": self.text, "facts": list(self.facts)}, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it reads again."""

    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The public words of an interpretation: what was asked and what holds, in both languages."""

    asked_en: str
    asked_ja: str
    answer_en: str
    answer_ja: str

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Words":
        return cls(**json.loads(text))


def told(text: str) -> Told:
    kept = json.loads(text)
    return Told(text=kept["text"], facts=tuple(kept["facts"]))


def around(keys: Collection[str], version: CodeVersion) -> list[str]:
    """These keys, the paragraphs to which they belong, and every item of those: what an answer on them may touch."""
    wholes = {whole_of(key) for key in keys}
    inside = {row.key for row in paragraphs_of(version) if whole_of(row.key) in wholes}
    return sorted(inside | wholes | set(keys))
