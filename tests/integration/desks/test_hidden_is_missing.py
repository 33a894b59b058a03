"""What is hidden answers, byte for byte, as what does not exist."""

import pytest

from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.handoffs.services import recuse
from conduct.notices.models import Notice

pytestmark = pytest.mark.django_db
ROUTES = (
    "record",
    "read_sealed",
    "take_case",
    "hand_on",
    "determine_materiality",
    "name_party",
    "people",
    "recuse",
    "add_note",
    "close_case",
)


@pytest.mark.parametrize("route", ROUTES)
def test_a_refused_page_and_a_missing_page_are_the_same_bytes(route, at, page, at_bosa):
    browser = at("ceo")
    hidden, missing = (
        browser.get(page(route, "desk", reference)) for reference in (at_bosa.record.reference, "ZZZZZZZZ")
    )

    assert (hidden.status_code, hidden.content) == (missing.status_code, missing.content) == (404, missing.content)
    assert hidden.headers.items() == missing.headers.items()


@pytest.mark.parametrize("route", ["pass_on_report", "answer_keeping", "own_report"])
def test_one_persons_own_page_is_missing_for_another(route, at, page, with_supervisor, proposed):
    browser, missing = at("employee1"), "ZZZZZZZZ"

    for case in (with_supervisor, proposed):
        hidden = browser.get(page(route, case.record.reference))
        assert hidden.status_code == 404
        assert hidden.content == browser.get(page(route, missing)).content


def test_a_lateness_is_missing_for_whoever_does_not_oversee(at, page, late):
    for name in ("ceo", "director1", "controls"):
        browser = at(name)
        hidden = browser.get(page("decide_lateness", late.record.reference, "hand_on"))
        assert hidden.status_code == 404
        assert hidden.content == browser.get(page("decide_lateness", "ZZZZZZZZ", "hand_on")).content


@pytest.fixture
def walled(staff, taken, actor, now):
    """The CEO stepped aside, is a superuser, and the record lies at his own Board desk."""
    recuse(actor=actor("ceo"), case=taken, reason="", now=now)
    ceo = staff.person("ceo")
    ceo.is_superuser = ceo.is_staff = True
    ceo.save()
    return taken


def test_behind_the_wall_a_superuser_sees_nothing_in_list_search_count_or_page(at, page, words, walled, filed):
    browser, reference = at("ceo"), walled.record.reference

    for route in (
        ("triage",),
        ("cases",),
        ("board",),
        ("matters",),
        ("hand_ons", "desk"),
        ("retention", "desk"),
        ("holds", "desk"),
        ("today",),
        ("notices",),
    ):
        assert reference not in words(browser.get(page(*route)))
        sought, other = (words(browser.get(page(*route), {"reference": key})) for key in (reference, "ZZZZZZZZ"))
        assert sought.replace(reference, "ZZZZZZZZ") == other
    for desk in ("desk", "board", "me"):
        assert browser.get(page("record", desk, reference)).status_code == 404
    assert 'class="count"' not in words(browser.get(page("board")))
    assert reference in words(at("director1").get(page("board")))


def test_a_person_who_was_let_in_and_then_walled_off_sees_nothing(at, page, words, staff, taken, actor, now):
    helper = staff.person("employee1")
    for permission in (Permission.RECORD_VIEW, Permission.RECORD_WORK, Permission.READ_SEALED):
        grants.admit(helper, permission, taken.record, now=now)
    browser, reference = at("employee1"), taken.record.reference
    assert reference in words(browser.get(page("me")))
    assert browser.get(page("record", "me", reference)).status_code == 200

    recuse(actor=actor("employee1"), case=taken, reason="", now=now)

    assert reference not in words(browser.get(page("me")))
    assert browser.get(page("record", "me", reference)).content == browser.get(page("record", "me", "ZZZZZZZZ")).content


def test_a_notice_about_a_walled_record_disappears_with_its_count(at, page, words, staff, walled):
    assert Notice.objects.filter(person=staff.person("ceo"), record=walled.record).exists()
    shown = words(at("ceo").get(page("notices")))

    assert "No notices." in shown and 'class="count"' not in shown
