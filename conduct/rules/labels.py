"""How each word of the Code reads on a screen. A test asks that none is missing.

One table per enum: words of two enums that are spelt alike are equal (`Body.CEO == PersonClass.CEO`),
so a single table would silently keep only one of them.
"""

from collections.abc import Callable
from enum import StrEnum

from conduct.rules import vocabulary as v


def gettext_noop(text: str) -> str:
    """Mark a text for the catalogue. It is translated by whoever shows it."""
    return text


_ = gettext_noop

LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    v.Kind: {
        v.Kind.REPORT: _("Report"),
        v.Kind.QUESTION: _("Question"),
        v.Kind.DISCLOSURE: _("Disclosure"),
        v.Kind.CONSULTATION: _("Asked before acting"),
        v.Kind.WAIVER: _("Waiver"),
    },
    v.Channel: {
        v.Channel.CEO: _("With a name, to the CEO's desk"),
        v.Channel.SUPERVISOR: _("Through the supervisor"),
        v.Channel.BOSA_NAMED: _("With a name, to the Statutory Auditors only"),
        v.Channel.ANONYMOUS: _("Anonymously, to the Statutory Auditors"),
    },
    v.PersonClass: {
        v.PersonClass.EMPLOYEE: _("employee"),
        v.PersonClass.OFFICER: _("officer"),
        v.PersonClass.DIRECTOR: _("director"),
        v.PersonClass.CEO: _("CEO"),
        v.PersonClass.STATUTORY_AUDITOR: _("statutory auditor"),
        v.PersonClass.DELEGATE: _("delegate of the CEO"),
        v.PersonClass.SUB_EMPLOYEE: _("employee of a subsidiary"),
        v.PersonClass.SUB_OFFICER: _("director or officer of a subsidiary"),
        v.PersonClass.AFFILIATE_PERSON: _("person of an affiliate"),
        v.PersonClass.THIRD_PARTY: _("third party"),
        v.PersonClass.UNKNOWN: _("not identified yet"),
    },
    v.Materiality: {
        v.Materiality.NON_MATERIAL: _("not material"),
        v.Materiality.MATERIAL: _("material"),
        v.Materiality.UNKNOWN: _("not assessed yet"),
    },
    v.MatterType: {
        v.MatterType.ACCOUNTING: _("accounting"),
        v.MatterType.INTERNAL_CONTROL: _("internal control over financial reporting"),
        v.MatterType.AUDITING: _("auditing"),
        v.MatterType.FINANCIAL_DISCLOSURE: _("financial reports"),
        v.MatterType.RETALIATION: _("retaliation"),
        v.MatterType.IDENTITY_LEAK: _("leak of a reporter's identity"),
        v.MatterType.CEO_FAILED_TO_NOTIFY: _("the CEO did not hand on"),
        v.MatterType.FAILED_TO_NOTIFY: _("somebody did not notify"),
        v.MatterType.DIRECTOR_CONFLICT: _("conflict of interest of a director"),
        v.MatterType.CORPORATE_OPPORTUNITY: _("corporate opportunity"),
        v.MatterType.ASSET_USE: _("use of company assets"),
        v.MatterType.TRADING: _("trading in securities"),
        v.MatterType.STAKEHOLDER_DETRIMENT: _("harm to a stakeholder group"),
        v.MatterType.MEDIA_REQUEST: _("request from the media"),
        v.MatterType.REGULATOR_REQUEST: _("request from an authority"),
        v.MatterType.SUBSIDIARY_MODIFICATION: _("modification for a subsidiary"),
        v.MatterType.BRIBERY: _("bribery"),
        v.MatterType.ANTITRUST: _("antitrust"),
        v.MatterType.INSIDER_TRADING: _("insider trading"),
        v.MatterType.SAFETY: _("safety"),
        v.MatterType.LARGE_DATA_LEAK: _("large data leak"),
        v.MatterType.FAIR_DEALING: _("fair dealing"),
    },
    v.Sign: {
        v.Sign.BRIBERY: _("bribery"),
        v.Sign.ANTITRUST: _("antitrust"),
        v.Sign.INSIDER_TRADING: _("insider trading"),
        v.Sign.ACCOUNTING: _("accounting"),
        v.Sign.INTERNAL_CONTROL: _("internal control over financial reporting"),
        v.Sign.FINANCIAL_DISCLOSURE: _("financial reports"),
        v.Sign.SUSPECTED_CRIME: _("a crime is suspected"),
        v.Sign.REGULATOR_REPORT: _("an authority must be told"),
        v.Sign.MANAGER_RANK: _("a manager of the chosen rank or above"),
        v.Sign.REPEAT: _("not the first time"),
        v.Sign.RETALIATION: _("retaliation"),
        v.Sign.SAFETY: _("safety"),
        v.Sign.LARGE_DATA_LEAK: _("large data leak"),
        v.Sign.AMOUNT_OVER_THRESHOLD: _("an amount over the threshold"),
    },
    v.Body: {
        v.Body.SUPERVISOR: _("Supervisor"),
        v.Body.OUTSIDE_CODE: _("Outside the Code"),
        v.Body.CEO: _("Chief Executive Officer"),
        v.Body.BOARD: _("Board of Directors"),
        v.Body.BOSA: _("Board of Statutory Auditors"),
    },
    v.Authority: {
        v.Authority.CEO: _("Chief Executive Officer"),
        v.Authority.BOARD: _("Board of Directors"),
        v.Authority.BOSA: _("Board of Statutory Auditors"),
        v.Authority.BOSA_LESS_SUBJECT: _("Board of Statutory Auditors without the auditor concerned"),
        v.Authority.OUTSIDE_CODE: _("Outside the Code"),
        v.Authority.AFFILIATE_REFERRAL: _("Referral to the affiliate"),
        v.Authority.CEO_AS_MANAGEMENT: _("CEO as management"),
        v.Authority.PENDING_MATERIALITY: _("Open until materiality is decided"),
        v.Authority.PENDING_IDENTIFICATION: _("Open until the person is identified"),
        v.Authority.IMPOSSIBLE: _("Impossible"),
        v.Authority.NOT_APPLICABLE: _("Does not apply"),
        v.Authority.INVESTOR_RELATIONS: _("Investor relations section"),
        v.Authority.LEGAL_SECTION: _("Legal section"),
    },
    v.Holder: {
        v.Holder.CEO: _("Chief Executive Officer"),
        v.Holder.DELEGATE: _("delegate of the CEO"),
        v.Holder.BOARD: _("Board of Directors"),
        v.Holder.BOSA: _("Board of Statutory Auditors"),
        v.Holder.BOSA_WITH_COUNSEL: _("Board of Statutory Auditors with outside counsel"),
        v.Holder.AUDITORS_WITH_COUNSEL: _("each statutory auditor alone, with outside counsel"),
        v.Holder.OUTSIDE_DIRECTORS: _("outside directors with outside counsel"),
        v.Holder.OUTSIDE_COUNSEL: _("outside counsel"),
        v.Holder.REPLACEMENT: _("somebody else, named anew"),
    },
    v.CeoNotice: {
        v.CeoNotice.NONE: _("no notice"),
        v.CeoNotice.TO_BOARD: _("the CEO tells the Board of Directors"),
        v.CeoNotice.TO_BOSA: _("the CEO tells the Board of Statutory Auditors"),
        v.CeoNotice.BYPASS: _("past the CEO, to the Board of Statutory Auditors"),
        v.CeoNotice.BYPASS_LESS_SUBJECT: _("past the CEO, to the other statutory auditors"),
        v.CeoNotice.INFORMED: _("the CEO is informed as management"),
        v.CeoNotice.HOLD: _("held back until the Statutory Auditors have looked at it"),
    },
    v.Excluded: {
        v.Excluded.SUBJECT: _("the person concerned"),
        v.Excluded.CEO: _("CEO"),
        v.Excluded.AUDITOR_CONCERNED: _("the auditor concerned"),
    },
    v.Relation: {
        v.Relation.SUBJECT: _("the person concerned"),
        v.Relation.REPORTER: _("the person who told us"),
        v.Relation.BENEFICIARY: _("a person who gains from it"),
        v.Relation.RELATIVE: _("a relative of somebody concerned"),
        v.Relation.LINE_MANAGER: _("the line manager of somebody concerned"),
        v.Relation.WITNESS: _("a witness"),
        v.Relation.FAILED_TO_NOTIFY: _("the person who did not notify"),
    },
    v.Role: {
        v.Role.EMPLOYEE: _("Employee"),
        v.Role.SUPERVISOR: _("Supervisor"),
        v.Role.CEO: _("CEO"),
        v.Role.INTERNAL_CONTROLS: _("Officer in charge of internal controls"),
        v.Role.DESIGNEE: _("Designee for trading questions"),
        v.Role.DIRECTOR: _("Director"),
        v.Role.STATUTORY_AUDITOR: _("Statutory auditor"),
        v.Role.PRESIDING_AUDITOR: _("Presiding statutory auditor"),
        v.Role.SECRETARY: _("Board secretariat"),
        v.Role.CUSTODIAN: _("Identity custodian"),
        v.Role.ASSURANCE: _("Internal or accounting auditor"),
        v.Role.ADMIN: _("Administrator"),
    },
    v.ActsAs: {
        v.ActsAs.PERSON: _("A person"),
        v.ActsAs.REPORTER: _("The person who told us"),
        v.ActsAs.SYSTEM: _("The system"),
    },
    v.Stage: {
        v.Stage.RECEIVED: _("Received"),
        v.Stage.ASSESSING: _("Being assessed"),
        v.Stage.ADDRESSING: _("Being looked into"),
        v.Stage.CONCLUDED: _("Finished"),
    },
    v.CaseState: {
        v.CaseState.RECEIVED: _("received"),
        v.CaseState.TRIAGE: _("in triage"),
        v.CaseState.INVESTIGATING: _("under investigation"),
        v.CaseState.FOUND: _("findings made"),
        v.CaseState.ACTING: _("action under way"),
        v.CaseState.CLOSED: _("closed"),
    },
    v.QuestionState: {
        v.QuestionState.RECEIVED: _("received"),
        v.QuestionState.TRIAGE: _("in triage"),
        v.QuestionState.ANSWERED: _("answered"),
    },
    v.DisclosureState: {
        v.DisclosureState.DRAFT: _("draft"),
        v.DisclosureState.RECEIVED: _("received"),
        v.DisclosureState.REVIEW: _("under review"),
        v.DisclosureState.MANAGED: _("managed with conditions"),
        v.DisclosureState.CLEARED: _("no conflict"),
        v.DisclosureState.STOPPED: _("not possible"),
        v.DisclosureState.ENDED: _("over"),
    },
    v.ConsultationState: {
        v.ConsultationState.RECEIVED: _("received"),
        v.ConsultationState.REVIEW: _("under review"),
        v.ConsultationState.ANSWERED: _("answered"),
        v.ConsultationState.WITHDRAWN: _("withdrawn"),
        v.ConsultationState.EXPIRED: _("past its date"),
    },
    v.WaiverState: {
        v.WaiverState.REQUESTED: _("requested"),
        v.WaiverState.CONSULTING: _("before the Statutory Auditors"),
        v.WaiverState.DECIDING: _("up for decision"),
        v.WaiverState.GRANTED: _("granted"),
        v.WaiverState.PUBLISHED: _("granted and public"),
        v.WaiverState.REFUSED: _("refused"),
        v.WaiverState.WITHDRAWN: _("withdrawn"),
        v.WaiverState.LAPSED: _("lapsed before a decision"),
        v.WaiverState.REVOKED: _("revoked"),
        v.WaiverState.ENDED: _("over"),
    },
    v.DeadlineKind: {
        v.DeadlineKind.RELAY: _("pass the report on"),
        v.DeadlineKind.HAND_ON: _("hand the matter on"),
        v.DeadlineKind.OPEN_OR_DECLINE: _("open or decline an investigation"),
        v.DeadlineKind.ACKNOWLEDGE: _("acknowledge the report"),
        v.DeadlineKind.TRIAGE: _("finish triage"),
        v.DeadlineKind.ANSWER: _("answer the question"),
        v.DeadlineKind.FEEDBACK: _("tell the reporter what was done"),
        v.DeadlineKind.COPY_TO_BOSA: _("copy to the Statutory Auditors"),
    },
    v.DeadlineStep: {
        v.DeadlineStep.REMINDER: _("half of the time is gone"),
        v.DeadlineStep.DUE: _("due"),
        v.DeadlineStep.AGAIN: _("still open after as long again"),
    },
    v.ClockKind: {
        v.ClockKind.LAW_FIXED: _("set by law"),
        v.ClockKind.LAW: _("set by law"),
        v.ClockKind.LAW_MINIMUM: _("set by law, at least"),
        v.ClockKind.LAW_OFF_IF_C01_RUNS: _("set by law; off while C01 runs"),
        v.ClockKind.LAW_OFF_FOR_FPI: _("set by law; off for a foreign private issuer"),
        v.ClockKind.LAW_LOSS_OF_SHIELD: _("set by law; late, a report to the outside is protected"),
        v.ClockKind.LAW_IF_EU_PACK: _("set by law where the EU rules are switched on"),
        v.ClockKind.LAW_WORD_DEFAULT_NUMBER: _("a word of the law, a number of the company"),
        v.ClockKind.DEFAULT: _("company target"),
        v.ClockKind.INFORMATION: _("for information"),
        v.ClockKind.CODE: _("the order that the Code asks for"),
    },
    v.Unit: {
        v.Unit.BUSINESS_DAY: _("business days"),
        v.Unit.CALENDAR_DAY: _("days"),
        v.Unit.MONTH: _("months"),
        v.Unit.YEAR: _("years"),
        v.Unit.NEXT_BOARD_MEETING: _("next meeting of the Board"),
        v.Unit.TIMESTAMP_ORDER: _("before the act"),
    },
}


def label(fact: object, translate: Callable[[str], str] = str) -> str:
    """A word of the Code as people read it; anything else as it is."""
    if isinstance(fact, StrEnum) and type(fact) in LABELS:
        return translate(LABELS[type(fact)][fact])
    return str(fact)
