"""Readings that have several parts, and the lists that others are measured against."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Downgrade:
    """What a finding of "not material" needs (A4)."""

    reason: bool = True
    second_person: bool = True
    ceo_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """What a delegation of the CEO's authority covers, and when it ends (A16)."""

    scope: str = "listed_powers_only"
    may_include_waiver: bool = True
    notice_duty: str = "both"
    excluded_cases: frozenset[str] = frozenset({"delegate_own", "ceo"})
    lapses_on: frozenset[str] = frozenset({"ceo_change", "role_end", "resolution_end"})
    sub_delegation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineOwner:
    """Who decides on discipline, by class (A20). The app records it."""

    employee: str = "internal_hr_rules"
    officer: str = "board"
    director: str = "shareholders"
    statutory_auditor: str = "shareholders"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerRegister:
    """Who counts as an officer, and who keeps the list (A26)."""

    keeper: str = "corporate_secretary"
    classes: frozenset[str] = frozenset(
        {"executive_officer", "ceo", "cfo", "chief_accounting_officer_or_controller", "statutory_auditor"}
    )
    dated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRule:
    """Which version of the Code judges conduct, and which one procedure (A40)."""

    conduct: str = "version_at_the_time"
    procedure: str = "current_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplicitWatch:
    """When doing nothing about a known departure is looked at (A46)."""

    warn_business_days: int = 15
    review_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityDecider:
    """Who turns a corporate opportunity down for the company (S6)."""

    employee_non_material: str = "ceo"
    employee_material: str = "board"
    officer_or_director: str = "board_with_recusal"


PRESUMED = frozenset(
    {
        "bribery", "antitrust", "insider_trading", "accounting", "internal_control_over_financial_reporting",
        "disclosure", "suspected_crime", "regulator_report", "manager_rank", "repeat", "retaliation", "safety",
        "large_data_leak", "amount_over_threshold",
    }
)  # fmt: skip
NON_WAIVABLE = frozenset(
    {
        "N006", "N007", "N008", "N009", "N010", "N011", "N025", "N026", "N027", "N028", "N029", "N033",
        "N035", "N036", "N044", "N047", "N048", "N049", "N062", "N063", "N064", "N079", "N093", "N094",
    }
)  # fmt: skip
INVOLVING = frozenset({"subject", "beneficiary", "implicated"})
RECUSED = frozenset({"own_case", "own_relative", "own_failure_to_notify"})
