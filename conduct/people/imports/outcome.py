"""What a file adds, changes and ends."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from conduct.people.imports.lines import Line


class Act(StrEnum):
    """What a line does to the register."""

    ADD = "add"
    CHANGE = "change"
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """One line's effect, with each field's value before and after."""

    act: Act
    line: Line
    changes: Mapping[str, tuple[object, object]] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        changes = {name: [_plain(before), _plain(after)] for name, (before, after) in self.changes.items()}
        shown = {"line": self.line.number, "act": self.act.value, "kind": self.line.kind, "key": self._key()}
        return shown | ({"changes": changes} if changes else {})

    def _key(self) -> str:
        return " ".join(str(part) for part in self.line.identity[1:] if part is not None)


@dataclass(slots=True)
class Outcome:
    """Everything a file does, countable by kind."""

    steps: list[Step] = field(default_factory=list)
    lines: int = 0

    def to_json(self) -> dict[str, object]:
        counts = {act.value: dict(sorted(Counter(kind for _, kind in self._lines(act)).items())) for act in Act}
        unchanged = self.lines - len({step.line.number for step in self.steps})
        shown = {json.dumps(step.to_json()): step.to_json() for step in self.steps}
        return {**counts, "unchanged": unchanged, "lines": list(shown.values())}

    def _lines(self, act: Act) -> set[tuple[int, str]]:
        """A company and its share come from one line and count once."""
        return {(step.line.number, step.line.kind) for step in self.steps if step.act == act}


def _plain(fact: object) -> object:
    return fact if fact is None or isinstance(fact, bool | int) else str(fact)
