"""Where a matter goes: its lead, the desk that opens it, what the CEO learns, who is out, who gets a copy.

Made from the cell of each person concerned (`routing`), the answers before an act (`before_act`) and the overlays.
The same function routes a record, fills the panel "why is this mine?" and answers the public simulator.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from conduct.rules.decision import Decision, Step
from conduct.rules.facts import Matter
from conduct.rules.faults import nearest
from conduct.rules.intake import opened_by
from conduct.rules.lead import Lead, led_by
from conduct.rules.notice import noticed
from conduct.rules.overlays import copied, materiality_of, speaking
from conduct.rules.readings import Readings
from conduct.rules.routing import CONDITIONS, TABLE, Row, competent
from conduct.rules.vocabulary import Authority, Body, CeoNotice, Excluded, PersonClass

ABOVE_THE_CEO = frozenset({Authority.BOARD, Authority.BOSA})
CONCERNED = frozenset({PersonClass.CEO, PersonClass.STATUTORY_AUDITOR})
ORDER = tuple(row.id for row in TABLE)  # the trace does not depend on who was named first
OUT: dict[PersonClass, Excluded] = {
    PersonClass.CEO: Excluded.CEO,
    PersonClass.STATUTORY_AUDITOR: Excluded.AUDITOR_CONCERNED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The whole answer. `intake` is IMPOSSIBLE or NOT_APPLICABLE where no desk opens it."""

    lead: Authority
    intake: Authority
    provisional: bool
    ceo_notice: CeoNotice
    excluded: tuple[Excluded, ...]
    informed: tuple[Body, ...]
    cells: tuple[Row, ...]  # one for each subject, in the order given

    @property
    def beyond_ceo(self) -> bool:
        """Whether another body is certain to be competent: never the CEO's to decide, whatever turns up (III ¶1)."""
        return self.lead in ABOVE_THE_CEO and not self.provisional


def route(matter: Matter, *, under: Readings) -> Decision[Route]:
    """Where a matter goes under these readings (sections I, III, VIII to XI, XIII), and why.

    Total: every `Matter` has exactly one lead. Raises nothing; a `Matter` refuses bad facts itself.
    """
    cells = _cells(matter, under)
    people = frozenset(each.person_class for each in matter.subjects)
    overlays, overlay_steps, unspoken = speaking(matter.kind, matter.matter, matter.channel, people & CONCERNED, under)
    lead = led_by(matter, cells, under=under)
    intake = opened_by(matter, lead.answer, overlays, people, under=under)
    notice = noticed(matter, lead.answer, overlays)
    informed = any(copied(each, matter, lead.answer.authority, under) for each in overlays)
    return Decision(
        answer=_answer(lead.answer, people, intake=intake.answer, notice=notice.answer, informed=informed),
        facts=_facts(matter),
        steps=_steps(cells, lead, overlay_steps, intake.steps + notice.steps),
        passed_over=_passed_over(cells, lead.passed_over, unspoken, intake.passed_over, notice.passed_over),
    )


def _cells(matter: Matter, under: Readings) -> tuple[Decision[Row], ...]:
    return tuple(
        [
            competent(each.person_class, materiality_of(matter, each.materiality), under=under)
            for each in matter.subjects
        ]
    )


def _answer(
    lead: Lead, people: frozenset[PersonClass], *, intake: Authority, notice: CeoNotice, informed: bool
) -> Route:
    return Route(
        lead=lead.authority,
        intake=intake,
        provisional=lead.provisional,
        ceo_notice=notice,
        excluded=tuple([word for person, word in OUT.items() if person in people]),
        informed=(Body.BOSA,) if informed else (),
        cells=lead.cells,
    )


def _facts(matter: Matter) -> dict[str, object]:
    people = ", ".join(f"{each.person_class} ({each.materiality or matter.materiality})" for each in matter.subjects)
    return {"kind": matter.kind, "channel": matter.channel, "matter": matter.matter or "-", "subjects": people}


def _steps(
    cells: tuple[Decision[Row], ...], lead: Decision[Lead], overlays: tuple[Step, ...], rest: tuple[Step, ...]
) -> tuple[Step, ...]:
    rows = {cell.steps[0].rule: cell.steps[0] for cell in cells}
    return (*(rows[rule] for rule in ORDER if rule in rows), *lead.steps, *overlays, *rest)


def _passed_over(cells: tuple[Decision[Row], ...], *others: Mapping[str, str]) -> dict[str, str]:
    passed = dict(nearest([cell.passed_over for cell in cells], CONDITIONS))
    for each in others:
        passed.update(each)
    return passed
