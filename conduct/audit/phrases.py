"""How each event reads on the timeline. Whole sentences with named gaps, so that they can be translated."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from conduct.audit.events import Event
from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import (
    ActsAs,
    Body,
    DeadlineKind,
    DeadlineStep,
    Deed,
    Found,
    Lapse,
    Materiality,
    Seeking,
    Taken,
    Wellbeing,
)

PHRASES = {
    Event.REPORT_FILED: gettext_noop("It was told to us. It went to: {body}"),
    Event.NUMBER_KEPT: gettext_noop("{who} asked to see a report in the own list"),
    Event.REPORT_PASSED_ON: gettext_noop("{who} passed the report on unchanged"),
    Event.RECORD_VIEWED: gettext_noop("{who} opened the page"),
    Event.RECORD_TAKEN: gettext_noop("{who} took it"),
    Event.RECORD_HANDED_ON: gettext_noop("{who} handed it on. From: {origin}. To: {body}"),
    Event.RECORD_RECEIVED: gettext_noop("{who} received it"),
    Event.RECORD_RETURNED: gettext_noop("{who} returned it to: {body}"),
    Event.RECORD_CLOSED: gettext_noop("{who} closed it"),
    Event.RECORD_REOPENED: gettext_noop("{who} opened it again"),
    Event.RECORD_BECAME_QUESTION: gettext_noop("{who} found that it is only a question"),
    Event.PRECEDENTS_SHOWN: gettext_noop("{who} was shown the earlier answers. How many: {count}"),
    Event.QUESTION_ANSWERED: gettext_noop("{who} answered the question for: {body}"),
    Event.QUESTION_ASKED_AGAIN: gettext_noop("It was asked again, by the number"),
    Event.WAIVER_NEEDED: gettext_noop("{who} found that it needs a waiver and cannot be answered"),
    Event.ANSWER_LAPSED: gettext_noop("{who} marked the answer as lapsed"),
    Event.WORDING_PROPOSED: gettext_noop("{who} proposed a public wording"),
    Event.WORDING_REFUSED: gettext_noop("{who} did not approve the public wording"),
    Event.INTERPRETATION_PUBLISHED: gettext_noop("{who} approved the public wording. Interpretation {year}-{number}"),
    Event.INTERPRETATION_WITHDRAWN: gettext_noop("{who} withdrew the interpretation {year}-{number}"),
    Event.COPY_GIVEN: gettext_noop("A copy went to: {body}"),
    Event.KEEPING_PROPOSED: gettext_noop("{who} proposed to keep it as not material"),
    Event.KEEPING_CONFIRMED: gettext_noop("{who} confirmed as second person: not material"),
    Event.KEEPING_ENDED: gettext_noop("The proposal to keep it ended without an answer"),
    Event.KEEPING_REFUSED: gettext_noop("{who} did not confirm that it is not material"),
    Event.DETERMINED: gettext_noop("{who} determined how grave it is: {weight}"),
    Event.CALLED_IN: gettext_noop("{who} called it in: it counts as material again"),
    Event.PARTY_NAMED: gettext_noop("{who} named one more person in it"),
    Event.PARTY_CORRECTED: gettext_noop("{who} corrected the entry of a person"),
    Event.PARTY_TAKEN_OUT: gettext_noop("{who} took the entry of a person out"),
    Event.ROUTING_REEXAMINED: gettext_noop("{who} asked again whose it is, because an office has changed"),
    Event.RECORDS_LINKED: gettext_noop("{who} linked it with another matter"),
    Event.MATERIAL_FOUND: gettext_noop("{who} found it material"),
    Event.INVESTIGATION_OPENED: gettext_noop("{who} opened an investigation"),
    Event.INVESTIGATION_CONCLUDED: gettext_noop("{who} concluded the investigation: every allegation is answered"),
    Event.ALLEGATION_ADDED: gettext_noop("{who} added allegation {number}"),
    Event.ALLEGATION_CORRECTED: gettext_noop("{who} corrected allegation {number}"),
    Event.ALLEGATION_WITHDRAWN: gettext_noop("{who} withdrew allegation {number}"),
    Event.FINDING_MADE: gettext_noop("{who} answered allegation {number}: {found}"),
    Event.FINDING_REPLACED: gettext_noop("{who} replaced the finding on allegation {number}: {found}"),
    Event.MEASURE_PROPOSED: gettext_noop("{who} proposed measure {number}"),
    Event.MEASURE_TAKEN_BACK: gettext_noop("{who} took measure {number} back"),
    Event.CONSULTATION_ASKED: gettext_noop("{who} asked for an opinion on measure {number}. Asked: {body}"),
    Event.OPINION_WRITTEN: gettext_noop("{who} wrote down the opinion on measure {number}. Given by: {body}"),
    Event.MEASURE_DECIDED: gettext_noop("{who} wrote down what the company decided on measure {number}: {taken}"),
    Event.MEASURE_ASSIGNED: gettext_noop("{who} said who carries out measure {number}, until {due}"),
    Event.MEASURE_FINISHED: gettext_noop("{who} wrote down that measure {number} is carried out"),
    Event.MEASURE_CHECKED: gettext_noop("{who} checked whether measure {number} works"),
    Event.MEASURE_LATE: gettext_noop("Not carried out in time: measure {number}"),
    Event.REPORTER_TOLD: gettext_noop("{who} told the person who reported what came of it"),
    Event.NOTE_ADDED: gettext_noop("{who} added a note"),
    Event.PERSON_RECUSED: gettext_noop("{who} stepped aside"),
    Event.WALL_RAISED: gettext_noop("Somebody was shut out"),
    Event.TEXT_OPENED: gettext_noop("{who} read sealed text"),
    Event.DEADLINE_STARTED: gettext_noop("The time began to: {duty}. It ends on {due}"),
    Event.DEADLINE_MET: gettext_noop("Done: {duty}"),
    Event.DEADLINE_PASSED: gettext_noop("{step}: {duty}"),
    Event.LATENESS_SHOWN: gettext_noop("Shown to the Statutory Auditors, because this was not done in time: {duty}"),
    Event.LATENESS_DECIDED: gettext_noop("{who} decided about the lateness"),
    Event.WATCH_STARTED: gettext_noop("A watch for retaliation began"),
    Event.WATCH_ENDED: gettext_noop("A watch for retaliation was ended, as the person wished"),
    Event.CHECK_IN_ANSWERED: gettext_noop("A check-in was answered: {answer}"),
    Event.CHECK_IN_SEEN: gettext_noop("{who} looked after the answer to a check-in"),
    Event.HR_EVENTS_IMPORTED: gettext_noop("{who} imported events of personnel. How many: {count}"),
    Event.ALERT_RAISED: gettext_noop("Something happened to somebody who is watched over"),
    Event.ALERT_ANSWERED: gettext_noop("{who} said what follows from an alert"),
    Event.PERSON_DESIGNATED: gettext_noop("{who} recorded the designation of somebody who may ask for names"),
    Event.DESIGNATION_ENDED: gettext_noop("{who} ended a designation"),
    Event.NAME_ASKED: gettext_noop("{who} asked to know who told us"),
    Event.NAME_AGREED: gettext_noop("{who} agreed that the name is shown once"),
    Event.NAME_REFUSED: gettext_noop("{who} did not agree that the name is shown"),
    Event.NAME_SHOWN: gettext_noop("{who} was shown who told us"),
    Event.IDENTITY_SOUGHT: gettext_noop("Somebody tried to find out who told us: {how}"),
    Event.HOLD_PLACED: gettext_noop("{who} placed a legal hold on it"),
    Event.HOLD_LIFT_ASKED: gettext_noop("{who} asked to lift a legal hold"),
    Event.HOLD_KEPT: gettext_noop("{who} did not agree to lift the legal hold"),
    Event.HOLD_LIFTED: gettext_noop("{who} lifted a legal hold as second person"),
    Event.DISPOSAL_PROPOSED: gettext_noop("{who} proposed to dispose of it"),
    Event.DISPOSAL_CONFIRMED: gettext_noop("{who} confirmed as second person: dispose of it"),
    Event.DISPOSAL_REJECTED: gettext_noop("{who} said that it is not disposed of"),
    Event.DISPOSAL_POSTPONED: gettext_noop("{who} postponed its disposal to {until}"),
    Event.DISPOSAL_STOPPED: gettext_noop("It was not disposed of, because something stood against it"),
    Event.RECORD_DISPOSED: gettext_noop("Its content was destroyed for good. Schedule: {schedule}"),
    Event.SCHEDULE_CHANGED: gettext_noop("{who} changed how long papers are kept"),
    Event.ERASURE_ASKED: gettext_noop("{who} asked to erase somebody's personal data"),
    Event.ERASURE_WITHDRAWN: gettext_noop("{who} withdrew the wish to erase somebody's personal data"),
    Event.PERSON_ERASED: gettext_noop("Personal data was erased"),
    Event.ACT_REFUSED: gettext_noop("{who} tried something that is not theirs to do"),
    Event.DELEGATED_ACT_REFUSED: gettext_noop("{who} tried something that the delegation does not cover: {deed}"),
    Event.DELEGATION_DRAFTED: gettext_noop("{who} asked the Board to authorise a delegation"),
    Event.RESOLUTION_RECORDED: gettext_noop("{who} recorded the Board's resolution about a delegation"),
    Event.DELEGATION_AUTHORISED: gettext_noop("{who} confirmed that the Board authorised a delegation"),
    Event.DELEGATION_REVOKED: gettext_noop("A delegation was taken back: {why}"),
    Event.DELEGATION_LAPSED: gettext_noop("A delegation lapsed: {why}"),
    Event.CODE_ADOPTED: gettext_noop("{who} loaded a version of the Code"),
    Event.PEOPLE_IMPORTED: gettext_noop("{who} imported people"),
    Event.COMPANIES_IMPORTED: gettext_noop("{who} imported companies"),
    Event.TOKEN_ISSUED: gettext_noop("{who} issued an access token"),
    Event.TOKEN_REVOKED: gettext_noop("{who} revoked an access token"),
}
WORDS: dict[str, type[StrEnum]] = {  # what a fact was before it was stored as text
    "body": Body,
    "origin": Body,
    "weight": Materiality,
    "duty": DeadlineKind,
    "step": DeadlineStep,
    "deed": Deed,
    "found": Found,
    "taken": Taken,
    "why": Lapse,
    "how": Seeking,
    "answer": Wellbeing,
}


class Line(Protocol):
    """What a phrase needs of a ledger line."""

    event: str
    acts_as: str
    actor: object
    facts: Mapping[str, object]


def phrase(line: Line) -> Sentence:
    """One line of the ledger as a sentence."""
    gaps = {name: WORDS[name](str(fact)) if name in WORDS else fact for name, fact in line.facts.items()}
    return Sentence(PHRASES[Event(line.event)], {"who": line.actor or ActsAs(line.acts_as), **gaps})
