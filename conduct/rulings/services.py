"""Keeping what the rulebook answered, and telling it again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.rules.decision import Decision
from conduct.rules.sentence import Sentence
from conduct.rulings.models import Ruling
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class Question(StrEnum):
    """What was asked of the rulebook."""

    ROUTING = "routing"
    CLOCK = "clock"
    PRESUMPTION = "presumption"


@dataclass(frozen=True, kw_only=True)
class ToldStep:
    """One rule that spoke, ready to be told in the reader's language."""

    rule: str
    paragraphs: tuple[str, ...]
    readings: tuple[str, ...]
    why: Sentence


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A kept answer of the rulebook: answer, facts, rules that spoke, and the condition that failed in each other."""

    made_at: datetime
    answer: Mapping[str, Any]
    facts: Mapping[str, str]
    steps: tuple[ToldStep, ...]
    passed_over: Mapping[str, str]


def keep(
    record: Record, question: Question, decision: Decision[Any], *, answer: Mapping[str, Any], now: datetime
) -> Ruling:
    """Write down what the rulebook answered, with the rules, facts and paragraphs it rests on."""
    trace = json.dumps(decision.explanation() | {"answer": dict(answer)}, ensure_ascii=False)
    item = vault.seal(record, Sealed.EXPLANATION, trace, now=now)
    return Ruling.objects.create(record=record, question=question.value, explanation=item, made_at=now)


def explain(actor: Actor, ruling: Ruling, *, now: datetime) -> Explanation:
    """A ruling as it was made, whatever the rules say today."""
    return _told(ruling, vault.open(actor, ruling.explanation, now=now))


def explain_all(actor: Actor, rulings: Iterable[Ruling]) -> dict[int, Explanation]:
    """Several rulings, of one record or of many, by their keys; those the actor may not read are left out."""
    asked = list(rulings)
    traces = vault.open_explanations(actor, [ruling.explanation for ruling in asked])
    readable = [ruling for ruling in asked if ruling.explanation_id in traces]
    return {ruling.pk: _told(ruling, traces[ruling.explanation_id]) for ruling in readable}


def answers_of(actor: Actor, records: Iterable[Record]) -> dict[UUID, Explanation]:
    """How each of these records was routed, by record, for a list: as many queries for fifty as for one."""
    rulings = Ruling.objects.filter(record__in=list(records), question=Question.ROUTING.value)
    latest_first = rulings.order_by("record_id", "-made_at", "-pk").distinct("record_id").select_related("explanation")
    found = list(latest_first)
    told = explain_all(actor, found)
    return {ruling.record_id: told[ruling.pk] for ruling in found if ruling.pk in told}


def _told(ruling: Ruling, trace: str) -> Explanation:
    kept = json.loads(trace)
    return Explanation(
        made_at=ruling.made_at,
        answer=kept["answer"],
        facts=kept["facts"],
        passed_over=kept["passed_over"],
        steps=tuple(
            ToldStep(
                rule=step["rule"],
                paragraphs=tuple(step["paragraphs"]),
                readings=tuple(step["readings"]),
                why=Sentence.from_data(step["why"]),
            )
            for step in kept["steps"]
        ),
    )


def latest(record: Record, question: Question) -> Ruling:
    return record.rulings.filter(question=question.value).latest("made_at", "pk")
