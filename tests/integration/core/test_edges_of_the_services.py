"""Rare ways through the services, each of which once went wrong."""

import pytest

from cases.services import close_case, take_case
from cases.services.take_case import NothingToTake
from conduct.access.wall import is_walled
from conduct.audit.domains import read_by
from conduct.audit.ledger import timeline
from conduct.handoffs.services import hand_on, recuse
from conduct.rules.vocabulary import Body, Channel, PersonClass

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_bosa(filed):
    return filed(PersonClass.OFFICER, channel=Channel.BOSA_NAMED)


def test_the_ceo_steps_aside_from_a_matter_that_was_still_on_its_way_to_him(filed, actor, now, staff):
    case = filed("employee2", channel=Channel.BOSA_NAMED)
    hand_on(actor=actor("auditor1"), case=case, body=Body.CEO, paragraph="III ¶1", reason="Yours.", now=now)

    case = recuse(actor=actor("ceo"), case=case, reason="", now=now)

    assert case.record.body == Body.BOARD and is_walled(staff.person("ceo"), case.record)
    ways = case.record.handoffs.order_by("pk").values_list("body", "received_at")
    assert list(ways) == [("ceo", now), ("board", None)]


def test_a_finished_matter_is_opened_again_before_anybody_takes_it(at_bosa, actor, now):
    take_case(actor=actor("auditor1"), case=at_bosa, now=now)
    close_case(actor=actor("auditor1"), case=at_bosa, reason="Nothing in it.", now=now)

    with pytest.raises(NothingToTake):
        take_case(actor=actor("auditor2"), case=at_bosa, now=now)
    assert not at_bosa.record.deadlines.owed().exists()


def test_a_report_about_the_ceo_without_a_name_still_walls_the_ceo_off(filed, staff):
    case = filed(PersonClass.CEO, channel=Channel.BOSA_NAMED)

    assert is_walled(staff.person("ceo"), case.record)


def test_what_goes_down_to_another_body_can_be_read_there_with_its_reason(at_bosa, actor, now):
    hand_on(actor=actor("auditor1"), case=at_bosa, body=Body.BOARD, paragraph="III ¶1", reason="Yours.", now=now)
    shown = set(timeline(at_bosa.record, read_by([Body.BOARD])).values_list("event", flat=True))

    assert "record:handed_on" in shown and "report:filed" not in shown
