"""What a company may choose for each reading without contradicting the Code or a law, and where the reading stands."""

from conduct.rules.limits import Allowed, Amounts, Either, Longer, Parts, Whole, Words, only
from conduct.rules.reading_parts import INVOLVING, NON_WAIVABLE, PRESUMED, RECUSED, Delegation, OfficerRegister

YES, NO, SWITCH = only(True), only(False), only(True, False)

BY_SOURCE: dict[str, dict[str, Allowed]] = {
    "A1": {"ceo_class": only("officer"), "ceo_subject_notice": only("bypass", "after_bosa_release")},
    "A2": {
        "auditor_class": only("officer"),
        "bosa_fallback": only("individual_auditors+outside_counsel", "outside_directors+outside_counsel"),
    },
    "A2b": {"bosa_disabled_fallback": only("outside_directors", "outside_counsel_only")},
    "A3": {"multi_subject": only("lead_highest", "split", "all_to_highest")},
    "A3b": {"unknown_subject": only("bosa")},
    "A4": {
        "unknown_materiality": only("material"),
        "materiality_presumed": Longer(PRESUMED, shorter=True),
        "materiality_manager_rank": Words(),
        "materiality_amount_jpy": Whole(1),
        "materiality_downgrade": Parts(reason=YES, second_person=YES, ceo_alone=NO),
        "materiality_bosa_list": only("monthly", "quarterly"),
        "materiality_second_person": only("internal_controls_else_presiding_auditor", "presiding_auditor"),
    },
    "A4b": {"reroute_on_change": YES},
    "A5": {
        "involving_roles": Longer(INVOLVING, only=frozenset({"victim", "witness", "reporter"})),
        "involving_officer_victim": only("inform_bosa", "shift_authority"),
    },
    "A6": {"auto_recusal": Longer(RECUSED)},
    "A7": {"min_eligible_directors": Whole(2), "stop_eligible_directors": only(1)},
    "A8": {"beneficiary_recusal": YES},
    "A9": {"bosa_consult_form": only("body_opinion", "body_resolution"), "bosa_consult_min_gap_days": Whole(0)},
    "A9b": {"bosa_objection": only("warn", "second_reading")},
    "A10": {"anon_owner": only("bosa"), "accounting_owner": only("bosa")},
    "A11": {"confidential_named": only("bosa", "reporter_chooses")},
    "A12": {"intake_open": only(True, "protected_persons_only")},
    "A12b": {"third_party": only("management", "legal_section")},
    "A13": {"class_at": only("conduct_time", "highest_of_conduct_and_report")},
    "A14": {"sub_officer": only("bosa", "board_as_material_employee")},
    "A14b": {"sub_employee": only("as_employee")},
    "A15": {"affiliate": only("referral", "as_subsidiary_once_adopted")},
    "A16": {
        "delegation_defaults": Parts(
            scope=only("listed_powers_only"),
            may_include_waiver=SWITCH,
            notice_duty=only("both"),
            excluded_cases=Longer(Delegation().excluded_cases),
            lapses_on=Longer(Delegation().lapses_on),
            sub_delegation=NO,
        )
    },
    "A17": {"ceo_absent": only("delegate_else_board", "board")},
    "A18": {
        "sla_notify_ceo_bd": Whole(1, 5),
        "sla_supervisor_relay_bd": Whole(1, 2),
        "sla_ceo_notice_bd": Whole(1, 5),
        "sla_acknowledge_bd": Whole(1, 5),
        "sla_acknowledge_max_days": Whole(1, 7),
        "sla_triage_bd": Whole(1, 10),
        "sla_open_investigation_bd": Whole(1, 13),
        "sla_open_investigation_max_days": Whole(1, 20),
        "sla_action_after_finding_bd": Whole(1, 60),
        "sla_answer_question_bd": Whole(1),
        "sla_calendar": only("tokyo"),
    },
    "A19": {"investigate_past": YES},
    "A20": {
        "discipline_owner": Parts(
            employee=Words(never="bosa"),
            officer=Words(never="bosa"),
            director=Words(never="bosa"),
            statutory_auditor=Words(never="bosa"),
        )
    },
    "A21": {"divergence_reason": only("required")},
    "A22": {"advice_waiver_guard": YES},
    "A23": {"non_waivable": Longer(NON_WAIVABLE, shorter=True)},
    "A24": {"retroactive": NO},
    "A25": {
        "waiver_max_months": Whole(1, 12),
        "waiver_renewable": SWITCH,
        "waiver_monitor_required": YES,
        "waiver_revocable": YES,
    },
    "A26": {
        "officer_register": Parts(
            keeper=only("corporate_secretary"), classes=Longer(OfficerRegister().classes), dated=YES
        )
    },
    "A26b": {"disclosure_test": only("per_person_flags", "disclose_all_officers")},
    "A26c": {"auditor_waiver_disclose": SWITCH},
    "A27": {
        "threshold_ownership_listed_pct": Whole(0, 100),
        "threshold_ownership_private_pct": Whole(0, 100),
        "gift_threshold": Amounts(),
        "immediate_family": Words(many=True),
    },
    "A28": {"coi_sla": Either(only("promptly"), Whole(1)), "coi_annual_declaration": SWITCH},
    "A29": {"asset_use": only("both")},
    "A30": {"trading_designee": only("separate_register")},
    "A31": {"consult_is_clearance": NO},
    "A32": {"ceo_self": only("bosa")},
    "A33": {"officer_question": only("bosa", "ceo_then_auto_forward")},
    "A34": {"self_report": YES},
    "A35": {"derived_violation": only("manual"), "derived_violation_depth": only(1)},
    "A36": {"good_faith": only("presumed")},
    "A37": {"carve_out_banner": YES},
    "A38": {"supervisor_notice": only("discharges_reporter", "reminder_until_relayed")},
    "A39": {"governing_language": only("en", "ja")},
    "A40": {"version_rule": Parts(conduct=only("version_at_the_time"), procedure=only("current_version"))},
    "A41": {"ceo_overdue_copy": only("bosa"), "ceo_overdue_copy_offset_bd": Whole(0, 1)},
    "A42": {"board_disabled_fallback": only("bosa+outside_counsel")},
    "A43": {"soft_norms": only("gradeable", "advisory_only")},
    "A44": {"mod_conflict": only("escalate")},
    "A45": {"retaliation_copy": only("bosa"), "retaliation_label_years": Whole(1)},
    "A46": {"implicit_watch_days": Parts(warn_business_days=Whole(1, 15), review_days=Whole(1, 30))},
    "A47": {"bosa_executes": NO},
    "A48": {"ceo_sees_identity": NO},
    "S1": {"issuer_type": only("fpi", "domestic", "not_us_registered"), "regime_profile_dated": YES},
    "S2": {"nasdaq_5610_home_country_optout": SWITCH},
    "S3": {"waiver_clock_zone": only("earlier_of_tokyo_and_new_york", "new_york")},
    "S4": {"waiver_clock_mode": only("sec", "strict_either_open")},
    "S5": {"ceo_conflict": only("board")},
    "S6": {
        "opportunity_decider": Parts(
            employee_non_material=only("ceo", "board"),
            employee_material=only("board"),
            officer_or_director=only("board_with_recusal"),
        )
    },
    "S7": {"modification_organ": only("legal_proposes_board_approves_bosa_informed", "board_and_bosa")},
    "S8": {"pack_eu": SWITCH, "pack_uk": SWITCH, "pack_japan": SWITCH, "pack_us": SWITCH},
    "S9": {"tokyo_year_end_closed": SWITCH},
    "S10": {
        "retention_accounting_complaint_years": Whole(7),
        "retention_report_japan_years": Whole(1),
        "retention_report_decided_by_organ_years": Whole(1),
        "retention_unsubstantiated_years": Whole(1),
    },
    "S11": {"waiver_reason_internal": only("required"), "waiver_reason_public": only("optional", "required")},
    "S12": {"target_feedback_months": Whole(1, 3)},
}
ALLOWED: dict[str, Allowed] = {key: rule for rules in BY_SOURCE.values() for key, rule in rules.items()}
SOURCE: dict[str, str] = {key: source for source, rules in BY_SOURCE.items() for key in rules}
NOT_YET = frozenset(  # can be chosen and is kept, but nothing reads it yet; the printed rulebook says so
    {
        "confidential_named",
        "intake_open",
        "waiver_renewable",
        "officer_register",
        "governing_language",
        "pack_uk",
        "waiver_reason_public",
    }
)
