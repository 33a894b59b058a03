"""Whose desk opens a matter first. Asked in order; the first question that is answered with yes decides."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from conduct.rules.decision import Decision, Step, spoke
from conduct.rules.facts import Matter
from conduct.rules.faults import ASKED_LATER
from conduct.rules.labels import gettext_noop
from conduct.rules.lead import Lead
from conduct.rules.overlays import BOSA_CHANNELS, FINANCE, Overlay
from conduct.rules.readings import Readings
from conduct.rules.routing import HOLDS
from conduct.rules.vocabulary import Authority as A
from conduct.rules.vocabulary import Kind, PersonClass

ASKING = frozenset({Kind.QUESTION, Kind.DISCLOSURE, Kind.CONSULTATION})
NEVER_BY_CEO = frozenset({PersonClass.CEO, PersonClass.STATUTORY_AUDITOR, PersonClass.UNKNOWN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the questions look at."""

    matter: Matter
    lead: Lead
    overlays: tuple[Overlay, ...]
    people: frozenset[PersonClass]
    under: Readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A question, who opens the matter when the answer is yes, and the condition that failed when it is no."""

    id: str
    failing: Callable[[Seen], str | None]
    opens: Callable[[Seen], A]
    why: str
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def not_sent_to_bosa(seen: Seen) -> str | None:
    return None if seen.matter.channel in BOSA_CHANNELS else "channel"


def not_finance(seen: Seen) -> str | None:
    return None if seen.matter.matter in FINANCE else "matter"


def not_by_way_of_the_ceo(seen: Seen) -> str | None:
    if seen.matter.kind not in ASKING:
        return "kind"
    if seen.people & NEVER_BY_CEO:
        return "who"
    return not_for_bosa(seen) or (None if seen.under.officer_question == "ceo_then_auto_forward" else "under")


def not_for_bosa(seen: Seen) -> str | None:
    return None if seen.lead.authority is A.BOSA else "lead"


def no_section(seen: Seen) -> str | None:
    return None if any(each.desk for each in seen.overlays) else "matter"


def no_opinion(seen: Seen) -> str | None:
    return not_a_waiver(seen) or (None if seen.lead.cells[0].waiver_consults else "consulted")


def not_a_waiver(seen: Seen) -> str | None:
    return None if seen.matter.kind is Kind.WAIVER else "kind"


def never(seen: Seen) -> str | None:
    return None


def to_bosa(seen: Seen) -> A:
    return A.BOSA


def to_ceo(seen: Seen) -> A:
    return A.CEO


def to_section(seen: Seen) -> A:
    (desk,) = [each.desk[seen.matter.matter] for each in seen.overlays if each.desk and seen.matter.matter]
    return desk


def to_consulted(seen: Seen) -> A:
    consulted = seen.lead.cells[0].waiver_consults or seen.lead.authority
    return HOLDS.get(consulted, consulted)


DESKS = (
    Desk(
        id="E1", failing=not_sent_to_bosa, opens=to_bosa, paragraphs=("III ¶3",), readings=("A10", "A11"),
        why=gettext_noop("It came through the Statutory Auditors' own way, so they open it."),
    ),
    Desk(
        id="E2", failing=not_finance, opens=to_bosa, paragraphs=("III ¶3",), readings=("A10",),
        why=gettext_noop("Because of what it is about, the Statutory Auditors open it."),
    ),
    Desk(
        id="E3", failing=not_by_way_of_the_ceo, opens=to_ceo, paragraphs=("III ¶2",), readings=("A33",),
        why=gettext_noop("The CEO's desk may open it and hands it on to the Statutory Auditors by itself."),
    ),
    Desk(
        id="E4", failing=not_for_bosa, opens=to_bosa, paragraphs=("III ¶1",),
        why=gettext_noop("It is handed on by itself: the Statutory Auditors open it."),
    ),
    Desk(
        id="E5", failing=no_section, opens=to_section, paragraphs=("XI ¶1",),
        why=gettext_noop("The section in charge opens it."),
    ),
    Desk(
        id="E6", failing=no_opinion, opens=to_consulted, paragraphs=("I ¶4",), readings=("A9",),
        why=gettext_noop("The Statutory Auditors are consulted before the vote, so they open it."),
    ),
    Desk(
        id="E7", failing=not_a_waiver, opens=to_consulted, paragraphs=("I ¶4",),
        why=gettext_noop("A waiver starts with the body that can grant it, if there is one."),
    ),
    Desk(
        id="E8", failing=never, opens=to_ceo, paragraphs=("III ¶1",),
        why=gettext_noop("The CEO's desk opens it for triage; that alone gives no authority to decide."),
    ),
)  # fmt: skip
STEPS = tuple((spoke(desk),) for desk in DESKS)


def opened_by(
    matter: Matter, lead: Lead, overlays: tuple[Overlay, ...], people: frozenset[PersonClass], *, under: Readings
) -> Decision[A]:
    """The desk that opens a matter first; IMPOSSIBLE or NOT_APPLICABLE where there is none to open."""
    seen = Seen(matter=matter, lead=lead, overlays=overlays, people=people, under=under)
    faults = [desk.failing(seen) for desk in DESKS]
    first = faults.index(None)
    steps, passed_over = _spoken(first, tuple(faults[:first]))
    return Decision(answer=DESKS[first].opens(seen), facts={}, steps=steps, passed_over=passed_over)


@lru_cache(maxsize=1024)
def _spoken(first: int, faults: tuple[str, ...]) -> tuple[tuple[Step, ...], dict[str, str]]:
    words = (*faults, "", *[ASKED_LATER] * (len(DESKS) - first - 1))
    return STEPS[first], {desk.id: word for desk, word in zip(DESKS, words, strict=True) if word}
