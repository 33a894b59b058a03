"""Whose notes a person reads does not depend on the door: the page of a desk or the API."""

from datetime import timedelta

import pytest

from cases.services import add_note
from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.handoffs.services import hand_on
from conduct.rules.vocabulary import Body
from conduct.web.scopes import Scope
from conduct.web.services import issue_token
from tests.integration.api.conftest import Program

LOWER, UPPER = "Written by the body that has it now.", "Only among us statutory auditors."


@pytest.fixture
def by_program(actor, now):
    """by_program("ceo", case): the notes that the API gives this person."""

    def read(name, case):
        issued = issue_token(
            actor=actor(name), label="notes", scopes=tuple(Scope), expires_on=now.date() + timedelta(days=9), now=now
        )
        return [note["text"] for note in Program(issued.text).get(f"records/{case.record.reference}/notes/").json()]

    return read


@pytest.fixture
def on_page(at, page, words):
    """on_page("ceo", "desk", case): which of the notes that person's desk shows."""

    def read(name, desk, case):
        shown = words(at(name).post(page("read_sealed", desk, case.record.reference), {"what": "notes"}))
        return [text for text in (UPPER, LOWER) if text in shown]

    return read


def test_notes_of_a_body_above_stay_with_it(at_bosa, actor, moment, by_program, on_page):
    add_note(actor=actor("auditor1"), case=at_bosa, text=UPPER, now=moment.now)
    hand_on(actor=actor("auditor1"), case=at_bosa, body=Body.BOARD, paragraph="III ¶1", reason="Yours.", now=moment.now)
    add_note(actor=actor("director1"), case=at_bosa, text=LOWER, now=moment.later(minutes=1))

    assert by_program("director1", at_bosa) == on_page("director1", "board", at_bosa) == [LOWER]


def test_each_body_reads_its_own(at_bosa, actor, moment, by_program, on_page):
    add_note(actor=actor("auditor1"), case=at_bosa, text=UPPER, now=moment.now)

    assert by_program("auditor2", at_bosa) == on_page("auditor2", "bosa", at_bosa) == [UPPER]


def test_somebody_let_in_to_work_reads_the_notes_of_the_desk(taken, staff, actor, moment, by_program, on_page):
    for permission in (Permission.RECORD_VIEW, Permission.RECORD_WORK, Permission.READ_SEALED):
        grants.admit(staff.person("manager1"), permission, taken.record, now=moment.now)
    add_note(actor=actor("ceo"), case=taken, text=LOWER, now=moment.now)

    assert by_program("manager1", taken) == on_page("manager1", "me", taken) == [LOWER]
