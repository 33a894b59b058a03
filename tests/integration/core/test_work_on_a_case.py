"""Taking, noting, closing, opening again, and finding that it is only a question."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction

from cases.models import Closing, Note
from cases.services import add_note, close_case, make_question, open_investigation, reopen_case, take_case
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.records.models import Record
from conduct.rules.lifecycle import ForbiddenMove
from conduct.rules.vocabulary import CaseState, Kind, QuestionState, Stage


@pytest.fixture
def taken(filed, actor, now):
    return take_case(actor=actor("auditor1"), case=filed("officer1"), now=now)


@pytest.mark.norm("N039")
def test_taking_it_acknowledges_and_promises_feedback(taken):
    assert (taken.state, taken.record.stage) == (CaseState.TRIAGE, Stage.ASSESSING)
    kinds = {d.kind for d in taken.record.deadlines.owed()}
    assert "acknowledge" not in kinds and "feedback" in kinds
    assert taken.handler.username == "auditor1"


def test_only_the_body_takes_it(filed, actor, now):
    for who in ("ceo", "director1", "employee1", "controls"):
        with pytest.raises(PermissionDenied):
            take_case(actor=actor(who), case=filed("officer1"), now=now)


def test_taking_twice_changes_nothing(taken, actor, now):
    before = timeline(taken.record, Domain).count()

    take_case(actor=actor("auditor1"), case=taken, now=now)

    assert timeline(taken.record, Domain).count() == before


@pytest.mark.norm("N037")
def test_closing_needs_a_reason_on_file_and_ends_every_clock(taken, actor, now):
    case = close_case(actor=actor("auditor1"), case=taken, reason="Nothing in it.", now=now)
    case.record.refresh_from_db()

    assert (case.record.stage, case.record.next_due_at) == (Stage.CONCLUDED, None)
    assert Closing.objects.get().reason_id
    assert not case.record.deadlines.filter(settled_at=None).exists()


def test_what_was_not_taken_is_not_closed(filed, actor, now):
    with pytest.raises(ForbiddenMove):
        close_case(actor=actor("auditor1"), case=filed("officer1"), reason="No.", now=now)


def test_a_closed_case_is_opened_again(taken, actor, now):
    case = close_case(actor=actor("auditor1"), case=taken, reason="No.", now=now)

    case = reopen_case(actor=actor("auditor2"), case=case, reason="A witness came.", now=now)

    assert (case.state, case.handler.username) == (CaseState.TRIAGE, "auditor2")
    assert {d.kind for d in case.record.deadlines.owed()} == {"triage"}


@pytest.mark.norm("N030")
def test_a_report_that_only_asks_becomes_a_question_at_the_same_desk(taken, actor, now):
    case = make_question(actor=actor("auditor1"), case=taken, reason="Asks what V means.", now=now)
    case.record.refresh_from_db()

    assert (case.record.kind, case.state, case.record.body) == (Kind.QUESTION, QuestionState.TRIAGE, "bosa")
    assert close_case(actor=actor("auditor1"), case=case, reason="Answered.", now=now).state == QuestionState.ANSWERED


def test_a_case_becomes_nothing_but_a_question(taken):
    with pytest.raises(IntegrityError, match="keeps its kind"), transaction.atomic():
        Record.objects.filter(pk=taken.pk).update(kind=Kind.WAIVER.value)


def test_an_investigation_ends_the_time_to_open_or_decline(taken, actor, now):
    case = open_investigation(actor=actor("auditor1"), case=taken, now=now)

    assert case.state == CaseState.INVESTIGATING
    assert {d.kind for d in case.record.deadlines.owed()} == {"feedback"}


def test_a_note_stays_as_it_was_written(taken, actor, now):
    add_note(actor=actor("auditor1"), case=taken, text="Ask for the ledger.", now=now)

    with pytest.raises(InternalError), transaction.atomic():
        Note.objects.all().delete()
    assert Note.objects.get().author.username == "auditor1"
