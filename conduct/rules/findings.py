"""The words of what is found and of what follows: findings, measures, opinions, what the company took up (III ¶4)."""

from enum import StrEnum


class Found(StrEnum):
    """What came out of one allegation. Spelt as retention spells how a matter ended."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    NOT_CONFIRMED = "not_confirmed"
    INCONCLUSIVE = "inconclusive"
    OUTSIDE = "outside"  # the Code does not cover it, or does not bind the person


class RootCause(StrEnum):
    """Why a violation could happen."""

    KNOWLEDGE = "knowledge"
    PRESSURE = "pressure"
    INCENTIVE = "incentive"
    SUPERVISION = "supervision"
    CONTROL_GAP = "control_gap"
    INTENT = "intent"
    OTHER = "other"


class MeasureKind(StrEnum):
    """What the company does after a violation. Civil steps are not a sanction under the Code (A13, A12b)."""

    DISCIPLINARY = "disciplinary"
    PREVENTIVE = "preventive"
    CIVIL = "civil"


class View(StrEnum):
    """What the body that was consulted thinks of a proposed measure."""

    FOR = "for"
    OTHERWISE = "otherwise"  # yes, with another measure or a change
    AGAINST = "against"


class Taken(StrEnum):
    """What the company made of a proposed measure."""

    ADOPTED = "adopted"
    CHANGED = "changed"
    DROPPED = "dropped"


class Organ(StrEnum):
    """Who acts for the company. The Code says "IIJ" and names nobody (A20); the Statutory Auditors never do (A47)."""

    HR_RULES = "internal_hr_rules"
    BOARD = "board"
    SHAREHOLDERS = "shareholders"
    SUBSIDIARY = "subsidiary_organ"
    MANAGEMENT = "management"


class Told(StrEnum):
    """What the person who told us may hear of the outcome. Who was disciplined, and how, is not among it."""

    VIOLATION = "violation"
    NO_VIOLATION = "no_violation"
    NOT_SETTLED = "not_settled"
    OUTSIDE = "outside"
    STILL_OPEN = "still_open"
