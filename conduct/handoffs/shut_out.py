"""Who takes no part in a matter, and why: for the statutory auditors alone. The opening is written down first."""

from dataclasses import dataclass
from datetime import datetime

from cases.models import Case
from conduct.access import liftings, wall
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.barring import BARS, Bar, Ground
from conduct.vault import vault


@dataclass(frozen=True, kw_only=True)
class Out:
    """One person behind a wall. `words`: the reason as it was given, if any. `proposed_by`: who wants it lifted."""

    person: Person
    since: datetime
    ground: Ground
    words: str
    proposed_by: Person | None

    @property
    def bar(self) -> Bar:
        return BARS[self.ground]


def open_walls(actor: Actor, case: Case, *, now: datetime) -> list[Out]:
    """Everybody who is out, the first first. Raises PermissionDenied for whoever may not ask."""
    walls = list(wall.walls_of(case.record))
    reasons = {each.reason_id: each.reason for each in walls}
    texts = dict(zip(reasons, vault.open_all(actor, reasons.values(), now=now), strict=True))
    proposed = {each.person_id: each.proposed_by for each in liftings.waiting(case.record)}
    return [
        Out(
            person=each.person,
            since=each.since,
            proposed_by=proposed.get(each.person_id),
            **read(texts[each.reason_id]),
        )
        for each in walls
    ]


def read(text: str) -> dict[str, object]:
    """The ground, which is the first line, and the words after it."""
    first, _, words = text.partition("\n")
    if first in set(Ground):
        return {"ground": Ground(first), "words": words}
    return {"ground": Ground.DECLARED, "words": text}
