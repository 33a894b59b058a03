"""No cookie before Start, none after Exit; without a live visit every page is the same neutral one."""

from datetime import timedelta

import pytest
from django.db.models import F

from conduct.contact import doors
from conduct.contact.models import ContactSession
from conduct.contact.tasks import end_idle_visits
from tests.integration.contact.conftest import HERE, STORY, main, text

OPEN_PAGES = ["", "contact/", "contact/reply", "after", "who-sees/", "who-sees/rules/"]
DRAFT_PAGES = [f"contact/{page}" for page in (1, 2, 3, 4, 5, "check")]
ELSEWHERE = [
    {},
    {"origin": "https://evil.test"},
    {"origin": "null"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site", "origin": "https://testserver"},
    {"sec-fetch-site": "same-origin", "origin": "https://evil.test"},
]


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_a_page_that_anybody_may_read_sets_no_cookie(either, path):
    answer = either.get(path)

    assert answer.status_code == 200
    assert not answer.cookies


def test_start_gives_one_cookie_that_goes_to_this_site_alone(reporter):
    cookie = reporter.start().cookies[doors.COOKIE]

    assert cookie["httponly"] and cookie["secure"]
    assert (cookie["samesite"], cookie["path"], cookie["domain"], cookie["max-age"]) == ("Strict", "/", "", "")


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_another_site_can_start_nothing(reporter, headers):
    answer = reporter.post("contact/", {"kind": "report"}, headers=headers)

    assert answer.status_code == 403
    assert not ContactSession.objects.exists() and doors.COOKIE not in answer.cookies


@pytest.mark.parametrize("headers", [{"origin": "https://testserver"}, {"sec-fetch-site": "same-origin"}])
def test_one_word_of_the_browser_is_enough(reporter, headers):
    assert reporter.post("contact/", headers=headers).status_code == 303


def test_another_site_can_throw_nothing_away(reporter):
    reporter.start()
    reporter.post("contact/exit", headers={"origin": "https://evil.test"})

    assert ContactSession.objects.exists()


def test_the_staff_cookie_is_for_the_workspace_alone(reporter, staff, settings):
    answer = reporter.post("/w/sign-in/", {"login": "employee1", "password": "demo"})

    assert {cookie["path"] for name, cookie in answer.cookies.items() if name == settings.SESSION_COOKIE_NAME} == {
        "/w/"
    }


@pytest.mark.parametrize("path", [*DRAFT_PAGES, "contact/messages", "/w/send/", "/w/send/done/"])
def test_without_a_visit_every_page_leads_to_the_neutral_one(either, staff, path):
    if path.startswith("/w/"):
        either.sign_in(staff.person("employee1"))
    answer = either.get(path)

    assert answer.status_code == 303
    assert answer["Location"].endswith("/after")
    assert b"<input" not in answer.content


def test_a_visit_that_lay_idle_for_an_hour_is_gone(reporter):
    reporter.until_check()
    ContactSession.objects.update(used_at=F("used_at") - timedelta(minutes=61))

    assert [reporter.get(path)["Location"] for path in DRAFT_PAGES] == ["/en/after"] * len(DRAFT_PAGES)


def test_each_page_begins_the_hour_anew(reporter):
    reporter.start()
    ContactSession.objects.update(used_at=F("used_at") - timedelta(minutes=59))
    before = ContactSession.objects.get().used_at
    reporter.get("contact/1")

    assert ContactSession.objects.get().used_at > before + timedelta(minutes=58)


def test_staying_begins_it_anew_as_well_and_shows_nothing(either):
    either.start()
    ContactSession.objects.update(used_at=F("used_at") - timedelta(minutes=59))
    before = ContactSession.objects.get().used_at
    answer = either.get("contact/stay")

    assert (answer.status_code, answer.content) == (204, b"")
    assert ContactSession.objects.get().used_at > before + timedelta(minutes=58)


def test_nobody_stays_without_a_visit(either):
    assert either.get("contact/stay")["Location"] == f"/{either.language}/after"


def test_idle_visits_of_others_are_swept_when_somebody_starts(reporter, another):
    reporter.start()
    ContactSession.objects.update(used_at=F("used_at") - timedelta(minutes=61))
    another.start()

    assert ContactSession.objects.count() == 1


def test_idle_visits_are_swept_though_nobody_starts_another(reporter, another):
    for visitor in (reporter, another):
        visitor.start()
    idle = ContactSession.objects.order_by("used_at")[0].pk
    ContactSession.objects.filter(pk=idle).update(used_at=F("used_at") - timedelta(minutes=61))

    assert end_idle_visits() == 1
    assert ContactSession.objects.exclude(pk=idle).count() == ContactSession.objects.count() == 1


def test_starting_again_throws_the_first_draft_away(reporter):
    reporter.until_check()
    reporter.start()

    assert ContactSession.objects.count() == 1
    assert reporter.get("contact/check")["Location"] == "/en/contact/1"


@pytest.mark.parametrize("page", [1, 3, "check"])
def test_exit_leaves_neither_row_nor_cookie(either, page):
    either.until_check()
    either.get(f"contact/{page}")
    answer = either.post("contact/exit")

    assert (answer.status_code, answer["Location"]) == (303, f"/{either.language}/after")
    assert answer["Clear-Site-Data"] == '"cache"'
    assert (answer.cookies[doors.COOKIE].value, answer.cookies[doors.COOKIE]["max-age"]) == ("", 0)
    assert not ContactSession.objects.exists()


def test_exit_without_a_visit_leads_to_the_same_page(reporter):
    assert reporter.post("contact/exit")["Location"] == "/en/after"


def test_exit_is_for_posting_only(reporter):
    reporter.start()

    assert reporter.get("contact/exit").status_code == 405
    assert ContactSession.objects.exists()


def test_the_neutral_page_says_nothing_of_a_draft(reporter):
    reporter.until_check()
    reporter.post("contact/exit")
    page = reporter.get("after")

    assert STORY not in text(page) and "<form" not in text(page)
    assert main(page).startswith("Code of Conduct")


def test_a_cookie_that_opens_nothing_is_no_visit(reporter):
    reporter.client.cookies[doors.COOKIE] = "made-up"

    assert reporter.get("contact/1")["Location"] == "/en/after"


def test_a_row_opens_with_its_own_cookie_only(reporter, another):
    reporter.until_check()
    another.start()
    mine, theirs = ContactSession.objects.order_by("used_at")
    theirs.sealed = mine.sealed
    theirs.save()

    assert another.get("contact/check")["Location"] == "/en/after"


def test_the_row_holds_no_word_in_clear(reporter):
    reporter.until_check()

    assert STORY.encode() not in bytes(ContactSession.objects.get().sealed)


@pytest.mark.parametrize("page", [*OPEN_PAGES, "contact/1"])
def test_no_page_is_kept_anywhere(reporter, page):
    reporter.start()
    answer = reporter.get(page)

    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "same-origin"


def test_every_form_and_field_forbids_autocompletion(reporter, staff):
    reporter.until_send(staff.person("employee1"))
    reporter.get("contact/4")
    for page in [answer for answer in reporter.pages if answer.status_code == 200]:
        for control in text(page).split("<input")[1:] + text(page).split("<textarea")[1:]:
            tag = control.split(">")[0]
            assert 'type="hidden"' in tag or 'autocomplete="off"' in tag, tag


def test_no_two_visits_have_the_same_field_ids(reporter, another):
    reporter.start()
    another.start()
    first, second = (set(_ids(one.get("contact/1"))) for one in (reporter, another))

    assert first and not first & second


def _ids(answer):
    return [part.split('"')[0] for part in text(answer).split(' id="q')[1:]]


def test_the_pages_of_the_draft_want_a_token(reporter):
    reporter.start()
    reporter.client.handler.enforce_csrf_checks = True
    answer = reporter.client.post("/en/contact/1", {"about": "officer"}, secure=True, headers=HERE)

    assert answer.status_code == 403
