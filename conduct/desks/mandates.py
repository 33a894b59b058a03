"""Which buttons a delegate has. The ledger decides; this repeats it, so that no button leads to a refusal."""

from conduct.audit.deeds import check
from conduct.audit.events import Event
from conduct.desks.standing import Standing
from conduct.rules.delegation import OutsideTheDelegation
from conduct.rules.vocabulary import Kind

LINE_OF = {  # the line that each act ends with
    "receive": Event.RECORD_RECEIVED,
    "take_case": Event.RECORD_TAKEN,
    "determine_materiality": Event.DETERMINED,
    "name_party": Event.PARTY_NAMED,
    "hand_on": Event.RECORD_HANDED_ON,
    "return_record": Event.RECORD_RETURNED,
    "open_investigation": Event.INVESTIGATION_OPENED,
    "make_question": Event.RECORD_BECAME_QUESTION,
    "answer_question": Event.QUESTION_ANSWERED,
    "decide_wording": Event.INTERPRETATION_PUBLISHED,
    "propose_wording": Event.WORDING_PROPOSED,
    "mark_lapsed": Event.ANSWER_LAPSED,
    "withdraw_interpretation": Event.INTERPRETATION_WITHDRAWN,
    "close_unanswered": Event.RECORD_CLOSED,
    "close_case": Event.RECORD_CLOSED,
    "reopen_case": Event.RECORD_REOPENED,
    "add_note": Event.NOTE_ADDED,
    "recuse": Event.PERSON_RECUSED,
    "exclude_member": Event.PERSON_EXCLUDED,
}


def check_covered(here: Standing, act: str, kind: Kind) -> None:
    """Raises OutsideTheDelegation where a delegate stands here whose powers do not cover this act."""
    if here.actor.mandate:
        check(here.actor.mandate, LINE_OF[act], kind)


def is_covered(here: Standing, act: str, kind: Kind) -> bool:
    try:
        check_covered(here, act, kind)
    except OutsideTheDelegation:
        return False
    return True
