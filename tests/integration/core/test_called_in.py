"""What was found not material can be called in by the Board and by the statutory auditors, closed or not (A4)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.models import Determination
from cases.queries import visible_cases
from cases.services import close_case
from conduct.handoffs.queries import kept_as_minor
from conduct.handoffs.services import answer_determination, call_in, determine_materiality
from conduct.handoffs.services.call_in import NotToBeCalledIn
from conduct.rules.vocabulary import Body, Materiality, Reply, Stage
from conduct.vault import vault


@pytest.fixture
def kept(taken, actor, now):
    """Found not material by two people."""
    said = {"money": Reply.NO}
    case = determine_materiality(
        actor=actor("ceo"), case=taken, outcome=Materiality.NON_MATERIAL, replies=said, reason="A pen.", now=now
    )
    return answer_determination(actor=actor("controls"), case=case, confirmed=True, reason="Yes.", now=now)


@pytest.mark.parametrize("who", ["director1", "auditor1"])
def test_called_in_it_lies_before_the_board_and_counts_as_material(kept, actor, now, who):
    case = call_in(actor=actor(who), case=kept, reason="It is not small.", now=now)
    case.record.refresh_from_db()

    assert (case.record.body, case.record.provisional) == (Body.BOARD, True)
    assert case.determinations.get().called_in_by.username == who
    assert visible_cases(actor("auditor1")).exists() is (who == "auditor1")


def test_a_closed_matter_is_opened_again_by_it(kept, actor, now):
    closed = close_case(actor=actor("ceo"), case=kept, reason="Done.", now=now)
    case = call_in(actor=actor("auditor1"), case=closed, reason="It is not small.", now=now)

    assert (case.record.stage, case.record.body) == (Stage.RECEIVED, Body.BOARD)
    assert {duty.kind for duty in case.record.deadlines.owed()} >= {"triage", "open_or_decline"}


def test_once_only(kept, actor, now):
    case = call_in(actor=actor("director1"), case=kept, reason="It is not small.", now=now)

    with pytest.raises(NotToBeCalledIn):
        call_in(actor=actor("auditor1"), case=case, reason="Again.", now=now)


def test_what_nobody_found_not_material_cannot_be_called_in(taken, actor, now):
    with pytest.raises(NotToBeCalledIn):
        call_in(actor=actor("auditor1"), case=taken, reason="Mine.", now=now)


def test_nobody_else_calls_in(kept, actor, now):
    for who in ("controls", "employee1", "officer1"):
        with pytest.raises(PermissionDenied):
            call_in(actor=actor(who), case=kept, reason="Mine.", now=now)


def test_the_list_of_the_statutory_auditors_shows_who_found_it_and_they_may_read_why(kept, actor, now):
    (found,) = kept_as_minor(actor("auditor1"))

    assert (found.decided_by.username, found.second_person.username) == ("ceo", "controls")
    assert "A pen." in vault.open(actor("auditor1"), found.grounds, now=now)
    assert list(kept_as_minor(actor("ceo"))) == [] == list(kept_as_minor(actor("employee1")))


class TestTheDatabase:
    def test_refuses_not_material_by_one_person(self, kept):
        found = kept.determinations.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Determination.objects.create(
                case=kept, outcome="non_material", body="ceo", grounds=found.grounds,
                decided_by=found.decided_by, second_person=found.decided_by, decided_at=found.decided_at,
                ended_at=found.decided_at,
            )  # fmt: skip

    def test_refuses_a_second_finding_beside_the_first(self, kept):
        found = kept.determinations.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Determination.objects.create(
                case=kept, outcome="material", body="ceo", grounds=found.grounds, decided_by=found.decided_by,
                decided_at=found.decided_at,
            )  # fmt: skip

    def test_refuses_to_change_what_was_found(self, kept):
        with pytest.raises(Exception, match=r"Cannot update"), transaction.atomic():
            kept.determinations.update(outcome="material")
