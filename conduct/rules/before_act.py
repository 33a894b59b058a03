"""Who answers what is asked before an act (V ¶3, VIII to XI, XIII, I ¶6): a truth table of its own.

Exactly one row covers each matter listed here, each person class and materiality under each reading.
Every other matter is answered by whoever may interpret.
"""

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from conduct.rules.decision import Decision, spoke
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.routing import ANY, CEO, GROUP_STAFF, MATERIAL, MINOR, NOT_NAMED, OPEN, STAFF, counts_as
from conduct.rules.vocabulary import Authority as A
from conduct.rules.vocabulary import Materiality, MatterType, PersonClass

EVERYBODY = frozenset(PersonClass)
EMPLOYEES = STAFF | GROUP_STAFF
OTHERS = EVERYBODY - EMPLOYEES - NOT_NAMED
BY_CEO = ("opportunity_decider.employee_non_material", "ceo")
BY_BOARD = ("opportunity_decider.employee_non_material", "board")
MODIFICATION = "modification_organ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who answers, for one matter and some people."""

    id: str
    matter: MatterType
    lead: A
    why: str
    who: frozenset[PersonClass] = EVERYBODY
    how_serious: frozenset[Materiality] = ANY
    under: tuple[str, str] | None = None
    provisional: bool = False
    paragraphs: tuple[str, ...]
    readings: tuple[str, ...] = ()


OPPORTUNITY_CEO = gettext_noop("An opportunity of an employee that is not material is turned down, or not, by the CEO.")
OPPORTUNITY_BOARD = gettext_noop("Whether the company turns an opportunity down is decided by the Board of Directors.")
ASSETS_CEO = gettext_noop("Use of company assets is talked over with the CEO first, and approved by the Board.")
ASSETS_BOSA = gettext_noop("An officer or director talks it over with the Statutory Auditors first.")
TRADING_CEO = gettext_noop("A question about a trade goes to the CEO or the designee before the trade.")
TRADING_BOSA = gettext_noop("A trading question of the CEO, an officer or a director goes to the Statutory Auditors.")
MODIFIED = gettext_noop("A modification for a subsidiary is proposed by the legal section and approved by the Board.")
MODIFIED_BOTH = gettext_noop("A modification for a subsidiary needs the Board of Directors and the Statutory Auditors.")

# fmt: off
TABLE = (
    Asked(
        id="B1", matter=MatterType.CORPORATE_OPPORTUNITY, who=EMPLOYEES, how_serious=MINOR, under=BY_CEO,
        lead=A.CEO, paragraphs=("IX ¶1",), readings=("S6",), why=OPPORTUNITY_CEO,
    ),
    Asked(
        id="B2", matter=MatterType.CORPORATE_OPPORTUNITY, who=EMPLOYEES, how_serious=MINOR | OPEN, under=BY_BOARD,
        lead=A.BOARD, paragraphs=("IX ¶1",), readings=("S6",), why=OPPORTUNITY_BOARD,
    ),
    Asked(
        id="B3", matter=MatterType.CORPORATE_OPPORTUNITY, who=EMPLOYEES | NOT_NAMED, how_serious=MATERIAL,
        lead=A.BOARD, paragraphs=("IX ¶1",), readings=("S6",), why=OPPORTUNITY_BOARD,
    ),
    Asked(
        id="B4", matter=MatterType.CORPORATE_OPPORTUNITY, who=EMPLOYEES, how_serious=OPEN, under=BY_CEO,
        lead=A.BOARD, provisional=True, paragraphs=("IX ¶1",), readings=("S6", "A4"), why=OPPORTUNITY_BOARD,
    ),
    Asked(
        id="B5", matter=MatterType.CORPORATE_OPPORTUNITY, who=OTHERS,
        lead=A.BOARD, paragraphs=("IX ¶1",), readings=("S6",), why=OPPORTUNITY_BOARD,
    ),
    Asked(
        id="B6", matter=MatterType.CORPORATE_OPPORTUNITY, who=NOT_NAMED, how_serious=MINOR | OPEN, under=BY_CEO,
        lead=A.BOARD, provisional=True, paragraphs=("IX ¶1",), readings=("S6", "A3b"), why=OPPORTUNITY_BOARD,
    ),
    Asked(
        id="B7", matter=MatterType.CORPORATE_OPPORTUNITY, who=NOT_NAMED, how_serious=MINOR | OPEN, under=BY_BOARD,
        lead=A.BOARD, paragraphs=("IX ¶1",), readings=("S6",), why=OPPORTUNITY_BOARD,
    ),
    Asked(
        id="B8", matter=MatterType.ASSET_USE, who=EMPLOYEES,
        lead=A.CEO, paragraphs=("IX ¶2", "VIII ¶1"), readings=("A29",), why=ASSETS_CEO,
    ),
    Asked(
        id="B9", matter=MatterType.ASSET_USE, who=OTHERS,
        lead=A.BOSA, paragraphs=("IX ¶2", "VIII ¶1"), readings=("A29", "A33"), why=ASSETS_BOSA,
    ),
    Asked(
        id="B10", matter=MatterType.ASSET_USE, who=NOT_NAMED,
        lead=A.BOSA, provisional=True, paragraphs=("IX ¶2", "VIII ¶1"), readings=("A29", "A33"), why=ASSETS_BOSA,
    ),
    Asked(
        id="B11", matter=MatterType.TRADING, who=EMPLOYEES,
        lead=A.CEO, paragraphs=("X ¶1",), readings=("A30", "A31"), why=TRADING_CEO,
    ),
    Asked(
        id="B12", matter=MatterType.TRADING, who=OTHERS,
        lead=A.BOSA, paragraphs=("X ¶1",), readings=("A31", "A32"), why=TRADING_BOSA,
    ),
    Asked(
        id="B13", matter=MatterType.TRADING, who=NOT_NAMED,
        lead=A.BOSA, provisional=True, paragraphs=("X ¶1",), readings=("A31", "A32"), why=TRADING_BOSA,
    ),
    Asked(
        id="B14", matter=MatterType.STAKEHOLDER_DETRIMENT, who=CEO,
        lead=A.BOSA, paragraphs=("XIII ¶2",), readings=("A32", "A33"),
        why=gettext_noop("The CEO reports possible harm to a stakeholder group to the Statutory Auditors."),
    ),
    Asked(
        id="B15", matter=MatterType.STAKEHOLDER_DETRIMENT, who=EVERYBODY - CEO,
        lead=A.CEO, paragraphs=("XIII ¶2",),
        why=gettext_noop("Possible harm to a stakeholder group is reported to the CEO in advance."),
    ),
    Asked(
        id="B16", matter=MatterType.MEDIA_REQUEST, lead=A.INVESTOR_RELATIONS, paragraphs=("XI ¶1",),
        why=gettext_noop("A request from the media is forwarded to the investor relations section."),
    ),
    Asked(
        id="B17", matter=MatterType.REGULATOR_REQUEST, lead=A.LEGAL_SECTION, paragraphs=("XI ¶1",),
        why=gettext_noop("A request from an authority is forwarded to the legal section."),
    ),
    Asked(
        id="B18", matter=MatterType.SUBSIDIARY_MODIFICATION, lead=A.BOARD, paragraphs=("I ¶6",), readings=("S7",),
        under=(MODIFICATION, "legal_proposes_board_approves_bosa_informed"), why=MODIFIED,
    ),
    Asked(
        id="B19", matter=MatterType.SUBSIDIARY_MODIFICATION, lead=A.BOARD, paragraphs=("I ¶6",), readings=("S7",),
        under=(MODIFICATION, "board_and_bosa"), why=MODIFIED_BOTH,
    ),
)
# fmt: on
MATTERS = frozenset(row.matter for row in TABLE)
CONDITIONS = ("matter", "who", "how_serious", "under")


def failing(
    row: Asked, matter: MatterType | None, person: PersonClass, materiality: Materiality, under: Readings
) -> str | None:
    """The first condition of a row that does not hold, or None when the row speaks."""
    if matter is not row.matter:
        return "matter"
    if person not in row.who:
        return "who"
    if materiality not in row.how_serious:
        return "how_serious"
    return "under" if row.under and attrgetter(row.under[0])(under) != row.under[1] else None


@lru_cache(maxsize=4096)
def answers(matter: MatterType, person: PersonClass, materiality: Materiality, *, under: Readings) -> Decision[Asked]:
    """Who answers such a person's question before the act, for a matter in `MATTERS`, and why."""
    cell = counts_as(person, materiality, under)
    faults = {row.id: failing(row, matter, *cell, under) for row in TABLE}
    (row,) = [row for row in TABLE if faults[row.id] is None]
    return Decision(
        answer=row,
        facts={"matter": matter, "person": person, "materiality": materiality},
        steps=(spoke(row),),
        passed_over={rule: fault for rule, fault in faults.items() if fault},
    )
