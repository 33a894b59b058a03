"""The words of the Code and of its rules. Every other module spells them from here.

Values are spelt as in the rule data that operators pipe in and out (`route`, `deadline`, `quorum`).
"""

from enum import StrEnum

from conduct.rules.findings import (  # noqa: F401 -- spelt there, read from here
    Found,
    MeasureKind,
    Organ,
    RootCause,
    Taken,
    Told,
    View,
)
from conduct.rules.safeguards import Measure, Seeking, WatchedAs, Wellbeing  # noqa: F401 -- the same
from conduct.rules.states import (  # noqa: F401 -- spelt there, read from here
    CaseState,
    ConsultationState,
    DisclosureState,
    QuestionState,
    WaiverState,
)
from conduct.rules.teams import Audience, CustodyStep, TeamPart  # noqa: F401 -- the same


class Kind(StrEnum):
    """What a record is. A report is what a person sends; the case is what we make of it."""

    REPORT = "report"
    QUESTION = "question"
    DISCLOSURE = "disclosure"
    CONSULTATION = "consultation"
    WAIVER = "waiver"


class Channel(StrEnum):
    """How somebody told us."""

    CEO = "ceo"
    SUPERVISOR = "supervisor"
    BOSA_NAMED = "bosa_named"
    ANONYMOUS = "anonymous"


class PersonClass(StrEnum):
    """What a person was, under the Code, on the date of the conduct (A13)."""

    EMPLOYEE = "employee"
    OFFICER = "officer"
    DIRECTOR = "director"
    CEO = "ceo"
    STATUTORY_AUDITOR = "statutory_auditor"
    DELEGATE = "delegate"
    SUB_EMPLOYEE = "sub_employee"
    SUB_OFFICER = "sub_officer"
    AFFILIATE_PERSON = "affiliate_person"
    THIRD_PARTY = "third_party"
    UNKNOWN = "unknown"


class Materiality(StrEnum):
    """How grave a matter is for the company. Unknown counts as material (A4)."""

    NON_MATERIAL = "non_material"
    MATERIAL = "material"
    UNKNOWN = "unknown"


class MatterType(StrEnum):
    """What the matter is about, where the rules make a difference of it."""

    ACCOUNTING = "accounting"
    INTERNAL_CONTROL = "internal_control_over_financial_reporting"
    AUDITING = "auditing"
    FINANCIAL_DISCLOSURE = "disclosure"
    RETALIATION = "retaliation"
    IDENTITY_LEAK = "identity_leak"
    CEO_FAILED_TO_NOTIFY = "ceo_failed_to_notify"
    FAILED_TO_NOTIFY = "failed_to_notify"
    DIRECTOR_CONFLICT = "director_conflict"
    CORPORATE_OPPORTUNITY = "corporate_opportunity"
    ASSET_USE = "asset_use"
    TRADING = "trading"
    STAKEHOLDER_DETRIMENT = "stakeholder_detriment"
    MEDIA_REQUEST = "media_request"
    REGULATOR_REQUEST = "regulator_request"
    SUBSIDIARY_MODIFICATION = "subsidiary_modification"
    BRIBERY = "bribery"
    ANTITRUST = "antitrust"
    INSIDER_TRADING = "insider_trading"
    SAFETY = "safety"
    LARGE_DATA_LEAK = "large_data_leak"
    FAIR_DEALING = "fair_dealing"


class Sign(StrEnum):
    """What makes a matter presumed material (A4)."""

    BRIBERY = "bribery"
    ANTITRUST = "antitrust"
    INSIDER_TRADING = "insider_trading"
    ACCOUNTING = "accounting"
    INTERNAL_CONTROL = "internal_control_over_financial_reporting"
    FINANCIAL_DISCLOSURE = "disclosure"
    SUSPECTED_CRIME = "suspected_crime"
    REGULATOR_REPORT = "regulator_report"
    MANAGER_RANK = "manager_rank"
    REPEAT = "repeat"
    RETALIATION = "retaliation"
    SAFETY = "safety"
    LARGE_DATA_LEAK = "large_data_leak"
    AMOUNT_OVER_THRESHOLD = "amount_over_threshold"


class Body(StrEnum):
    """Who can hold a record."""

    SUPERVISOR = "supervisor"  # until it is passed on (III ¶3(1), C13)
    OUTSIDE_CODE = "outside_code"
    CEO = "ceo"
    BOARD = "board"
    BOSA = "bosa"  # Board of Statutory Auditors


class Authority(StrEnum):
    """Everything a cell of the routing table, or the lead of a matter, can answer."""

    CEO = "ceo"
    BOARD = "board"
    BOSA = "bosa"
    BOSA_LESS_SUBJECT = "bosa_less_subject"
    OUTSIDE_CODE = "outside_code"
    AFFILIATE_REFERRAL = "affiliate_referral"
    CEO_AS_MANAGEMENT = "ceo_as_management"
    PENDING_MATERIALITY = "pending_materiality"
    PENDING_IDENTIFICATION = "pending_identification"
    IMPOSSIBLE = "impossible"
    NOT_APPLICABLE = "not_applicable"
    INVESTOR_RELATIONS = "investor_relations"
    LEGAL_SECTION = "legal_section"


class Holder(StrEnum):
    """Who acts in the end, when the body that is competent cannot."""

    CEO = "ceo"
    DELEGATE = "delegate"
    BOARD = "board"
    BOSA = "bosa"
    BOSA_WITH_COUNSEL = "bosa+outside_counsel"
    AUDITORS_WITH_COUNSEL = "individual_auditors+outside_counsel"
    OUTSIDE_DIRECTORS = "outside_directors+outside_counsel"
    OUTSIDE_COUNSEL = "outside_counsel"
    REPLACEMENT = "replacement"


class Relation(StrEnum):
    """What ties a person to a matter, so that this person may not decide in it."""

    SUBJECT = "subject"
    REPORTER = "reporter"
    BENEFICIARY = "beneficiary"
    RELATIVE = "relative"
    LINE_MANAGER = "line_manager"
    WITNESS = "witness"
    FAILED_TO_NOTIFY = "failed_to_notify"


class PartyRole(StrEnum):
    """What a person is to a matter. Which of these decide whose it is, the company's reading says (A5)."""

    SUBJECT = "subject"
    BENEFICIARY = "beneficiary"
    IMPLICATED = "implicated"
    VICTIM = "victim"
    WITNESS = "witness"


class LinkKind(StrEnum):
    """Why two matters are linked."""

    SAME = "same"
    FOLLOWS = "follows"
    SPLIT = "split"
    APART = "apart"  # it is about somebody who sees the other one


class Reply(StrEnum):
    """An answer to one of the questions on materiality."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class CeoNotice(StrEnum):
    """What the CEO must pass on, or must not learn."""

    NONE = "none"
    TO_BOARD = "ceo_to_board"
    TO_BOSA = "ceo_to_bosa"
    BYPASS = "bypass_to_bosa"
    BYPASS_LESS_SUBJECT = "bypass_to_bosa_less_subject"
    INFORMED = "ceo_informed"
    HOLD = "hold_bosa_triage"


class Excluded(StrEnum):
    """Who takes no part, because the matter is about him."""

    SUBJECT = "subject"
    CEO = "ceo"
    AUDITOR_CONCERNED = "auditor_concerned"


class Role(StrEnum):
    """What a person does in this app on a day. Derived from appointments, seats and functions."""

    EMPLOYEE = "employee"
    SUPERVISOR = "supervisor"
    CEO = "ceo"
    INTERNAL_CONTROLS = "internal_controls"  # the officer in charge of internal controls (I ¶5, A4)
    DELEGATE = "delegate"  # while a delegation of the CEO's authority is in force (I ¶5, A16)
    DESIGNEE = "designee"  # answers trading questions only (A30)
    DIRECTOR = "director"
    STATUTORY_AUDITOR = "statutory_auditor"
    PRESIDING_AUDITOR = "presiding_auditor"
    SECRETARY = "secretary"
    CUSTODIAN = "custodian"
    ASSURANCE = "assurance"  # internal or accounting auditor
    ADMIN = "admin"


class Power(StrEnum):
    """What of the CEO's authority the Board may let a delegate have (I ¶5, A16). The list is closed."""

    TRIAGE = "triage"
    INVESTIGATE = "investigate"
    EMPLOYEE_WAIVERS = "employee_waivers"
    INTERPRETATION = "interpretation"


class Deed(StrEnum):
    """What is done at the CEO's desk, as far as a delegation tells it apart."""

    READ = "read"  # also take up, receive, write a note
    HAND_ON = "hand_on"  # also find that it is another body's, and send back
    ASSESS = "assess"
    INVESTIGATE = "investigate"
    ANSWER = "answer"
    WAIVE = "waive"
    DELEGATE = "delegate"


class DelegationState(StrEnum):
    """How far a delegation has come."""

    DRAFT = "draft"
    RECORDED = "recorded"  # the secretary wrote the resolution down; a director has not confirmed it
    AUTHORISED = "authorised"  # its first day has not come
    IN_FORCE = "in_force"
    ENDED = "ended"


class Lapse(StrEnum):
    """Why a delegation is over."""

    LAST_DAY = "last_day"
    RESOLUTION_ENDED = "resolution_ended"
    CEO_CHANGED = "ceo_changed"
    OFFICE_LEFT = "office_left"
    DEACTIVATED = "deactivated"
    REVOKED_BY_CEO = "revoked_by_ceo"
    REVOKED_BY_BOARD = "revoked_by_board"


class ActsAs(StrEnum):
    """In what capacity somebody acts."""

    PERSON = "person"
    REPORTER = "reporter"
    SYSTEM = "system"


class Stage(StrEnum):
    """The four steps that every record takes, whatever its kind and whomever it is about."""

    RECEIVED = "received"
    ASSESSING = "assessing"
    ADDRESSING = "addressing"
    CONCLUDED = "concluded"


class DeadlineKind(StrEnum):
    """A duty with a time limit that runs on a record. The rule behind it is a clock, C01 to C33."""

    RELAY = "relay"  # C13: the supervisor passes on
    HAND_ON = "hand_on"  # C14: the CEO hands on what is not his
    OPEN_OR_DECLINE = "open_or_decline"  # C15
    ACKNOWLEDGE = "acknowledge"  # C26
    TRIAGE = "triage"  # C27
    ANSWER = "answer"  # C28: answer to a question
    FEEDBACK = "feedback"  # C29
    COPY_TO_BOSA = "copy_to_bosa"  # C30
    ACT = "act"  # C16: discipline or prevent after a finding


class DeadlineStep(StrEnum):
    """Which moment of a duty's time a deadline marks."""

    REMINDER = "reminder"  # half of the time is gone
    DUE = "due"
    AGAIN = "again"  # as long again after the due time


class ClockKind(StrEnum):
    """Where the number of a clock comes from. The screen never calls a company target law."""

    LAW_FIXED = "law_fixed"
    LAW = "law"
    LAW_MINIMUM = "law_minimum"
    LAW_OFF_IF_C01_RUNS = "law_off_if_C01_runs"
    LAW_OFF_FOR_FPI = "law_off_for_fpi"
    LAW_LOSS_OF_SHIELD = "law_loss_of_shield"
    LAW_IF_EU_PACK = "law_if_eu_pack"
    LAW_WORD_DEFAULT_NUMBER = "law_word_default_number"
    DEFAULT = "default"
    INFORMATION = "information"
    CODE = "code"


class SourceTag(StrEnum):
    """How well the source of a number is known."""

    VERIFIED = "V"
    SECONDARY = "V2"
    MEMORY = "M"
    SECONDARY_OR_MEMORY = "V2/M"
    PARTLY_VERIFIED = "V2/V"
    CODE = "Code"
    COMPANY = "-"


class Unit(StrEnum):
    """What a clock counts."""

    BUSINESS_DAY = "business_day"
    CALENDAR_DAY = "calendar_day"
    MONTH = "month"
    YEAR = "year"
    NEXT_BOARD_MEETING = "next_board_meeting"
    TIMESTAMP_ORDER = "timestamp_order"


class NormType(StrEnum):
    """What a norm of the Code does."""

    OBLIGATION = "O"
    PROHIBITION = "F"
    PERMISSION = "P"
    POWER = "W"
    DEFINITION = "C"
    STATEMENT = "S"


class Addressee(StrEnum):
    """Whom a norm of the Code speaks to."""

    EVERYBODY = "everybody"  # directors, officers and employees
    COMPANY = "company"
    CEO = "ceo"
    BOARD = "board"
    BOSA = "bosa"
    IN_CHARGE = "in_charge"  # directors, officers, and employees who supervise or decide
    WITH_OFFICIALS = "with_officials"
    ASKED_FROM_OUTSIDE = "asked_from_outside"
    IN_REPORTING = "in_reporting"  # whoever takes part in the financial reports
    NOBODY = "nobody"
