"""Not material is never the CEO alone; material is the act from which the CEO must hand on (A4, C14)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.models import Keeping
from cases.queries import cases_to_confirm, visible_cases
from cases.services import answer_keeping, close_case, find_material, open_investigation, propose_keeping, take_case
from cases.services._competence import NotYetYours
from cases.services.answer_keeping import AlreadyAnswered
from cases.services.propose_keeping import NotToBeKept
from conduct.rules.vocabulary import CaseState, PersonClass


@pytest.fixture
def taken(filed, actor, now):
    return take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)


@pytest.fixture
def proposed(taken, actor, now):
    return propose_keeping(actor=actor("ceo"), case=taken, reason="A small thing.", now=now)


@pytest.mark.norm("N023")
def test_until_it_is_decided_the_ceo_may_neither_investigate_nor_close(taken, actor, now):
    for act in (
        lambda: open_investigation(actor=actor("ceo"), case=taken, now=now),
        lambda: close_case(actor=actor("ceo"), case=taken, reason="No.", now=now),
    ):
        with pytest.raises(NotYetYours):
            act()


def test_the_officer_in_charge_of_internal_controls_is_asked(proposed, actor):
    assert list(cases_to_confirm(actor("controls"))) == [proposed]
    assert proposed.record.provisional is True


@pytest.mark.norm("N037")
def test_confirmed_it_is_the_ceos_to_decide(proposed, actor, now):
    case = answer_keeping(actor=actor("controls"), case=proposed, confirmed=True, reason="I agree.", now=now)
    case.record.refresh_from_db()

    assert case.record.provisional is False
    assert {d.kind for d in case.record.deadlines.owed()} == {"open_or_decline", "feedback"}
    assert list(visible_cases(actor("controls"))) == []
    assert open_investigation(actor=actor("ceo"), case=case, now=now).state == CaseState.INVESTIGATING


def test_not_confirmed_it_still_counts_as_material(proposed, actor, now):
    case = answer_keeping(actor=actor("controls"), case=proposed, confirmed=False, reason="It is big.", now=now)

    case.record.refresh_from_db()
    assert case.record.provisional is True
    with pytest.raises(NotYetYours):
        open_investigation(actor=actor("ceo"), case=case, now=now)


def test_where_that_officer_is_the_subject_the_presiding_auditor_is_asked(filed, actor, staff, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    staff.person("controls").appointments.all()
    from conduct.access import wall  # noqa: PLC0415
    from conduct.vault import vault  # noqa: PLC0415
    from conduct.vault.kinds import Sealed  # noqa: PLC0415

    with transaction.atomic():
        place = vault.reserve()
        wall.raise_wall(case.record, [staff.person("controls")], reason=place, now=now)
        vault.seal(case.record, Sealed.WALL_REASON, "relative", place=place, now=now)

    propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)

    assert Keeping.objects.get().second_person.username == "auditor1"


def test_one_proposal_waits_at_a_time_and_only_of_what_was_taken(filed, proposed, actor, now):
    for case in (proposed, filed(PersonClass.EMPLOYEE)):
        with pytest.raises(NotToBeKept):
            propose_keeping(actor=actor("ceo"), case=case, reason="x", now=now)


def test_only_the_second_person_answers_and_only_once(proposed, actor, now):
    with pytest.raises(PermissionDenied):
        answer_keeping(actor=actor("ceo"), case=proposed, confirmed=True, reason="Me.", now=now)
    answer_keeping(actor=actor("controls"), case=proposed, confirmed=True, reason="Yes.", now=now)
    with pytest.raises((PermissionDenied, AlreadyAnswered)):
        answer_keeping(actor=actor("controls"), case=proposed, confirmed=True, reason="Again.", now=now)


def test_the_database_refuses_one_person_twice(proposed, now):
    with pytest.raises(IntegrityError, match="two_people_for_not_material"), transaction.atomic():
        ceo = {"proposed_by": proposed.handler, "second_person": proposed.handler}
        Keeping.objects.create(case=proposed, **ceo, reason=proposed.told, proposed_at=now)


def test_found_material_the_time_to_hand_on_begins(taken, actor, now):
    case = find_material(actor=actor("ceo"), case=taken, reason="Above the threshold.", now=now)

    assert "hand_on" in {d.kind for d in case.record.deadlines.owed()}
    assert "triage" not in {d.kind for d in case.record.deadlines.owed()}


def test_an_ended_proposal_waits_for_nobody_and_leaves_room_for_another(proposed, actor, now):
    Keeping.objects.waiting().update(ended_at=now)

    assert list(cases_to_confirm(actor("controls"))) == []
    with pytest.raises(AlreadyAnswered):
        answer_keeping(actor=actor("controls"), case=proposed, confirmed=True, reason="Late.", now=now)
    propose_keeping(actor=actor("ceo"), case=proposed, reason="Again.", now=now)
    assert list(cases_to_confirm(actor("controls"))) == [proposed]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"confirmed": True, "answered_at": True}, "an_answer_has_a_reason"),
        ({"confirmed": True, "answered_at": True, "ended_at": True, "answer_reason": True}, "answered_or_ended"),
    ],
)
def test_the_database_refuses_half_an_answer(proposed, now, changes, name):
    values = {"confirmed": True, "answered_at": now, "ended_at": now, "answer_reason": proposed.told}

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Keeping.objects.update(**{field: values[field] for field in changes})
