"""Which body holds a matter once its facts have changed (A4b).

At filing `route` says whose desk opens a matter. Later the lead itself takes over, unless it can still drop.
"""

from collections.abc import Callable
from dataclasses import dataclass

from conduct.rules.decision import Decision, spoke
from conduct.rules.faults import ASKED_LATER
from conduct.rules.labels import gettext_noop
from conduct.rules.route import Route
from conduct.rules.vocabulary import Authority, Body

TRIAGING = frozenset({Body.CEO, Body.BOARD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A question, who holds the matter when the answer is yes, and the condition that failed when it is no."""

    id: str
    failing: Callable[[Route, Body], str | None]
    holds: Callable[[Route, Body], Body]
    why: str
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def not_opened_by_bosa(answer: Route, now: Body) -> str | None:
    return None if answer.intake is Authority.BOSA else "intake"


def not_open_yet(answer: Route, now: Body) -> str | None:
    return None if answer.provisional else "settled"


def not_triaging(answer: Route, now: Body) -> str | None:
    return not_open_yet(answer, now) or (None if now in TRIAGING else "body")


def never(answer: Route, now: Body) -> str | None:
    return None


def to_bosa(answer: Route, now: Body) -> Body:
    return Body.BOSA


def where_it_is(answer: Route, now: Body) -> Body:
    return now


def to_ceo(answer: Route, now: Body) -> Body:
    return Body.CEO


def to_lead(answer: Route, now: Body) -> Body:
    """The lead; where the Code names none, the CEO as the company's management (A12b, A15)."""
    return Body(answer.lead.value) if answer.lead.value in set(TRIAGING | {Body.BOSA}) else Body.CEO


HOLDERS = (
    Holder(
        id="H1", failing=not_opened_by_bosa, holds=to_bosa, paragraphs=("III ¶1", "III ¶3"), readings=("A10",),
        why=gettext_noop("The Statutory Auditors hold it, whoever held it before."),
    ),
    Holder(
        id="H2", failing=not_triaging, holds=where_it_is, paragraphs=("III ¶1",), readings=("A4",),
        why=gettext_noop("How grave it is has not been decided, so it stays where it is being assessed."),
    ),
    Holder(
        id="H3", failing=not_open_yet, holds=to_ceo, paragraphs=("III ¶1",), readings=("A3b", "A4"),
        why=gettext_noop("Only employees are involved and its weight is open, so the CEO's desk assesses it."),
    ),
    Holder(
        id="H4", failing=never, holds=to_lead, paragraphs=("III ¶1",), readings=("A4b",),
        why=gettext_noop("The body that is competent now holds it at once."),
    ),
)  # fmt: skip


def holder_after(answer: Route, now: Body) -> Decision[Body]:
    """The body that holds the matter under this answer, when `now` held it until the change. Total."""
    faults = [holder.failing(answer, now) for holder in HOLDERS]
    first = faults.index(None)
    words = (*faults[:first], None, *[ASKED_LATER] * (len(HOLDERS) - first - 1))
    return Decision(
        answer=HOLDERS[first].holds(answer, now),
        facts={"held_by": now},
        steps=(spoke(HOLDERS[first]),),
        passed_over={holder.id: word for holder, word in zip(HOLDERS, words, strict=True) if word},
    )
