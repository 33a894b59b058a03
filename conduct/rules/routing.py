"""Who is competent for whom: the truth table of sections I and III of the Code.

Exactly one row covers each person class and materiality under each reading, so the order of the rows means
nothing, and `(row,) = …` below is the law "exactly one". A test enumerates every combination.
"""

from dataclasses import dataclass
from functools import lru_cache

from conduct.rules.decision import Decision, spoke
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Authority as A
from conduct.rules.vocabulary import Body, CeoNotice, Excluded, Materiality, PersonClass

ANY = frozenset(Materiality)
MATERIAL = frozenset({Materiality.MATERIAL})
MINOR = frozenset({Materiality.NON_MATERIAL})
OPEN = frozenset({Materiality.UNKNOWN})

STAFF = frozenset({PersonClass.EMPLOYEE})
GROUP_STAFF = frozenset({PersonClass.SUB_EMPLOYEE})
LEADERS = frozenset({PersonClass.OFFICER, PersonClass.DIRECTOR})
DELEGATE = frozenset({PersonClass.DELEGATE})
CEO = frozenset({PersonClass.CEO})
AUDITOR = frozenset({PersonClass.STATUTORY_AUDITOR})
GROUP_LEADERS = frozenset({PersonClass.SUB_OFFICER})
AFFILIATE = frozenset({PersonClass.AFFILIATE_PERSON})
OUTSIDER = frozenset({PersonClass.THIRD_PARTY})
NOT_NAMED = frozenset({PersonClass.UNKNOWN})

TEXT = ("III ¶1", "III ¶4", "I ¶4")
GROUP = ("I ¶6", *TEXT)
HOLDS = {A.BOSA_LESS_SUBJECT: A.BOSA}  # the same body; the auditor concerned stands behind the wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cell, or several that are alike: its conditions, who does what, and where it stands."""

    id: str
    who: frozenset[PersonClass]
    how_serious: frozenset[Materiality]
    under: tuple[str, str] | None = None  # holds only under this reading
    interprets: A
    investigates: A
    consulted: A
    waives: A
    notice: CeoNotice
    why: str
    waiver_consults: A | None = None
    provisional: bool = False
    excluded: tuple[Excluded, ...] = ()
    paragraphs: tuple[str, ...] = TEXT
    readings: tuple[str, ...] = ()

    @property
    def body(self) -> Body:
        """Who holds a record that rests on this row alone."""
        return Body(HOLDS.get(self.interprets, self.interprets))


# fmt: off
TABLE = (
    Row(
        id="R1", who=STAFF, how_serious=MINOR,
        interprets=A.CEO, investigates=A.CEO, consulted=A.CEO, waives=A.CEO, notice=CeoNotice.NONE,
        why=gettext_noop("A matter of an employee that is not material is for the CEO."),
    ),
    Row(
        id="R2", who=STAFF, how_serious=MATERIAL,
        interprets=A.BOARD, investigates=A.BOARD, consulted=A.BOARD, waives=A.BOARD, notice=CeoNotice.TO_BOARD,
        why=gettext_noop("A material matter of an employee is for the Board of Directors."),
    ),
    Row(
        id="R3", who=STAFF, how_serious=OPEN, readings=("A4",), provisional=True,
        interprets=A.BOARD, investigates=A.BOARD, consulted=A.PENDING_MATERIALITY, waives=A.BOARD,
        notice=CeoNotice.TO_BOARD,
        why=gettext_noop("Until somebody has assessed it, a matter of an employee counts as material."),
    ),
    Row(
        id="R4", who=GROUP_STAFF, how_serious=MINOR, paragraphs=GROUP, readings=("A14b",),
        interprets=A.CEO, investigates=A.CEO, consulted=A.CEO, waives=A.CEO, notice=CeoNotice.NONE,
        why=gettext_noop("A matter of a subsidiary's employee that is not material is for the CEO of the parent."),
    ),
    Row(
        id="R5", who=GROUP_STAFF, how_serious=MATERIAL, paragraphs=GROUP, readings=("A14b",),
        interprets=A.BOARD, investigates=A.BOARD, consulted=A.BOARD, waives=A.BOARD, notice=CeoNotice.TO_BOARD,
        why=gettext_noop("A material matter of a subsidiary's employee is for the parent's Board of Directors."),
    ),
    Row(
        id="R6", who=GROUP_STAFF, how_serious=OPEN, paragraphs=GROUP, readings=("A14b", "A4"), provisional=True,
        interprets=A.BOARD, investigates=A.BOARD, consulted=A.PENDING_MATERIALITY, waives=A.BOARD,
        notice=CeoNotice.TO_BOARD,
        why=gettext_noop("Until somebody has assessed it, a matter of a subsidiary's employee counts as material."),
    ),
    Row(
        id="R7", who=LEADERS, how_serious=ANY,
        interprets=A.BOSA, investigates=A.BOSA, consulted=A.BOSA, waives=A.BOARD, waiver_consults=A.BOSA,
        notice=CeoNotice.TO_BOSA,
        why=gettext_noop("A matter of an officer or director is for the Statutory Auditors, however small."),
    ),
    Row(
        id="R8", who=DELEGATE, how_serious=ANY, paragraphs=("I ¶5", *TEXT), readings=("A16",),
        interprets=A.BOSA, investigates=A.BOSA, consulted=A.BOSA, waives=A.BOARD, waiver_consults=A.BOSA,
        notice=CeoNotice.TO_BOSA,
        why=gettext_noop("The CEO's delegate is an officer; the delegation rests for this matter."),
    ),
    Row(
        id="R9", who=CEO, how_serious=ANY, under=("ceo_subject_notice", "bypass"),
        paragraphs=(*TEXT, "XII ¶2"), readings=("A1", "A6", "A8"), excluded=(Excluded.SUBJECT,),
        interprets=A.BOSA, investigates=A.BOSA, consulted=A.BOSA, waives=A.BOARD, waiver_consults=A.BOSA,
        notice=CeoNotice.BYPASS,
        why=gettext_noop("A matter of the CEO goes past the CEO to the Statutory Auditors."),
    ),
    Row(
        id="R10", who=CEO, how_serious=ANY, under=("ceo_subject_notice", "after_bosa_release"),
        paragraphs=(*TEXT, "XII ¶2"), readings=("A1", "A6", "A8"), excluded=(Excluded.SUBJECT,),
        interprets=A.BOSA, investigates=A.BOSA, consulted=A.BOSA, waives=A.BOARD, waiver_consults=A.BOSA,
        notice=CeoNotice.HOLD,
        why=gettext_noop("The CEO learns of a matter about the CEO only when the Statutory Auditors release it."),
    ),
    Row(
        id="R11", who=AUDITOR, how_serious=ANY, readings=("A2", "A2b", "A26c"), excluded=(Excluded.SUBJECT,),
        interprets=A.BOSA_LESS_SUBJECT, investigates=A.BOSA_LESS_SUBJECT, consulted=A.BOSA_LESS_SUBJECT,
        waives=A.BOARD, waiver_consults=A.BOSA_LESS_SUBJECT, notice=CeoNotice.BYPASS_LESS_SUBJECT,
        why=gettext_noop("A statutory auditor is treated as an officer; the other statutory auditors act."),
    ),
    Row(
        id="R12", who=GROUP_LEADERS, how_serious=ANY, under=("sub_officer", "bosa"),
        paragraphs=GROUP, readings=("A14",),
        interprets=A.BOSA, investigates=A.BOSA, consulted=A.BOSA, waives=A.BOARD, waiver_consults=A.BOSA,
        notice=CeoNotice.TO_BOSA,
        why=gettext_noop("A matter of a subsidiary's director or officer is for the parent's Statutory Auditors."),
    ),
    Row(
        id="R13", who=GROUP_LEADERS, how_serious=ANY, under=("sub_officer", "board_as_material_employee"),
        paragraphs=GROUP, readings=("A14",),
        interprets=A.BOARD, investigates=A.BOARD, consulted=A.BOARD, waives=A.BOARD, notice=CeoNotice.TO_BOARD,
        why=gettext_noop("A subsidiary's director or officer counts as an employee whose matter is material."),
    ),
    Row(
        id="R14", who=AFFILIATE, how_serious=ANY, paragraphs=("I ¶6",), readings=("A15",),
        interprets=A.OUTSIDE_CODE, investigates=A.AFFILIATE_REFERRAL, consulted=A.OUTSIDE_CODE,
        waives=A.NOT_APPLICABLE, notice=CeoNotice.INFORMED,
        why=gettext_noop("The Code asks affiliates for effort only; the matter is referred to the affiliate."),
    ),
    Row(
        id="R15", who=OUTSIDER, how_serious=ANY, under=("third_party", "management"),
        paragraphs=("I ¶1",), readings=("A12b",),
        interprets=A.OUTSIDE_CODE, investigates=A.CEO_AS_MANAGEMENT, consulted=A.OUTSIDE_CODE,
        waives=A.NOT_APPLICABLE, notice=CeoNotice.INFORMED,
        why=gettext_noop("The Code does not bind third parties; the CEO looks into it as management."),
    ),
    Row(
        id="R16", who=OUTSIDER, how_serious=ANY, under=("third_party", "legal_section"),
        paragraphs=("I ¶1",), readings=("A12b",),
        interprets=A.OUTSIDE_CODE, investigates=A.LEGAL_SECTION, consulted=A.OUTSIDE_CODE,
        waives=A.NOT_APPLICABLE, notice=CeoNotice.INFORMED,
        why=gettext_noop("The Code does not bind third parties; the legal section looks into it."),
    ),
    Row(
        id="R17", who=NOT_NAMED, how_serious=ANY, paragraphs=("III ¶1", "III ¶4"), readings=("A3b",), provisional=True,
        interprets=A.BOSA, investigates=A.BOSA, consulted=A.PENDING_IDENTIFICATION, waives=A.IMPOSSIBLE,
        notice=CeoNotice.HOLD,
        why=gettext_noop("Nobody is identified yet, and an officer or director cannot be ruled out."),
    ),
)
# fmt: on
CONDITIONS = ("who", "how_serious", "under")


def failing(row: Row, person: PersonClass, materiality: Materiality, under: Readings) -> str | None:
    """The first condition of a row that does not hold, or None when the row speaks."""
    if person not in row.who:
        return "who"
    if materiality not in row.how_serious:
        return "how_serious"
    return "under" if row.under and getattr(under, row.under[0]) != row.under[1] else None


@lru_cache(maxsize=4096)
def competent(person: PersonClass, materiality: Materiality, *, under: Readings) -> Decision[Row]:
    """Who interprets, investigates, is consulted and waives for such a person (III ¶1, III ¶4, I ¶4), and why."""
    faults = {row.id: failing(row, person, materiality, under) for row in TABLE}
    (row,) = [row for row in TABLE if faults[row.id] is None]
    return Decision(
        answer=row,
        facts={"person": person, "materiality": materiality},
        steps=(spoke(row),),
        passed_over={rule: fault for rule, fault in faults.items() if fault},
    )


def counts_as(person: PersonClass, materiality: Materiality, under: Readings) -> tuple[PersonClass, Materiality]:
    """The cell whose place a person takes in every other table: under A14 a subsidiary's leader may be an employee."""
    if person is PersonClass.SUB_OFFICER and under.sub_officer == "board_as_material_employee":
        return PersonClass.SUB_EMPLOYEE, Materiality.MATERIAL
    return person, materiality
