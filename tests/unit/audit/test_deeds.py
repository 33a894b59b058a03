"""Every act has a line, and every line says whether it can be done for the CEO: no act escapes the powers."""

import pytest

from conduct.audit.deeds import DEED_OF, NEVER_FOR_THE_CEO, deed_of
from conduct.audit.events import Event
from conduct.rules.vocabulary import Deed, Kind


@pytest.mark.parametrize("event", list(Event))
def test_every_event_is_a_deed_or_is_never_done_for_the_ceo(event):
    assert (event in DEED_OF) is not (event in NEVER_FOR_THE_CEO)


def test_what_closes_a_question_answers_it():
    assert deed_of(Event.RECORD_CLOSED, Kind.QUESTION) is Deed.ANSWER
    assert deed_of(Event.RECORD_CLOSED, Kind.REPORT) is Deed.INVESTIGATE


def test_what_nobody_listed_cannot_be_delegated(monkeypatch):
    monkeypatch.delitem(DEED_OF, Event.NOTE_ADDED)

    assert deed_of(Event.NOTE_ADDED, Kind.REPORT) is Deed.DELEGATE
