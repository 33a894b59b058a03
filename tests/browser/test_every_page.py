"""Every page in both languages, in light and dark, narrow and wide: no violation, no noise, nothing from elsewhere."""

import re
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import translation
from pytest_django.live_server_helper import LiveServer

from tests.browser.house import told
from tests.browser.pages import PAGES
from tests.browser.walking import WRITTEN, Way
from tests.conftest import FULL
from tests.demo import demo_switched_on

LOOKS = [("light", 1280), ("dark", 390), ("light", 390), ("dark", 1280)]
NOT_LOOKED_AT = {
    "health": "for programs",
    "choose_language": "leads to the first page of a language",
    "desks:first": "leads to the first page of a desk",
    "account_logout": "by POST only",
    "preferences": "by POST only",
    "revoke_token": "by POST only",
    "contact:exit": "by POST only",
    "contact:ask_again": "by POST only, and its mistakes are told on the page of the number",
    "contact:how": "by POST only, and its mistakes are told on the page of the number",
    "contact:stay": "for the script that keeps a page open; it shows nothing",
    "send:switch": "by POST only",
    "send:keep": "by POST only",
    "desks:read_notices": "by POST only",
    "desks:save_view": "by POST only, and its mistakes are told on the queue",
    "desks:drop_view": "by POST only",
    "reference:": "whatever does not exist there",
    "reference:login": "leads to signing in",
    "reference:logout": "leads to signing in",
    "reference:jsi18n": "for scripts, and no page there has one",
    "reference:app_list": "shows the tables of one room, as the first page does",
    "reference:people_company_add": "companies come from a file",
    "reference:people_person_add": "people come from a file",
    "reference:people_company_change": "the same form as for a person",
    "reference:provisions_holiday_change": "the same form as for a new day",
    "reference:people_company_delete": "nothing is deleted there",
    "reference:people_person_delete": "nothing is deleted there",
    "reference:provisions_holiday_delete": "nothing is deleted there",
    "reference:people_company_history": "Django's own list of what was changed here",
    "reference:people_person_history": "Django's own list of what was changed here",
    "reference:provisions_holiday_history": "Django's own list of what was changed here",
}
NOT_PAGES = ("/api/",)  # for programs
TELLING = re.compile(r"report|accus|officer|director|auditor|CEO|通報|報告|監査|役員", re.IGNORECASE)


def looked_at():
    """Each page in both languages, theme and width in turn; in full, in every combination."""
    for number, page in enumerate(PAGES):
        for turn, language in enumerate(("en", "ja")):
            looks = LOOKS if FULL else [LOOKS[(number + turn) % 4]]
            for theme, width in looks:
                yield pytest.param(page, language, theme, width, id=f"{page.name}-{language}-{theme}-{width}")


@pytest.fixture(scope="module")
def transactional_db(django_db_setup, django_db_blocker):
    """As pytest-django has it for one test, for all of this file: what is told once stays until the end."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def house(chromium, transactional_db):
    with demo_switched_on():
        server = LiveServer("localhost")
        try:
            yield told(server.url, chromium())
        finally:
            server.stop()


@pytest.mark.parametrize(("page", "language", "theme", "width"), list(looked_at()))
def test_a_page_holds_together(house, page, language, theme, width):
    house.speaks(language)
    look = {"locale": language, "color_scheme": theme, "viewport": {"width": width, "height": 800}}
    tab = house.tab(page.who, {page.status}, **look)
    try:
        page.reach(Way(tab, language, house))
        assert what_is_wrong(tab, page, language) == []
    finally:
        tab.page.context.close()


def what_is_wrong(tab, page, language):
    """All at once, so that one run tells everything."""
    shown = tab.page
    title, words = shown.title(), shown.locator("html").get_attribute("lang")
    with translation.override(language):
        route = resolve(urlsplit(shown.url).path).view_name if page.at else ""
    wrong = {
        f"the page is {route or shown.url}": route != page.at,
        f"its language is {words}": words != language,
        f"{shown.locator('h1').count()} first headings": shown.locator("h1").count() != 1,
        f"the title {title!r}": not title.strip(" –") or (page.is_contact and is_telling(title)),
        f"only {tab.styled()} style sheets": tab.styled() <= 3,
    }
    faults = [words for words, is_so in wrong.items() if is_so]
    return faults + tab.violations() + tab.faults + [f"too wide at 320: {each}" for each in tab.too_wide()]


def is_telling(title):
    """A title stands in the browser's history, and on the screen for whoever walks by."""
    own = title.split("–")[0]
    return bool(TELLING.search(own)) or WRITTEN in title or re.search(r"\d{4}", title)


def routes(resolver, prefix="/", rooms=""):
    for entry in resolver.url_patterns:
        here = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inside = f"{rooms}{entry.namespace}:" if entry.namespace else rooms
            yield from routes(entry, here, inside)
        elif isinstance(entry, URLPattern):
            yield here, rooms + (entry.name or "")


def test_every_route_is_looked_at():
    with demo_switched_on():
        known = {name for path, name in routes(get_resolver()) if not path.startswith(NOT_PAGES)}
    listed = {page.at for page in PAGES} - {""}

    assert known - listed - NOT_LOOKED_AT.keys() == set()
    assert (listed | NOT_LOOKED_AT.keys()) - known == set()
