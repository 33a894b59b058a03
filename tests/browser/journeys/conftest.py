"""People of a small company in browsers of their own; whoever's browser heard something wrong fails the test."""

import pytest

from conduct import clock
from conduct.people.models import Person
from tests.browser.walking import Way
from tests.browser.watching import Watched
from tests.integration import conftest as integration
from tests.integration.conftest import actor, code, filed

__all__ = ["actor", "code", "filed"]


@pytest.fixture
def now(transactional_db):
    """Browsers live in the present."""
    return clock.now()


@pytest.fixture
def staff(code):
    return integration.Staff()


@pytest.fixture
def enter(chromium, live_server, staff):
    """enter("ceo"): signed in through the real page; enter(): somebody whom nobody knows."""
    tabs = []

    def begin(who="", *, language="en", js=True, expected=(), keys=False):
        context = chromium().new_context(java_script_enabled=js, locale=language)
        tab = Watched(context.new_page(), live_server.url.replace("127.0.0.1", "localhost"), expected)
        tabs.append(tab)
        way = Way(tab, language)
        if who:
            Person.objects.filter(pk=staff.person(who).pk).update(language=language, keys=keys)
            way.open("/w/sign-in/")
            way.sign_in(who)
        return way

    yield begin
    for tab in tabs:
        tab.page.context.close()
    assert [fault for tab in tabs for fault in tab.faults] == []
