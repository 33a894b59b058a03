"""Whose desk opens a matter first. Asked in order; the first question that is answered with yes decides."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from conduct.rules.decision import Decision, Step, spoke
from conduct.rules.facts import Matter
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
    """A question, and who opens the matter when the answer is yes."""

    id: str
    holds: Callable[[Seen], bool]
    opens: Callable[[Seen], A]
    why: str
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


def came_to_bosa(seen: Seen) -> bool:
    return seen.matter.channel in BOSA_CHANNELS


def is_finance(seen: Seen) -> bool:
    return seen.matter.matter in FINANCE


def may_ask_ceo(seen: Seen) -> bool:
    asks = seen.matter.kind in ASKING and not seen.people & NEVER_BY_CEO
    return asks and is_for_bosa(seen) and seen.under.officer_question == "ceo_then_auto_forward"


def is_for_bosa(seen: Seen) -> bool:
    return seen.lead.authority is A.BOSA


def has_section(seen: Seen) -> bool:
    return any(each.desk for each in seen.overlays)


def needs_opinion(seen: Seen) -> bool:
    return seen.matter.kind is Kind.WAIVER and seen.lead.cells[0].waiver_consults is not None


def is_waiver(seen: Seen) -> bool:
    return seen.matter.kind is Kind.WAIVER


def always(seen: Seen) -> bool:
    return True


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
        id="E1", holds=came_to_bosa, opens=to_bosa, paragraphs=("III ¶3",), readings=("A10", "A11"),
        why=gettext_noop("It came through the Statutory Auditors' own way, so they open it."),
    ),
    Desk(
        id="E2", holds=is_finance, opens=to_bosa, paragraphs=("III ¶3",), readings=("A10",),
        why=gettext_noop("Because of what it is about, the Statutory Auditors open it."),
    ),
    Desk(
        id="E3", holds=may_ask_ceo, opens=to_ceo, paragraphs=("III ¶2",), readings=("A33",),
        why=gettext_noop("The CEO's desk may open it and hands it on to the Statutory Auditors by itself."),
    ),
    Desk(
        id="E4", holds=is_for_bosa, opens=to_bosa, paragraphs=("III ¶1",),
        why=gettext_noop("It is handed on by itself: the Statutory Auditors open it."),
    ),
    Desk(
        id="E5", holds=has_section, opens=to_section, paragraphs=("XI ¶1",),
        why=gettext_noop("The section in charge opens it."),
    ),
    Desk(
        id="E6", holds=needs_opinion, opens=to_consulted, paragraphs=("I ¶4",), readings=("A9",),
        why=gettext_noop("The Statutory Auditors are consulted before the vote, so they open it."),
    ),
    Desk(
        id="E7", holds=is_waiver, opens=to_consulted, paragraphs=("I ¶4",),
        why=gettext_noop("A waiver starts with the body that can grant it, if there is one."),
    ),
    Desk(
        id="E8", holds=always, opens=to_ceo, paragraphs=("III ¶1",),
        why=gettext_noop("The CEO's desk opens it for triage; that alone gives no authority to decide."),
    ),
)  # fmt: skip


def opened_by(
    matter: Matter, lead: Lead, overlays: tuple[Overlay, ...], people: frozenset[PersonClass], *, under: Readings
) -> Decision[A]:
    """The desk that opens a matter first; IMPOSSIBLE or NOT_APPLICABLE where there is none to open."""
    seen = Seen(matter=matter, lead=lead, overlays=overlays, people=people, under=under)
    desk = next(each for each in DESKS if each.holds(seen))
    steps, passed_over = _spoken(desk)
    return Decision(answer=desk.opens(seen), facts={}, steps=steps, passed_over=passed_over)


@lru_cache(maxsize=64)
def _spoken(desk: Desk) -> tuple[tuple[Step, ...], dict[str, str]]:
    earlier = DESKS[: DESKS.index(desk)]
    passed = {each.id: "holds" if each in earlier else "asked later" for each in DESKS if each is not desk}
    return (spoke(desk),), passed
