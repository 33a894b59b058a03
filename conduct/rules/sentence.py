"""Whole sentences with named gaps. The text is translated first; only then are the gaps filled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from conduct.rules import vocabulary
from conduct.rules.labels import label

WORDS: dict[str, type[StrEnum]] = {
    name: words for name, words in vars(vocabulary).items() if isinstance(words, type) and issubclass(words, StrEnum)
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A marked text and what fills its gaps. Words of the Code inside the gaps are translated as well."""

    text: str
    gaps: Mapping[str, object] = field(default_factory=dict)

    def told(self, translate: Callable[[str], str] = str) -> str:
        return translate(self.text).format(**{gap: label(fact, translate) for gap, fact in self.gaps.items()})

    def __str__(self) -> str:
        return self.told()

    def to_data(self) -> dict[str, object]:
        """Plain data, from which it can be told again in any language, years later."""
        return {"text": self.text, "gaps": {gap: _written(fact) for gap, fact in self.gaps.items()}}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Sentence":
        gaps: Mapping[str, list[str]] = data["gaps"]  # type: ignore[assignment]
        return cls(str(data["text"]), {gap: _read(*fact) for gap, fact in gaps.items()})


def _written(fact: object) -> list[str]:
    return [type(fact).__name__ if isinstance(fact, StrEnum) else "", str(fact)]


def _read(word: str, value: str) -> object:
    return WORDS[word](value) if word else value
