"""The page before the first reading, at a desk and for programs."""

import pytest

from conduct.access.wall import is_walled
from conduct.audit.models import AuditEvent

ASKED = "Do you have a conflict of interest in this matter?"


@pytest.fixture
def unread(filed):
    return filed("officer1", stated=())


@pytest.mark.parametrize("route", ["record", "read_sealed", "people", "take_case", "add_note"])
def test_every_page_of_a_matter_asks_first_and_shows_nothing(at, page, words, unread, route):
    shown = words(at("auditor1").get(page(route, "bosa", unread.record.reference), follow=True))

    assert ASKED in shown
    assert "I saw it." not in shown and "officer" not in shown.lower()


def test_saying_that_there_is_none_leads_to_the_matter(at, page, words, unread):
    browser, address = at("auditor1"), page("state_no_conflict", "bosa", unread.record.reference)
    assert browser.post(address, {}).status_code == 422

    shown = words(browser.post(address, {"free": "yes"}, follow=True))

    assert ASKED not in shown and "Officer" in shown


def test_saying_yes_is_stepping_aside_and_no_reading(at, page, words, unread, staff):
    address = page("state_no_conflict", "bosa", unread.record.reference)

    shown = words(at("auditor2").post(address, {"free": "no", "reason": "A cousin."}, follow=True))

    assert "You have stepped aside" in shown and unread.record.reference not in shown
    assert is_walled(staff.person("auditor2"), unread.record)
    events = AuditEvent.objects.filter(record=unread.record, actor=staff.person("auditor2"))
    assert set(events.values_list("event", flat=True)) == {"person:recused"}


def test_the_page_of_a_hidden_matter_is_missing(at, page, unread):
    assert at("ceo").get(page("state_no_conflict", "bosa", unread.record.reference)).status_code == 404
    assert at("auditor1").get(page("state_no_conflict", "bosa", "QQQQQQQQ")).status_code == 404
