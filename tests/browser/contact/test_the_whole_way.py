"""The whole way in a browser: without scripts, by keyboard alone, and with nothing left behind."""

import pytest

from cases.models import Case
from tests.browser.contact.conftest import SECRET

EDGES = """() => {
    const bar = document.querySelector(".exit-bar"), here = document.activeElement;
    const above = bar.contains(here) || here.matches(".skip");
    return [here.getBoundingClientRect().bottom, bar.getBoundingClientRect().bottom, above];
}"""


@pytest.mark.parametrize("js", [True, False], ids=["script", "no-script"])
def test_from_start_to_status(visit, js):
    person = visit(js=js)
    number = person.until_number()
    person.page.get_by_role("textbox", name="Your number").fill(number.strip())
    person.press("Open")

    assert person.page.url.endswith("/en/contact/messages")
    assert person.page.get_by_role("heading", level=1).inner_text() == "Received"


def test_nothing_stays_in_addresses_titles_or_storage(visit):
    person = visit()
    number = person.until_number().strip()
    case = Case.objects.get()
    tools = person.page.context.new_cdp_session(person.page)
    history = tools.send("Page.getNavigationHistory")["entries"]
    stored = person.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")

    places = [stored, *(url + headers.get("referer", "") for url, headers in person.requests)]
    places += [entry["url"] + entry["title"] for entry in history]
    secrets = [SECRET, number, number[:4], case.record.reference, str(case.pk)]
    assert [(secret, place) for secret in secrets for place in places if secret in place] == []


def test_no_request_leaves_the_house_and_no_font_is_fetched(visit):
    person = visit()
    person.until_number()
    person.open("/en/who-sees/")

    assert [url for url, _headers in person.requests if not url.startswith(person.base)] == []
    assert [url for url, _headers in person.requests if url.endswith((".woff", ".woff2", ".ttf"))] == []


def test_the_keyboard_is_enough(visit):
    person = visit()
    page = person.page
    person.open("/en/contact/")
    reach(page, "Start")
    for keys in (["Space", "ArrowDown"], ["Space"]):
        into_the_group(page)
        for key in keys:
            page.keyboard.press(key)
        reach(page, "Continue")
    page.locator("textarea").focus()
    page.keyboard.type("I saw it.")
    reach(page, "Continue")
    reach(page, "Skip")
    reach(page, "Continue")
    reach(page, "Continue to sign in")

    assert "/w/sign-in/" in page.url


def test_the_exit_bar_never_hides_what_has_the_focus(visit):
    person = visit(viewport={"width": 390, "height": 700})
    person.until_check()
    for _press in range(25):
        person.page.keyboard.press("Tab")
        bottom, edge, inside = person.page.evaluate(EDGES)
        assert inside or bottom > edge


def reach(page, name):
    """Tab until the button has the focus, then press it."""
    for _press in range(60):
        if page.evaluate("document.activeElement.innerText?.trim()") == name:
            break
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def into_the_group(page):
    """Tab until a radio has the focus."""
    for _press in range(30):
        if page.evaluate("document.activeElement.type") == "radio":
            return
        page.keyboard.press("Tab")
    raise AssertionError("no radio can be reached")
