"""Handing on, receiving, returning, stepping aside, passing on: who may, what changes, what is written down."""

import pytest
from django.core.exceptions import PermissionDenied

from cases.queries import visible_cases
from cases.services import pass_on_report, take_case
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.handoffs.models import HandOff
from conduct.handoffs.services import hand_on, receive, recuse, return_record
from conduct.handoffs.services.hand_on import NoSuchWay
from conduct.handoffs.services.receive import NothingToReceive
from conduct.notices.models import Notice
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Body, Channel, PersonClass, Role


@pytest.fixture
def handed(filed, actor, now):
    """An employee's matter that the CEO has handed on to the Board."""
    case = filed(PersonClass.EMPLOYEE)
    return hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Not mine.", now=now)


@pytest.mark.norm("N027")
def test_handing_on_moves_the_record_and_the_sight_of_it(handed, actor):
    assert list(visible_cases(actor("director1"))) == [handed]
    assert HandOff.objects.get().by.username == "ceo"
    assert "record:handed_on" in {line.event for line in timeline(handed.record, [Domain.CEO])}


def test_a_ceo_who_is_no_director_sees_nothing_after_handing_on(filed, actor, staff, now):
    ceo = Actor(staff.person("ceo"), roles=frozenset({Role.CEO}))
    case = filed(PersonClass.EMPLOYEE)

    hand_on(actor=ceo, case=case, body=Body.BOSA, paragraph="III ¶1", reason="An officer is in it.", now=now)

    assert list(visible_cases(ceo)) == []


def test_nobody_hands_on_what_is_not_at_the_own_desk(filed, actor, now):
    case = filed("officer1")

    with pytest.raises(PermissionDenied):
        hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="x", now=now)


def test_a_record_on_its_way_is_not_handed_on_again(handed, actor, now):
    with pytest.raises(NoSuchWay):
        hand_on(actor=actor("director1"), case=handed, body=Body.BOSA, paragraph="III ¶1", reason="x", now=now)


def test_receiving_is_seen_by_the_sender(handed, actor, now):
    receive(actor=actor("director1"), case=handed, now=now)

    assert HandOff.objects.get().received_by.username == "director1"
    assert Notice.objects.filter(person__username="ceo", news="record_received").exists()
    with pytest.raises(NothingToReceive):
        receive(actor=actor("director2"), case=handed, now=now)


def test_returning_brings_it_back_with_a_reason(handed, actor, now):
    case = return_record(actor=actor("director1"), case=handed, reason="Small matter.", now=now)

    case.record.refresh_from_db()
    assert case.record.body == Body.CEO
    assert HandOff.objects.get().return_reason is not None


def test_the_third_bounce_is_put_before_both_desks(filed, actor, now):
    case = filed(PersonClass.EMPLOYEE)
    for _ in range(3):
        case = hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="x", now=now)
        case = return_record(actor=actor("director1"), case=case, reason="y", now=now)

    told = Notice.objects.filter(news="bounced_thrice").values_list("person__username", flat=True)
    assert set(told) == {"ceo", "director1", "director2"}


@pytest.mark.norm("N050")
def test_what_the_ceo_steps_aside_from_goes_to_the_board(filed, actor, now):
    case = recuse(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), reason="", now=now)

    case.record.refresh_from_db()
    assert case.record.body == Body.BOARD
    assert list(visible_cases(actor("ceo"))) == []
    assert list(visible_cases(actor("director1"))) == [case]


def test_an_auditor_who_steps_aside_is_out_and_the_body_stays(filed, actor, now):
    case = filed("officer1")
    take_case(actor=actor("auditor2"), case=case, now=now)

    case = recuse(actor=actor("auditor2"), case=case, reason="A friend.", now=now)

    case.record.refresh_from_db()
    assert (case.record.body, case.handler) == (Body.BOSA, None)
    assert list(visible_cases(actor("auditor2"))) == []


@pytest.mark.norm("N034")
def test_the_supervisor_passes_on_and_sees_no_more(filed, actor, now):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR)

    case = pass_on_report(actor=actor("manager1"), case=case, now=now)

    assert case.record.body == Body.CEO
    assert list(visible_cases(actor("manager1"))) == []
    assert list(visible_cases(actor("ceo"))) == [case]


def test_only_the_supervisor_passes_on(filed, actor, now):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR)

    with pytest.raises(PermissionDenied):
        pass_on_report(actor=actor("employee2"), case=case, now=now)


def test_a_supervisor_who_steps_aside_is_routed_around(filed, actor, now):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR)

    recuse(actor=actor("manager1"), case=case, reason="", now=now)

    case.record.refresh_from_db()
    assert case.record.body == Body.CEO
    assert list(visible_cases(actor("manager1"))) == []


def test_what_comes_through_a_supervisor_about_an_officer_tells_the_ceo_without_content(filed, actor, now):
    case = filed("officer1", channel=Channel.SUPERVISOR)
    assert not Notice.objects.filter(person__username="ceo").exists()

    pass_on_report(actor=actor("manager1"), case=case, now=now)

    assert Notice.objects.get(person__username="ceo").news == "handed_on_for_you"
    assert list(visible_cases(actor("ceo"))) == []
