"""The clocks C01 to C33 as data: what is counted, on which calendar, in whose zone, and by what right."""

from datetime import date

from conduct.rules.clock_parts import CAP, Clock, Stage, business_days, calendar_days, months, years
from conduct.rules.labels import gettext_noop as _
from conduct.rules.vocabulary import ClockKind, DeadlineKind, SourceTag, Unit

# fmt: off
TABLE = (
    Clock(
        id="C01", name=_("Publishing a waiver (Nasdaq, foreign private issuer)"), starts=_("the Board grants it"),
        stages=business_days("disclose", 4), calendar="sec", two_zones=True, off="no_nasdaq_clock",
        source="Nasdaq Rule 5610", kind=ClockKind.LAW_FIXED, tag=SourceTag.SECONDARY,
        since=date(2023, 9, 20), paragraphs=("I ¶4",), readings=("S1", "S2", "S3", "S4"),
        keys=("waiver_clock_zone", "waiver_clock_mode"), norms=("N009",),
    ),
    Clock(
        id="C02", name=_("Publishing a waiver on the website (Form 20-F)"), starts=_("grant or amendment"),
        stages=business_days("post", 5), calendar="sec", two_zones=True, off="no_website_clock",
        source="Form 20-F Item 16B Instr. 4", kind=ClockKind.LAW_OFF_IF_C01_RUNS, tag=SourceTag.MEMORY,
        paragraphs=("I ¶4",),
        readings=("S1", "S2", "S3"), keys=("issuer_type",), norms=("N002", "N009"),
    ),
    Clock(
        id="C03", name=_("Form 8-K (domestic issuers only)"), starts=_("grant or amendment"),
        stages=business_days("file", 4), calendar="sec", two_zones=True, off="no_domestic_clock",
        source="Form 8-K General Instruction B.1", kind=ClockKind.LAW_OFF_FOR_FPI, tag=SourceTag.VERIFIED,
        paragraphs=("I ¶4",),
        readings=("S1", "S3"), keys=("issuer_type",), norms=("N002", "N009"),
    ),
    Clock(
        id="C04", name=_("A public notice stays up"), starts=_("posting"),
        stages=months("earliest take-down", 12), calendar="calendar", off="not_in_united_states",
        source="Form 20-F Item 16B Instr. 4", kind=ClockKind.LAW_MINIMUM, tag=SourceTag.VERIFIED,
        paragraphs=("I ¶4",), readings=("S1", "S8"),
        norms=("N009",),
    ),
    Clock(
        id="C05", name=_("A public notice is kept afterwards"), starts=_("end of C04"),
        stages=years("earliest deletion", 5), calendar="calendar", off="not_in_united_states",
        source="Form 20-F Item 16B Instr. 4", kind=ClockKind.LAW_MINIMUM, tag=SourceTag.VERIFIED,
        paragraphs=("I ¶4",), readings=("S1", "S8"),
        norms=("N009",),
    ),
    Clock(
        id="C06", name=_("Annual report on Form 20-F"), starts=_("end of the fiscal year"),
        stages=months("file", 4), calendar="calendar", off="no_annual_form",
        source=_("Form 20-F due date"), kind=ClockKind.LAW, tag=SourceTag.SECONDARY, paragraphs=("I ¶4",),
        readings=("S1",), norms=("N009",),
    ),
    Clock(
        id="C07", name=_("Watch for an implicit waiver"), starts=_("an executive officer learns of the departure"),
        stages=business_days("warn", key="implicit_watch_days.warn_business_days")
        + calendar_days("review", key="implicit_watch_days.review_days"),
        calendar="tokyo", off="not_in_united_states",
        source='"reasonable period" (Form 20-F Item 16B Instr. 6(b))', kind=ClockKind.DEFAULT, tag=SourceTag.VERIFIED,
        paragraphs=("I ¶4",), readings=("A46", "S1", "S8"), keys=("implicit_watch_days",),
    ),
    Clock(
        id="C08", name=_("Notice whether there will be an investigation"), starts=_("a written report is received"),
        stages=calendar_days("notify reporter", 20), calendar="calendar", off="no_japan_pack",
        source="Whistleblower Protection Act Art. 3(iii)", kind=ClockKind.LAW_LOSS_OF_SHIELD,
        tag=SourceTag.SECONDARY_OR_MEMORY,
        paragraphs=("III ¶4",), readings=("S8",), norms=("N037", "N038", "N039"),
    ),
    Clock(
        id="C09", name=_("Watch for retaliation"), starts=_("report"),
        stages=years("end of watch", key="retaliation_label_years"), calendar="calendar", off="no_japan_pack",
        source="2025 amendment of the Whistleblower Protection Act", kind=ClockKind.LAW,
        tag=SourceTag.SECONDARY, since=date(2026, 12, 1),
        paragraphs=("III ¶3",), readings=("A45", "S8"), keys=("retaliation_label_years",), norms=("N035",),
    ),
    Clock(
        id="C10", name=_("EU acknowledgement"), starts=_("receipt"),
        stages=calendar_days("acknowledge", 7), calendar="calendar", off="no_eu_pack",
        source="Directive 2019/1937 Art. 9(1)(b)", kind=ClockKind.LAW_IF_EU_PACK, tag=SourceTag.VERIFIED,
        readings=("S8",), keys=("pack_eu",),
    ),
    Clock(
        id="C11", name=_("EU feedback"), starts=_("acknowledgement, or day 7 if none was sent"),
        stages=months("feedback", 3), calendar="calendar", off="no_eu_pack",
        source="Directive 2019/1937 Art. 9(1)(f)", kind=ClockKind.LAW_IF_EU_PACK, tag=SourceTag.VERIFIED,
        readings=("S8",), keys=("pack_eu",),
    ),
    Clock(
        id="C12", name=_("Telling the CEO"), starts=_("awareness"),
        stages=business_days("notify CEO", key="sla_notify_ceo_bd"), calendar="tokyo",
        source="III ¶1 L113-115; III ¶3 L130-131", kind=ClockKind.DEFAULT, tag=SourceTag.CODE,
        paragraphs=("III ¶1", "III ¶3"),
        readings=("A18",), keys=("sla_notify_ceo_bd",), norms=("N025", "N033"),
    ),
    Clock(
        id="C13", name=_("The supervisor passes on"), starts=_("the supervisor is told"),
        stages=business_days("relay", key="sla_supervisor_relay_bd"), calendar="tokyo",
        source="III ¶3 L131-132", kind=ClockKind.DEFAULT, tag=SourceTag.CODE, paragraphs=("III ¶3",),
        readings=("A18", "A38"),
        keys=("sla_supervisor_relay_bd",), norms=("N034",),
    ),
    Clock(
        id="C14", name=_("The CEO hands on"), starts=_("the CEO learns that the authority is lacking"),
        stages=business_days("notify", key="sla_ceo_notice_bd"), calendar="tokyo",
        source="III ¶1 L115-119", kind=ClockKind.DEFAULT, tag=SourceTag.CODE, paragraphs=("III ¶1",),
        readings=("A18", "A4b"),
        keys=("sla_ceo_notice_bd",), norms=("N027", "N028"),
    ),
    Clock(
        id="C15", name=_("Open or decline an investigation"), starts=_("the report reaches the competent body"),
        stages=business_days("decide", key="sla_open_investigation_bd")
        + calendar_days(CAP, key="sla_open_investigation_max_days", from_receipt=True),
        calendar="tokyo", source="III ¶4 L138-143", kind=ClockKind.DEFAULT, tag=SourceTag.CODE,
        paragraphs=("III ¶4",), readings=("A18",),
        keys=("sla_open_investigation_bd", "sla_open_investigation_max_days"), norms=("N037", "N038", "N039"),
    ),
    Clock(
        id="C16", name=_("Action after a finding"), starts=_("finding"),
        stages=business_days("act", key="sla_action_after_finding_bd"), calendar="tokyo",
        source="III ¶4 L143-145", kind=ClockKind.DEFAULT, tag=SourceTag.CODE, paragraphs=("III ¶4",), readings=("A18",),
        keys=("sla_action_after_finding_bd",), norms=("N040",),
    ),
    Clock(
        id="C17", name=_("A statutory auditor reports to the Board"), starts=_("misconduct of a director is found"),
        stages=business_days("report", 2), calendar="tokyo",
        source="Companies Act 382", kind=ClockKind.LAW_WORD_DEFAULT_NUMBER, tag=SourceTag.VERIFIED,
    ),
    Clock(
        id="C18", name=_("A director reports serious harm"), starts=_("discovery"),
        stages=calendar_days("report", 0), calendar="calendar",
        source="Companies Act 357", kind=ClockKind.LAW_WORD_DEFAULT_NUMBER, tag=SourceTag.VERIFIED,
    ),
    Clock(
        id="C19", name=_("Report after a conflict transaction"), starts=_("the transaction is done"),
        stages=(Stage(label="report at next Board meeting", unit=Unit.NEXT_BOARD_MEETING), *calendar_days(CAP, 30)),
        calendar="tokyo", source="Companies Act 365(2)", kind=ClockKind.LAW_WORD_DEFAULT_NUMBER, tag=SourceTag.VERIFIED,
    ),
    Clock(
        id="C20", name=_("Request to convene a meeting"), starts=_("request to convene"),
        stages=calendar_days("notice", 5) + calendar_days("meeting", 14), calendar="calendar",
        source="Companies Act 366(3), 383(3)", kind=ClockKind.LAW, tag=SourceTag.PARTLY_VERIFIED,
    ),
    Clock(
        id="C21", name=_("Notice of a meeting of the Statutory Auditors"), starts=_("date of the meeting"),
        stages=calendar_days("notice before meeting", -7), calendar="calendar",
        source="Companies Act 392", kind=ClockKind.LAW, tag=SourceTag.VERIFIED,
    ),
    Clock(
        id="C22", name=_("Minutes are kept"), starts=_("meeting"),
        stages=years("earliest deletion", 10), calendar="calendar",
        source="Companies Act 371, 394", kind=ClockKind.LAW, tag=SourceTag.VERIFIED,
    ),
    Clock(
        id="C23", name=_("Report of a leak of personal data"), starts=_("discovery"),
        stages=calendar_days("preliminary, target", 3) + calendar_days("preliminary, latest", 5)
        + calendar_days("final", 30)
        + calendar_days("final if wrongful purpose suspected", 60),
        calendar="calendar", off="no_japan_pack", source="APPI", kind=ClockKind.LAW, tag=SourceTag.SECONDARY,
        readings=("S8",),
    ),
    Clock(
        id="C24", name=_("Window for a complaint about retaliation (United States)"), starts=_("retaliatory act"),
        stages=calendar_days("window ends", 180), calendar="calendar", off="not_in_united_states",
        source="29 CFR 1980; SOX 806", kind=ClockKind.INFORMATION, tag=SourceTag.SECONDARY, readings=("S1", "S8"),
    ),
    Clock(
        id="C25", name=_("Asking before the act"), starts=_("consultation"),
        stages=(Stage(label="consultation before act", unit=Unit.TIMESTAMP_ORDER),), calendar="timestamp_order",
        source="IX ¶2 L262-264; X ¶1 L281-285; XIII ¶2 L347-349", kind=ClockKind.CODE, tag=SourceTag.CODE,
        paragraphs=("IX ¶2", "X ¶1", "XIII ¶2"), norms=("N078", "N083", "N098"),
    ),
    Clock(
        id="C26", name=_("Acknowledgement to the reporter"), starts=_("receipt"),
        stages=business_days("acknowledge", key="sla_acknowledge_bd") + calendar_days(CAP,
        key="sla_acknowledge_max_days"),
        calendar="tokyo", source=_("A18; cap from EU 7 days"), kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY,
        readings=("A18",),
        keys=("sla_acknowledge_bd", "sla_acknowledge_max_days"),
    ),
    Clock(
        id="C27", name=_("Triage"), starts=_("receipt"),
        stages=business_days("triage done", key="sla_triage_bd"), calendar="tokyo",
        source="A18", kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY, readings=("A18",), keys=("sla_triage_bd",),
    ),
    Clock(
        id="C28", name=_("Answer to a question"), starts=_("the question is asked"),
        stages=business_days("answer", key="sla_answer_question_bd"), calendar="tokyo",
        source="III ¶1 L106-107; III ¶2 L121-123", kind=ClockKind.DEFAULT, tag=SourceTag.CODE,
        paragraphs=("III ¶1", "III ¶2"),
        readings=("A18",), keys=("sla_answer_question_bd",), norms=("N021", "N030"),
    ),
    Clock(
        id="C29", name=_("Feedback to the reporter"), starts=_("acknowledgement"),
        stages=months("feedback", key="target_feedback_months"), calendar="calendar",
        source=_("EU figure kept as a target elsewhere"), kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY,
        readings=("S12",), keys=("target_feedback_months",),
    ),
    Clock(
        id="C30", name=_("Copy to the Statutory Auditors"), starts=_("end of C14"),
        stages=business_days("copy", key="ceo_overdue_copy_offset_bd"), calendar="tokyo",
        source="A41", kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY, paragraphs=("III ¶1",), readings=("A41",),
        keys=("ceo_overdue_copy", "ceo_overdue_copy_offset_bd"), norms=("N029",),
    ),
    Clock(
        id="C31", name=_("Expiry of a waiver"), starts=_("grant"),
        stages=months("expiry, latest", key="waiver_max_months"), calendar="calendar",
        source="A25", kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY, paragraphs=("I ¶4",), readings=("A25",),
        keys=("waiver_max_months",),
        norms=("N007", "N010", "N011"),
    ),
    Clock(
        id="C32", name=_("Yearly disclosure"), starts=_("the situation is known"),
        stages=years("annual declaration", 1), calendar="calendar", off="no_yearly_round",
        source="A28", kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY, paragraphs=("V ¶1",), readings=("A28",),
        keys=("coi_sla", "coi_annual_declaration"), norms=("N053",),
    ),
    Clock(
        id="C33", name=_("List of what was found not material"), starts=_("end of the quarter"),
        stages=months("list", 3), calendar="calendar",
        source="A4", kind=ClockKind.DEFAULT, tag=SourceTag.COMPANY, readings=("A4",), keys=("materiality_bosa_list",),
        norms=("N010", "N011"),
    ),
)
# fmt: on
CLOCKS: dict[str, Clock] = {clock.id: clock for clock in TABLE}
CLOCK_OF: dict[DeadlineKind, str] = {
    DeadlineKind.RELAY: "C13",
    DeadlineKind.HAND_ON: "C14",
    DeadlineKind.OPEN_OR_DECLINE: "C15",
    DeadlineKind.ACKNOWLEDGE: "C26",
    DeadlineKind.TRIAGE: "C27",
    DeadlineKind.ANSWER: "C28",
    DeadlineKind.FEEDBACK: "C29",
    DeadlineKind.COPY_TO_BOSA: "C30",
    DeadlineKind.ACT: "C16",
}
