"""A browser at the desk: Chromium, with and without scripts, with and without the cache behind its Back button."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.integration.conftest import _vault_key, code, django_db_setup, staff

__all__ = ["_vault_key", "code", "django_db_setup", "staff"]
QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SECRET = "zq-marker-of-the-story"


@pytest.fixture(scope="session")
def chromium():
    """chromium(): a browser; chromium(cache=True): one that keeps pages for Back and Forward, as people's do."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Chromium is needed for these tests: install it, or name it in CHROMIUM"
    args = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        browsers = {}

        def launched(*, cache=False):
            if cache not in browsers:
                left_out = ["--disable-back-forward-cache"] if cache else None
                browsers[cache] = playwright.chromium.launch(
                    executable_path=path, args=args, ignore_default_args=left_out
                )
            return browsers[cache]

        yield launched
        for browser in browsers.values():
            browser.close()


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
