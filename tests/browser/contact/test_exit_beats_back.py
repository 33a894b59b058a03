"""After “Exit this page” neither Back nor Forward brings a word of the draft, whatever the browser kept."""

import pytest
from django.conf import settings

from conduct.contact import doors
from conduct.contact.models import ContactSession
from tests.browser.contact.conftest import SECRET


@pytest.fixture(params=[False, True], ids=["fresh", "kept-pages"])
def cache(request):
    return request.param


@pytest.mark.parametrize("js", [True, False], ids=["script", "no-script"])
def test_exit_beats_back(visit, js, cache):
    person = visit(js=js, cache=cache)
    person.open("/en/who-sees/")
    person.until_check()  # the marker is typed on two pages, on the last of them unsent
    person.press("Exit this page")
    person.page.wait_for_url("**/en/after")

    for step in [-1] * 6 + [1] * 6:
        walk(person.page, step, js=js)
        assert SECRET not in person.page.content()
        controls = person.page.locator("input:not([type=hidden]), textarea").all()
        assert [control for control in controls if SECRET in (control.input_value() or "")] == []
    assert not ContactSession.objects.exists()
    assert [cookie for cookie in person.page.context.cookies() if cookie["name"] == doors.COOKIE] == []


def walk(page, step, *, js):
    """Back or forward by one. Without scripts only the developer tools can press the button."""
    if js:
        page.evaluate("step => { setTimeout(() => history.go(step), 0) }", step)
    else:
        tools = page.context.new_cdp_session(page)
        history = tools.send("Page.getNavigationHistory")
        wanted = history["currentIndex"] + step
        if 0 <= wanted < len(history["entries"]):
            tools.send("Page.navigateToHistoryEntry", {"entryId": history["entries"][wanted]["id"]})
        tools.detach()
    page.wait_for_timeout(700)  # a page out of the cache loads nothing that could be waited for


def test_three_presses_of_shift_leave_as_well(visit):
    person = visit()
    person.until_check()
    for _press in range(3):
        person.page.keyboard.press("Shift")
    person.page.wait_for_url("**/en/after")

    assert not ContactSession.objects.exists()


def test_five_minutes_before_the_end_one_press_keeps_the_page(visit):
    person = visit()
    person.page.clock.install()
    person.until_check()
    person.page.clock.run_for("55:10")
    warned = person.page.locator("[data-stay]").is_visible()
    with person.page.expect_response(lambda answer: answer.request.method == "HEAD"):
        person.press("Keep going")
    person.page.wait_for_function("document.querySelector('[data-stay]').hidden")
    person.page.clock.run_for("54:00")

    assert warned and not person.page.locator("[data-stay]").is_visible()
    assert person.page.get_by_label("Who took part").input_value() == SECRET


CALL = "path => fetch(path, {method: 'HEAD'}).then(answer => answer.status, () => 'refused')"


def test_a_script_may_call_nothing_but_exit_and_stay(visit):
    person = visit()
    person.until_check()
    called = {path: person.page.evaluate(CALL, path) for path in ("/en/contact/stay", "/en/contact/check", "/en/code/")}

    assert called == {"/en/contact/stay": 204, "/en/contact/check": "refused", "/en/code/": "refused"}


def test_the_staff_cookie_never_reaches_the_desk(visit):
    person = visit()
    person.open("/w/sign-in/")
    person.page.locator('input[name="login"]').fill("employee1")
    person.page.locator('input[name="password"]').fill("demo")
    person.press("Sign in")
    person.requests.clear()
    person.until_check()

    assert len(person.requests) > 5
    assert [url for url, headers in person.requests if settings.SESSION_COOKIE_NAME in headers.get("cookie", "")] == []
