"""Writing down how grave a case was found to be. The finding that stood before stays on file."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cases.models import Case, Determination
from cases.queries import determination_of
from conduct import clock
from conduct.people.models import Person
from conduct.provisions.criteria import criteria_on
from conduct.rules.vocabulary import Materiality, Reply
from conduct.vault import vault
from conduct.vault.kinds import Sealed


def grounds_text(replies: Mapping[str, Reply], reason: str) -> str:
    """The answers and the reason of a finding, to be sealed together."""
    answered = {key: reply.value for key, reply in replies.items()}
    return json.dumps({"replies": answered, "reason": reason}, ensure_ascii=False)


def seal_grounds(case: Case, replies: Mapping[str, Reply] | None, reason: str, *, now: datetime) -> Any:
    return vault.seal(case.record, Sealed.DETERMINATION, grounds_text(replies or {}, reason), now=now)


def write_determination(
    case: Case, outcome: Materiality, *, grounds: Any, by: Person, second: Person | None = None, now: datetime
) -> Determination:
    """The new finding stands in the place of the last one."""
    end_determination(case, now=now)
    return Determination.objects.create(
        case=case,
        outcome=outcome.value,
        body=case.record.body,
        criteria=criteria_on(clock.day(now)),
        grounds=grounds,
        decided_by=by,
        second_person=second,
        decided_at=now,
    )


def end_determination(case: Case, *, now: datetime) -> None:
    if last := determination_of(case):
        last.ended_at = now
        last.save(update_fields=["ended_at"])
