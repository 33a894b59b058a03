"""A list costs as many queries with three rows as with one, and few."""

import pytest

from cases.services import keep_number, propose_keeping, take_case
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.handoffs.services import hand_on
from conduct.rules.vocabulary import Body, Channel, PersonClass

pytestmark = pytest.mark.django_db
# The clock, which stands still, is not asked.
QUEUE, SHELF, HAND_ONS, TODAY, OWN, OWN_LIST, PASS_ON, NOTICES, OVERSIGHT = 9, 5, 5, 6, 10, 5, 6, 5, 5


@pytest.fixture
def cost(at, page, django_assert_num_queries):
    """cost("ceo", 12, "triage"): that many queries, once the session knows the desk."""

    def measure(name, queries, *route):
        browser = at(name)
        browser.get(page(*route))
        with django_assert_num_queries(queries):
            assert browser.get(page(*route)).status_code == 200

    return measure


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queue(rows, cost, filed):
    for _ in range(rows):
        filed("employee2")
    cost("ceo", QUEUE, "triage")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queue_of_the_statutory_auditors(rows, cost, filed):
    for _ in range(rows):
        filed(PersonClass.DIRECTOR, channel=Channel.BOSA_NAMED)
    cost("auditor1", QUEUE, "bosa")


@pytest.mark.parametrize("rows", [1, 3])
def test_shelf_and_today(rows, cost, filed):
    for _ in range(rows):
        filed("employee2")
    cost("ceo", SHELF, "cases")
    cost("ceo", TODAY, "today")


@pytest.mark.parametrize("rows", [1, 3])
def test_what_was_handed_on(rows, cost, filed, actor, now):
    for _ in range(rows):
        case = filed("employee2")
        hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
    cost("ceo", HAND_ONS, "hand_ons", "desk")


@pytest.mark.parametrize("rows", [1, 3])
def test_ones_own_lists(rows, cost, filed, actor, now):
    for _ in range(rows):
        filed("employee2", channel=Channel.SUPERVISOR)
        case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
        propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
        keep_number(actor=actor("employee1"), case=case, now=now)
    cost("controls", OWN, "me")
    cost("manager1", PASS_ON, "to_pass_on")
    cost("employee1", OWN_LIST, "own_reports")
    cost("controls", NOTICES, "notices")


@pytest.mark.parametrize("rows", [1, 3])
def test_oversight(rows, cost, filed, moment):
    for _ in range(rows):
        filed("employee2", channel=Channel.SUPERVISOR)
    moment.later(days=5)
    for deadline in list(Deadline.objects.due(moment.now).filter(kind="relay").order_by("due_at", "pk")):
        pass_deadline(deadline.pk, now=moment.now)
    cost("auditor1", OVERSIGHT, "oversight")
