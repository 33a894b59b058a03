"""What each event is when a delegate does it for the CEO. No act is without its line, so none escapes the powers."""

from conduct.audit.events import Event
from conduct.people.delegations import Mandate
from conduct.records.models import Record
from conduct.rules.delegation import OutsideTheDelegation, acts_within
from conduct.rules.vocabulary import Deed, Kind

DEED_OF: dict[Event, Deed] = {
    Event.RECORD_VIEWED: Deed.READ,
    Event.TEXT_OPENED: Deed.READ,
    Event.RECORD_TAKEN: Deed.READ,
    Event.RECORD_RECEIVED: Deed.READ,
    Event.NOTE_ADDED: Deed.READ,
    Event.MATERIAL_FOUND: Deed.HAND_ON,
    Event.RECORD_HANDED_ON: Deed.HAND_ON,
    Event.RECORD_RETURNED: Deed.HAND_ON,
    Event.KEEPING_PROPOSED: Deed.ASSESS,
    Event.DETERMINED: Deed.ASSESS,
    Event.PARTY_NAMED: Deed.ASSESS,
    Event.PARTY_CORRECTED: Deed.ASSESS,
    Event.PARTY_TAKEN_OUT: Deed.ASSESS,
    Event.RECORDS_LINKED: Deed.ASSESS,
    Event.RECORD_BECAME_QUESTION: Deed.ASSESS,
    Event.RECORD_REOPENED: Deed.ASSESS,
    Event.PRECEDENTS_SHOWN: Deed.ANSWER,
    Event.QUESTION_ANSWERED: Deed.ANSWER,
    Event.WAIVER_NEEDED: Deed.ANSWER,
    Event.ANSWER_LAPSED: Deed.ANSWER,
    Event.WORDING_PROPOSED: Deed.ANSWER,
    Event.INTERPRETATION_WITHDRAWN: Deed.ANSWER,
    Event.INVESTIGATION_OPENED: Deed.INVESTIGATE,
    Event.MANDATE_GIVEN: Deed.INVESTIGATE,
    Event.MEMBER_ASKED: Deed.INVESTIGATE,
    Event.MEMBER_LEFT: Deed.INVESTIGATE,
    Event.TASK_GIVEN: Deed.INVESTIGATE,
    Event.TASK_EXCUSED: Deed.INVESTIGATE,
    Event.INTERVIEW_WRITTEN: Deed.INVESTIGATE,
    Event.INTERVIEW_CHECKED: Deed.INVESTIGATE,
    Event.EXHIBIT_KEPT: Deed.INVESTIGATE,
    Event.CUSTODY_NOTED: Deed.INVESTIGATE,
    Event.HAPPENING_ENTERED: Deed.INVESTIGATE,
    Event.RECORD_CLOSED: Deed.INVESTIGATE,
    **dict.fromkeys(
        (
            Event.INVESTIGATION_CONCLUDED,
            Event.ALLEGATION_ADDED,
            Event.ALLEGATION_CORRECTED,
            Event.ALLEGATION_WITHDRAWN,
            Event.FINDING_MADE,
            Event.FINDING_REPLACED,
            Event.MEASURE_PROPOSED,
            Event.MEASURE_TAKEN_BACK,
            Event.CONSULTATION_ASKED,
            Event.OPINION_WRITTEN,
            Event.MEASURE_DECIDED,
            Event.MEASURE_ASSIGNED,
            Event.MEASURE_FINISHED,
            Event.MEASURE_CHECKED,
            Event.REPORTER_TOLD,
        ),
        Deed.INVESTIGATE,
    ),
}
OF_A_QUESTION = {Event.RECORD_CLOSED: Deed.ANSWER}
NEVER_FOR_THE_CEO = frozenset(  # done for oneself, in another office or by the system, or what follows from an act
    {
        Event.REPORT_FILED, Event.NUMBER_KEPT, Event.REPORT_PASSED_ON, Event.COPY_GIVEN, Event.KEEPING_CONFIRMED,
        Event.QUESTION_ASKED_AGAIN, Event.WORDING_REFUSED, Event.INTERPRETATION_PUBLISHED,
        Event.KEEPING_REFUSED, Event.KEEPING_ENDED, Event.PERSON_RECUSED, Event.WALL_RAISED, Event.DEADLINE_STARTED,
        Event.DEADLINE_MET, Event.DEADLINE_PASSED, Event.LATENESS_SHOWN, Event.LATENESS_DECIDED, Event.ACT_REFUSED,
        Event.DELEGATED_ACT_REFUSED, Event.DELEGATION_DRAFTED, Event.RESOLUTION_RECORDED, Event.DELEGATION_AUTHORISED,
        Event.DELEGATION_REVOKED, Event.DELEGATION_LAPSED, Event.CODE_ADOPTED, Event.PEOPLE_IMPORTED,
        Event.COMPANIES_IMPORTED, Event.TOKEN_ISSUED, Event.TOKEN_REVOKED, Event.HOLD_PLACED, Event.HOLD_LIFT_ASKED,
        Event.HOLD_KEPT, Event.HOLD_LIFTED, Event.DISPOSAL_PROPOSED, Event.DISPOSAL_CONFIRMED, Event.DISPOSAL_REJECTED,
        Event.DISPOSAL_POSTPONED, Event.DISPOSAL_STOPPED, Event.RECORD_DISPOSED, Event.SCHEDULE_CHANGED,
        Event.ERASURE_ASKED, Event.ERASURE_WITHDRAWN, Event.PERSON_ERASED,
        Event.CALLED_IN, Event.ROUTING_REEXAMINED, Event.WATCH_STARTED, Event.WATCH_ENDED,
        Event.CHECK_IN_ANSWERED, Event.CHECK_IN_SEEN, Event.HR_EVENTS_IMPORTED, Event.ALERT_RAISED,
        Event.ALERT_ANSWERED, Event.PERSON_DESIGNATED, Event.DESIGNATION_ENDED, Event.NAME_ASKED, Event.NAME_AGREED,
        Event.NAME_REFUSED, Event.NAME_SHOWN, Event.IDENTITY_SOUGHT,
        Event.MEASURE_LATE,
        Event.MANDATE_ENDED, Event.STATEMENT_SIGNED,
        Event.STATEMENT_REFUSED, Event.TASK_DONE, Event.TASK_OVERDUE, Event.REVIEW_SIGNED,
        Event.PERSON_EXCLUDED, Event.LIFTING_PROPOSED,
        Event.LIFTING_REFUSED, Event.WALL_LIFTED, Event.NO_CONFLICT_STATED,
    }
)  # fmt: skip


def deed_of(event: Event, kind: Kind) -> Deed:
    """What it is on a record of this kind. What nobody listed is nothing that can be delegated."""
    own = OF_A_QUESTION.get(event) if kind is Kind.QUESTION else None
    return own or DEED_OF.get(event, Deed.DELEGATE)


def check(mandate: Mandate, event: Event, kind: Kind) -> None:
    """Raises OutsideTheDelegation where the powers do not cover what is done for the CEO."""
    if event not in NEVER_FOR_THE_CEO and not acts_within(mandate.powers, deed_of(event, kind)):
        raise OutsideTheDelegation(deed=deed_of(event, kind))


def stamp(mandate: Mandate | None, event: Event, about: Record | None) -> dict[str, int]:
    """What a line carries about an act for the CEO. Raises OutsideTheDelegation."""
    if mandate is None or about is None or event in NEVER_FOR_THE_CEO:
        return {}
    check(mandate, event, Kind(about.kind))
    return {"delegation": mandate.delegation}
