"""How the company reads what the Code leaves open: one field per setting, with its recommended value.

A rule never looks a reading up. It is handed one `Readings`, made for a date, so an old record keeps
the reading it was decided under. None means: nobody has chosen yet, and the feature waits.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace

from conduct.rules.allowed import ALLOWED, SOURCE
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.reading_parts import (
    INVOLVING,
    NON_WAIVABLE,
    PRESUMED,
    RECUSED,
    Delegation,
    DisciplineOwner,
    Downgrade,
    ImplicitWatch,
    OfficerRegister,
    OpportunityDecider,
    VersionRule,
)

__all__ = ["ALLOWED", "KEYS", "RECOMMENDED", "SOURCE", "ReadingMissing", "ReadingNotAllowed", "Readings", "plain"]


class ReadingMissing(RuleBroken):
    """A required reading has no value."""

    sentence = gettext_noop("This cannot be answered before the company chooses a value for “{key}”.")


class ReadingNotAllowed(RuleBroken):
    """The Code or a law leaves no room for this value, or there is no such setting."""

    sentence = gettext_noop("“{key}” cannot be “{value}”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """One value per setting, for one date."""

    ceo_class: str = "officer"
    ceo_subject_notice: str = "bypass"
    auditor_class: str = "officer"
    bosa_fallback: str = "individual_auditors+outside_counsel"
    bosa_disabled_fallback: str = "outside_directors"
    multi_subject: str = "lead_highest"
    unknown_subject: str = "bosa"
    unknown_materiality: str = "material"
    materiality_presumed: frozenset[str] = PRESUMED
    materiality_manager_rank: str | None = None
    materiality_amount_jpy: int | None = None
    materiality_downgrade: Downgrade = field(default_factory=Downgrade)
    materiality_bosa_list: str = "quarterly"
    materiality_second_person: str = "internal_controls_else_presiding_auditor"
    reroute_on_change: bool = True
    involving_roles: frozenset[str] = INVOLVING
    involving_officer_victim: str = "inform_bosa"
    auto_recusal: frozenset[str] = RECUSED
    min_eligible_directors: int = 3
    stop_eligible_directors: int = 1
    beneficiary_recusal: bool = True
    bosa_consult_form: str = "body_opinion"
    bosa_consult_min_gap_days: int = 0
    bosa_objection: str = "warn"
    anon_owner: str = "bosa"
    accounting_owner: str = "bosa"
    confidential_named: str = "bosa"
    intake_open: bool | str = True
    third_party: str = "management"
    class_at: str = "conduct_time"
    sub_officer: str = "bosa"
    sub_employee: str = "as_employee"
    affiliate: str = "referral"
    delegation_defaults: Delegation = field(default_factory=Delegation)
    ceo_absent: str = "delegate_else_board"
    sla_notify_ceo_bd: int = 2
    sla_supervisor_relay_bd: int = 1
    sla_ceo_notice_bd: int = 2
    sla_acknowledge_bd: int = 3
    sla_acknowledge_max_days: int = 7
    sla_triage_bd: int = 5
    sla_open_investigation_bd: int = 10
    sla_open_investigation_max_days: int = 20
    sla_action_after_finding_bd: int = 20
    sla_answer_question_bd: int | None = None
    sla_calendar: str = "tokyo"
    investigate_past: bool = True
    discipline_owner: DisciplineOwner = field(default_factory=DisciplineOwner)
    divergence_reason: str = "required"
    advice_waiver_guard: bool = True
    non_waivable: frozenset[str] = NON_WAIVABLE
    retroactive: bool = False
    waiver_max_months: int = 12
    waiver_renewable: bool = True
    waiver_monitor_required: bool = True
    waiver_revocable: bool = True
    officer_register: OfficerRegister = field(default_factory=OfficerRegister)
    disclosure_test: str = "per_person_flags"
    auditor_waiver_disclose: bool = True
    threshold_ownership_listed_pct: int | None = None
    threshold_ownership_private_pct: int | None = None
    gift_threshold: tuple[tuple[str, int], ...] | None = None
    immediate_family: frozenset[str] | None = None
    coi_sla: str | int = "promptly"
    coi_annual_declaration: bool = True
    asset_use: str = "both"
    trading_designee: str = "separate_register"
    consult_is_clearance: bool = False
    ceo_self: str = "bosa"
    officer_question: str = "bosa"
    self_report: bool = True
    derived_violation: str = "manual"
    derived_violation_depth: int = 1
    good_faith: str = "presumed"
    carve_out_banner: bool = True
    supervisor_notice: str = "discharges_reporter"
    governing_language: str = "en"
    version_rule: VersionRule = field(default_factory=VersionRule)
    ceo_overdue_copy: str = "bosa"
    ceo_overdue_copy_offset_bd: int = 1
    board_disabled_fallback: str = "bosa+outside_counsel"
    soft_norms: str = "gradeable"
    mod_conflict: str = "escalate"
    retaliation_copy: str = "bosa"
    retaliation_label_years: int = 1
    implicit_watch_days: ImplicitWatch = field(default_factory=ImplicitWatch)
    bosa_executes: bool = False
    ceo_sees_identity: bool = False
    issuer_type: str = "fpi"
    regime_profile_dated: bool = True
    nasdaq_5610_home_country_optout: bool = False
    waiver_clock_zone: str = "earlier_of_tokyo_and_new_york"
    waiver_clock_mode: str = "sec"
    ceo_conflict: str = "board"
    opportunity_decider: OpportunityDecider = field(default_factory=OpportunityDecider)
    modification_organ: str = "legal_proposes_board_approves_bosa_informed"
    pack_eu: bool = False
    pack_uk: bool = False
    pack_japan: bool = True
    pack_us: bool = True
    tokyo_year_end_closed: bool = False
    retention_accounting_complaint_years: int = 7
    retention_report_japan_years: int = 5
    retention_report_decided_by_organ_years: int = 10
    retention_unsubstantiated_years: int = 1
    waiver_reason_internal: str = "required"
    waiver_reason_public: str = "optional"
    target_feedback_months: int = 3
    _hash: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_hash", hash(tuple(getattr(self, key) for key in KEYS)))

    def __hash__(self) -> int:
        return self._hash  # computed once: every decision is looked up under its readings

    def needed(self, key: str) -> object:
        """The value of a reading that must have been chosen; `ReadingMissing` where nobody has."""
        value: object = getattr(self, key)
        if value is None:
            raise ReadingMissing(key=key)
        return value

    def number(self, key: str) -> int:
        """The same for a reading that is a whole number."""
        value = self.needed(key)
        assert isinstance(value, int)
        return value

    def changed(self, *, resolved: frozenset[str] = frozenset(), **values: object) -> "Readings":
        """A copy with other values, given as plain JSON or as they stand here; `ReadingNotAllowed` otherwise.

        `resolved` names the keys for which the resolution that the setting asks for is at hand.
        """
        typed = {key: _typed(key, value) for key, value in values.items()}
        for key, value in typed.items():
            _check_allowed(key, value, resolved=key in resolved)
        return replace(self, **typed)  # type: ignore[arg-type]

    def to_data(self) -> dict[str, object]:
        """Plain JSON values by key, for pages, exports and the printed rulebook."""
        return {key: plain(getattr(self, key)) for key in KEYS}


KEYS = tuple(each.name for each in fields(Readings) if each.init)
RECOMMENDED = Readings()


def plain(value: object) -> object:
    """A reading as JSON knows it; sets in alphabetical order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(part) for key, part in asdict(value).items()}
    if isinstance(value, tuple):
        return dict(value)
    return sorted(value) if isinstance(value, frozenset) else value


def _typed(key: str, value: object) -> object:
    if key not in KEYS:
        raise ReadingNotAllowed(key=key, value=value)
    if isinstance(value, list):
        return _set(key, value)
    return _part(key, value) if isinstance(value, Mapping) else value


def _set(key: str, values: list[object]) -> frozenset[str]:
    if not all(isinstance(each, str) for each in values):
        raise ReadingNotAllowed(key=key, value=values)
    return frozenset(str(each) for each in values)


def _part(key: str, value: Mapping[str, object]) -> object:
    whole = getattr(RECOMMENDED, key)
    if not is_dataclass(whole):
        return tuple(sorted(value.items()))
    if unknown := value.keys() - {each.name for each in fields(whole)}:
        raise ReadingNotAllowed(key=key, value=", ".join(sorted(unknown)))
    parts = {name: _set(key, part) if isinstance(part, list) else part for name, part in value.items()}
    return replace(whole, **parts)  # type: ignore[type-var]


def _check_allowed(key: str, value: object, *, resolved: bool) -> None:
    unset = value is None and getattr(RECOMMENDED, key) is None
    if not unset and not ALLOWED[key].permits(value, resolved=resolved):
        raise ReadingNotAllowed(key=key, value=value)
