"""Who gets which page: the one, the way to the sign-in page, or the page that says nothing."""

import pytest

from conduct.handoffs.services import hand_on
from conduct.rules.vocabulary import Body

pytestmark = pytest.mark.django_db

PEOPLE = ("ceo", "director1", "secretary1", "auditor1", "controls", "manager1", "employee1")
EVERYBODY = set(PEOPLE)
BOARD = {"ceo", "director1", "secretary1"}
PAGES = {
    ("me",): EVERYBODY,
    ("own_reports",): EVERYBODY,
    ("to_pass_on",): EVERYBODY,
    ("notices",): EVERYBODY,
    ("account",): EVERYBODY,
    ("today",): {"ceo"},
    ("triage",): {"ceo"},
    ("cases",): {"ceo"},
    ("hand_ons", "desk"): {"ceo"},
    ("board",): BOARD,
    ("matters",): BOARD,
    ("hand_ons", "board"): BOARD,
    ("bosa",): {"auditor1"},
    ("bosa_cases",): {"auditor1"},
    ("hand_ons", "bosa"): {"auditor1"},
    ("oversight",): {"auditor1"},
    ("walls",): {"auditor1"},
    ("delegation",): {"ceo"},
    ("board_delegations",): BOARD,
    ("bosa_delegations",): {"auditor1"},
    ("erasures",): {"auditor1"},
    **{(page, "desk"): {"ceo"} for page in ("retention", "holds", "schedules")},
    **{(page, "board"): BOARD for page in ("retention", "holds", "schedules")},
    **{(page, "bosa"): {"auditor1"} for page in ("retention", "holds", "schedules")},
}
MATTERS = ("read_sealed", "take_case", "hand_on", "recuse", "add_note", "place_hold")


@pytest.fixture(autouse=True)
def _company(secretary):
    """The secretariat is there as well."""


@pytest.mark.parametrize("name", PEOPLE)
def test_a_desk_opens_to_whoever_holds_it_and_to_nobody_else(name, at, page):
    browser = at(name)

    opened = {route: browser.get(page(*route)).status_code == 200 for route in PAGES}

    assert opened == {route: name in allowed for route, allowed in PAGES.items()}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("ceo", "today"),
        ("director1", "board"),
        ("secretary1", "board"),
        ("auditor1", "bosa"),
        ("controls", "me"),
        ("employee1", "me"),
    ],
)
def test_signing_in_leads_to_the_first_desk_of_the_person(name, first, at, page):
    assert at(name).get(page("first")).url == page(first)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_matter_of_one_desk_is_not_there_for_any_other(name, at, page, taken, at_bosa):
    browser = at(name)
    shown = {
        desk: browser.get(page("record", desk, case.record.reference)).status_code == 200
        for case in (taken, at_bosa)
        for desk in ("me", "desk", "board", "bosa")
        if case.record.body == {"desk": "ceo"}.get(desk, desk) or case is taken
    }

    assert shown == {desk: (name, desk) in {("ceo", "desk"), ("auditor1", "bosa")} for desk in shown}


@pytest.mark.parametrize("route", MATTERS)
def test_no_act_on_a_matter_opens_to_another_desk(route, at, page, taken):
    for name in sorted(EVERYBODY - {"ceo"}):
        for method in ("get", "post"):
            assert getattr(at(name), method)(page(route, "desk", taken.record.reference)).status_code == 404


@pytest.mark.parametrize("route", [*PAGES, ("first",), ("record", "desk", "ABCDEFGH"), ("hand_on", "bosa", "ABCDEFGH")])
def test_a_stranger_is_sent_to_the_sign_in_page(route, client, page):
    answer = client.get(page(*route), secure=True)

    assert answer.status_code == 302 and answer.url.startswith("/w/sign-in/")


def test_a_person_with_two_desks_switches_and_never_sees_them_merged(at, page, words, taken):
    browser = at("ceo")

    assert "Acting as</span> CEO" in words(browser.get(page("triage")))
    board = words(browser.get(page("board")))
    assert "Acting as</span> Director" in board and taken.record.reference not in board
    assert "Acting as</span> Director" in words(browser.get(page("account")))


def test_the_secretariat_sees_the_list_and_no_text_reason_or_button(at, page, words, proposed, actor, now):
    hand_on(actor=actor("ceo"), case=proposed, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
    browser, reference = at("secretary1"), proposed.record.reference

    assert reference in words(browser.get(page("board")))
    shown = words(browser.get(page("record", "board", reference)))
    assert "sealed with the matter" in shown and "Read the report" not in shown and "Hand on</a>" not in shown
    assert browser.post(page("read_sealed", "board", reference), {"what": "report"}).status_code == 404
    assert browser.post(page("receive", "board", reference)).status_code == 404
