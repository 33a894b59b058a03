"""A browser at the desk: Chromium, with and without scripts, with and without the cache behind its Back button."""

import pytest

from tests.integration.conftest import code, staff

__all__ = ["code", "staff"]
SECRET = "zq-marker-of-the-story"


@pytest.fixture
def visit(chromium, live_server, transactional_db, staff):
    """visit(js=False): a fresh person at the desk."""
    contexts = []

    def begin(*, js=True, cache=False, **more):
        context = chromium(cache=cache).new_context(java_script_enabled=js, locale="en-GB", **more)
        contexts.append(context)
        return Person(context.new_page(), live_server.url.replace("127.0.0.1", "localhost"))

    yield begin
    for context in contexts:
        context.close()


class Person:
    """Presses and types. Whole cards are clickable, so the label is pressed, not the small circle."""

    def __init__(self, page, base):
        self.page, self.base = page, base
        self.requests = []
        page.on("request", lambda request: self.requests.append((request.url, request.all_headers())))

    def open(self, path):
        self.page.goto(self.base + path)

    def press(self, name):
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def choose(self, name, value):
        self.page.locator(f'input[name="{name}"][value="{value}"] + label').click()

    def until_check(self, *, channel="bosa_named"):
        self.open("/en/contact/")
        self.press("Start")
        self.choose("about", "officer")
        self.press("Continue")
        self.choose("channel", channel)
        self.press("Continue")
        self.page.locator("textarea").fill(SECRET)
        self.press("Continue")
        self.page.get_by_label("Who took part").fill(SECRET)

    def until_number(self, username="employee1"):
        self.until_check()
        for button in ("Continue", "Continue", "Continue to sign in"):
            self.press(button)
        self.page.locator('input[name="login"]').fill(username)
        self.page.locator('input[name="password"]').fill("demo")
        self.press("Sign in")
        self.press("Send")
        return self.page.locator("[data-number]").text_content()
