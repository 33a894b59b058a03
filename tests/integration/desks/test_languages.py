"""Every page in both languages: what is said in one is said in the other."""

import re
from datetime import timedelta

import pytest

from cases.services import keep_number
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.rules.vocabulary import Channel

pytestmark = pytest.mark.django_db
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
TITLE = re.compile("<title>(.*?)</title>", re.S)
HEADING = re.compile("<h1>(.*?)</h1>", re.S)


@pytest.fixture
def routes(proposed, late_elsewhere, with_supervisor, staff, actor, now):
    """Every page with something on it, by who opens it."""
    keep_number(actor=actor("employee1"), case=proposed, now=now)
    matter, other = proposed.record.reference, with_supervisor.record.reference
    acts = ("name_party", "people", "hand_on", "make_question", "add_note", "recuse")
    return {
        "ceo": [
            ("today",), ("triage",), ("cases",), ("hand_ons", "desk"),
            ("retention", "desk"), ("holds", "desk"), ("schedules", "desk"), ("account",), ("notices",),
            ("record", "desk", matter), *((act, "desk", matter) for act in acts),
        ],
        "director1": [("board",), ("matters",)],
        "auditor1": [
            ("bosa",), ("bosa_cases",), ("oversight",), ("determinations",), ("call_in", "bosa"), ("walls",),
            ("decide_lateness", late_elsewhere, "relay"),
        ],
        "controls": [("me",), ("answer_keeping", matter), ("notices",)],
        "manager1": [("to_pass_on",), ("pass_on_report", other)],
        "employee1": [("own_reports",), ("own_report", matter), ("me",)],
    }  # fmt: skip


@pytest.fixture
def late_elsewhere(filed, now):
    """A supervisor who did not pass a report on."""
    case = filed("employee2", channel=Channel.SUPERVISOR)
    after = now + timedelta(days=5)
    for deadline in list(Deadline.objects.due(after).filter(record=case.record, kind="relay").order_by("due_at")):
        pass_deadline(deadline.pk, now=after)
    return case.record.reference


def test_every_page_speaks_both_languages(routes, at, page, words, staff):
    for name, pages in routes.items():
        for route in pages:
            english, japanese = (said(name, route, language, at, page, words, staff) for language in ("en", "ja"))
            assert '<html lang="en"' in english and '<html lang="ja"' in japanese, route
            assert JAPANESE.search(HEADING.search(japanese)[1]) or route[0] in {"record", "answer_keeping"}, route
            assert not JAPANESE.search(HEADING.search(english)[1]), route
            assert "行動規範の窓口" in TITLE.search(japanese)[1] and "None" not in TITLE.search(japanese)[1], route


def said(name, route, language, at, page, words, staff):
    person = staff.person(name)
    person.language = language
    person.save()
    answer = at(name).get(page(*route))
    assert answer.status_code == 200, (name, route)
    return words(answer)


def test_the_language_switch_keeps_the_filters(at, page, words):
    browser = at("ceo")
    address = page("triage") + "?view=all&kind=question"
    assert f'name="next" value="{address.replace("&", "&amp;")}"' in words(browser.get(address))

    answer = browser.post("/w/preferences/", {"language": "ja", "next": address})

    assert answer.url == address and '<html lang="ja"' in words(browser.get(address))
