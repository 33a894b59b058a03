"""What the rulebook answers on changed facts: who holds the matter, and who is shut out. Nothing is done here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cases.services._desk import desk_of
from conduct import clock
from conduct.access import liftings, wall
from conduct.handoffs.services._facts import Known
from conduct.people.models import Person
from conduct.provisions.queries import readings_on
from conduct.rules.barring import Ground
from conduct.rules.decision import Decision
from conduct.rules.involving import route_whole
from conduct.rules.rerouting import holder_after
from conduct.rules.route import Route
from conduct.rules.vocabulary import Authority, Body


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a change of the facts does: who holds the matter, who is shut out, and the decision behind it."""

    origin: Body
    body: Body
    decision: Decision[Route]
    shut_out: Mapping[Person, Ground]

    @property
    def moves(self) -> bool:
        return self.origin is not self.body


def effect_of(facts: Known) -> Effect:
    """What the rulebook answers on these facts, without doing it."""
    record, day = facts.case.record, clock.day(facts.now)
    decision = route_whole(facts.whole, under=readings_on(day))
    origin = Body(record.body)
    held = holder_after(decision.answer, origin)
    barred = facts.barred()
    out = [*barred, *wall.people_behind(record)]
    body = origin if held.answer is origin and not barred else desk_of(Authority(held.answer), out, now=facts.now)
    decision = replace(decision, steps=(*decision.steps, *held.steps))
    return Effect(origin=origin, body=body, decision=decision, shut_out=not_yet_out(facts, barred))


def not_yet_out(facts: Known, barred: Mapping[Person, Ground]) -> dict[Person, Ground]:
    """Whom a wall is still to be raised for. Where two let somebody back, a tie alone shuts nobody out again."""
    record = facts.case.record
    back = liftings.let_back(record)
    out = (
        person for person in wall.not_walled(barred, record) if person not in back or barred[person] is Ground.SUBJECT
    )
    return {person: barred[person] for person in out}
