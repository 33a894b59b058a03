"""From the queue to the other body: open, Hand on, confirm. With the reason and the paragraph of the rule."""

import re

import pytest

from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.rules.vocabulary import Channel, PersonClass

pytestmark = pytest.mark.django_db


def chosen(field, text):
    """What a group of radios or a list of choices has preselected."""
    return re.search(rf'name="{field}"[^>]*value="(\w+)"[^>]*checked', text).group(1)


def test_three_clicks_from_the_queue(at, page, words, taken):
    browser = at("ceo")
    reference = taken.record.reference

    opened = words(browser.get(page("record", "desk", reference)))
    assert f'href="{page("hand_on", "desk", reference)}"' in opened
    form = words(browser.get(page("hand_on", "desk", reference)))
    assert chosen("body", form) == "board" and '<option value="III ¶1" selected>' in form
    sent = browser.post(
        page("hand_on", "desk", reference), {"body": "board", "paragraph": "III ¶1", "reason": "It is theirs."}
    )

    assert sent.status_code == 302 and sent.url == page("hand_ons", "desk")
    assert browser.get(page("record", "desk", reference)).status_code == 404
    shown = words(browser.get(page("hand_ons", "desk")))
    assert reference in shown and "not received yet" in shown and f"/{reference}/" not in shown


def test_the_other_body_receives_it_and_the_sender_sees_only_that(at, page, words, taken):
    ceo, director, reference = at("ceo"), at("director1"), taken.record.reference
    asked = {"body": "board", "paragraph": "III ¶1", "reason": "It is theirs."}
    ceo.post(page("hand_on", "desk", reference), asked)

    assert "Please receive it" in words(director.get(page("board")))
    director.post(page("receive", "board", reference))

    assert "received</span>" in words(ceo.get(page("hand_ons", "desk")))
    events = list(timeline(taken.record, Domain).values_list("event", flat=True))
    assert [event for event in events if event in {"record:taken", "record:handed_on", "record:received"}] == [
        "record:taken",
        "record:handed_on",
        "record:received",
    ]


@pytest.mark.parametrize(
    ("about", "bodies"), [(PersonClass.EMPLOYEE, ["board", "ceo"]), (PersonClass.OFFICER, ["board"])]
)
def test_the_body_that_the_rules_name_is_preselected_and_never_the_ceo_beyond_his_field(
    at, page, words, filed, about, bodies
):
    reference = filed(about, channel=Channel.BOSA_NAMED).record.reference
    form = words(at("auditor1").get(page("hand_on", "bosa", reference)))

    assert chosen("body", form) == "board"
    assert [body for body in ("board", "ceo") if f'value="{body}"' in form] == bodies


def test_what_comes_back_says_so_and_brings_its_reason(at, page, words, taken):
    ceo, director, reference = at("ceo"), at("director1"), taken.record.reference
    ceo.post(page("hand_on", "desk", reference), {"body": "board", "paragraph": "III ¶1", "reason": "It is theirs."})
    director.post(page("return_record", "board", reference), {"reason": "Assess it first."})

    assert director.get(page("record", "board", reference)).status_code == 404
    assert "It came back to you." in words(ceo.get(page("triage"), {"view": "all"}))
    read = words(ceo.post(page("read_sealed", "desk", reference), {"what": "notes"}))
    assert "Assess it first." in read and "It is theirs." in read
