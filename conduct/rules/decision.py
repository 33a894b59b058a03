"""What the rulebook answers, and why. The same object feeds the routing, the panel and the simulator."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from conduct.rules.sentence import Sentence

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule that spoke: its id, the paragraphs and readings (A1 … A48) it rests on, and its sentence."""

    rule: str
    paragraphs: tuple[str, ...]
    readings: tuple[str, ...]
    why: Sentence


class Speaks(Protocol):
    """Any row of the rulebook that can speak: it has an id, a whole sentence, and where it stands."""

    @property
    def id(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def paragraphs(self) -> tuple[str, ...]: ...
    @property
    def readings(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that is only its sentence; the condition stands in the function that names it."""

    id: str
    why: str
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def spoke(rule: Speaks, **gaps: object) -> Step:
    """The step that says this rule spoke, its sentence's gaps filled."""
    return Step(rule=rule.id, paragraphs=rule.paragraphs, readings=rule.readings, why=Sentence(rule.why, gaps))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Generic[Answer]):
    """An answer, the facts it rests on, the rules that spoke, and for each other rule the condition that failed."""

    answer: Answer
    facts: Mapping[str, object]
    steps: tuple[Step, ...]
    passed_over: Mapping[str, str]

    @property
    def rules(self) -> list[str]:
        return [step.rule for step in self.steps]

    @property
    def paragraphs(self) -> list[str]:
        return list(dict.fromkeys(paragraph for step in self.steps for paragraph in step.paragraphs))

    @property
    def readings(self) -> list[str]:
        return list(dict.fromkeys(reading for step in self.steps for reading in step.readings))

    def explanation(self) -> dict[str, object]:
        """Plain data, to be sealed beside the decision that it explains."""
        return {
            "facts": {name: str(fact) for name, fact in self.facts.items()},
            "rules": self.rules,
            "paragraphs": self.paragraphs,
            "readings": self.readings,
            "passed_over": dict(self.passed_over),
            "steps": [
                {"rule": s.rule, "paragraphs": list(s.paragraphs), "readings": list(s.readings), "why": s.why.to_data()}
                for s in self.steps
            ],
        }
