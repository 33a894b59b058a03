"""What a contact session holds while somebody is at the desk. No Django."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from conduct.rules.vocabulary import Channel, Kind, PersonClass

SEVERAL = "several"  # “more than one of these”: an officer or director cannot be ruled out (A3b)
CLASSES = {
    word.value: word
    for word in (
        PersonClass.EMPLOYEE,
        PersonClass.OFFICER,
        PersonClass.DIRECTOR,
        PersonClass.CEO,
        PersonClass.STATUTORY_AUDITOR,
    )
}
OPEN = {SEVERAL: PersonClass.UNKNOWN, PersonClass.UNKNOWN.value: PersonClass.UNKNOWN}
ABOUT = CLASSES | OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A draft; after sending, the number that is shown; after entering a number, the record that it opens.

    `nonce` makes the ids of the fields differ from visit to visit, so that no browser fills an old text in again.
    """

    nonce: str
    kind: str = Kind.REPORT.value
    language: str = "en"
    answers: Mapping[str, Any] = field(default_factory=dict)
    is_checked: bool = False
    number: str = ""
    record: str = ""
    sender: str = ""
    is_kept: bool = False

    @property
    def is_draft(self) -> bool:
        return not self.record

    @property
    def is_sent(self) -> bool:
        return bool(self.record and self.number)

    @property
    def is_question(self) -> bool:
        return self.kind == Kind.QUESTION

    @property
    def about(self) -> str:
        return str(self.answers.get("about", ""))

    @property
    def channel(self) -> Channel | None:
        word = self.answers.get("channel", "")
        return Channel(word) if word else None

    @property
    def people(self) -> list[str]:
        """The leaders named, by key."""
        return list(self.answers.get("people", []))

    @property
    def happened_on(self) -> date | None:
        day = self.answers.get("on", "")
        return date.fromisoformat(day) if day else None

    def answered(self, answers: Mapping[str, Any]) -> "Visit":
        """The same visit with these answers in place of earlier ones."""
        return replace(self, answers={**self.answers, **answers})

    def without(self, *names: str) -> "Visit":
        return replace(self, answers={name: said for name, said in self.answers.items() if name not in names})

    def sent(self, *, number: str, record: str, sender: str) -> "Visit":
        """Only what the last page needs; every word of the draft is gone."""
        kept = {"channel": self.answers.get("channel", "")}
        return replace(self, answers=kept, number=number, record=record, sender=sender, is_checked=False)

    def to_text(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> "Visit":
        return cls(**json.loads(text))
