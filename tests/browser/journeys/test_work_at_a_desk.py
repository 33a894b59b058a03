"""Handing on in three clicks, keeping with a second person, passing on as a supervisor, each to its end."""

import pytest

from cases.services import take_case
from conduct.audit.events import Event
from conduct.rules.criteria import BY_KEY
from conduct.rules.vocabulary import Channel, PersonClass

REASON = "Several customers rely on it."


def words_of(way, path):
    way.open(path)
    return way.words()


@pytest.mark.parametrize("js", [True, False], ids=["script", "no-script"])
def test_a_matter_is_handed_on_in_three_clicks_and_received(enter, filed, js):
    case = filed(PersonClass.EMPLOYEE)
    reference = case.record.reference
    ceo = enter("ceo", js=js, expected={404})
    ceo.open("/w/desk/triage/")
    ceo.presses = 0

    ceo.press(f'a.reference:text-is("{reference}")')
    ceo.press(f'a[href$="/{reference}/hand-on/"]')
    assert ceo.typed("paragraph") == "III ¶1"
    assert ceo.page.locator('[name="body"][value="board"]').is_checked()
    ceo.type("reason", REASON)
    ceo.go_on()

    assert ceo.presses == 3
    assert ceo.path == "/w/desk/hand-ons/"
    assert "not received yet" in ceo.words() and "III ¶1" in ceo.words()
    assert ceo.open(f"/w/desk/cases/{reference}/").status == 404

    board = enter("director1", js=js)
    assert reference in words_of(board, "/w/board/?view=to_receive")
    board.press(f'a.reference:text-is("{reference}")')
    board.press(f'form[action$="/{reference}/receive/"] button')
    assert "Received. Whoever handed it on" in board.words()

    row = ceo.page.locator("tbody tr", has_text=reference)
    ceo.open("/w/desk/hand-ons/")
    assert "received" in row.inner_text() and "not received" not in row.inner_text()
    told = list(case.record.events.order_by("id").values_list("event", flat=True))
    links = (Event.REPORT_FILED, Event.RECORD_HANDED_ON, Event.RECORD_RECEIVED)
    assert [event for event in told if event in links] == list(links)


def test_keeping_takes_effect_when_the_second_person_confirms(enter, filed, actor, now):
    case = filed(PersonClass.EMPLOYEE)
    take_case(actor=actor("ceo"), case=case, now=now)
    matter = f"/w/desk/cases/{case.record.reference}/"
    ceo = enter("ceo")
    ceo.open(f"{matter}materiality/")
    for key in BY_KEY:
        ceo.choose(f"q_{key}", "no")
    ceo.choose("outcome", "non_material")
    ceo.type("reason", "Once, and small.")
    ceo.go_on()
    assert "second person: Controls" in ceo.words()
    ceo.go_on()
    assert ceo.page.locator(f'[action="{matter}investigate/"]').count() == 0

    second = enter("controls")
    second.open("/w/me/")
    second.press("main .tasks a")
    second.press_button("read", "both")
    assert "Once, and small." in second.words() and "I saw it." in second.words()
    second.choose("confirmed", "yes")
    second.type("reason", "It happened once.")
    second.press("main form:has([name=confirmed]) .actions button")

    assert "Nothing is asked of you." in second.words()
    ceo.open(matter)
    assert ceo.page.locator(f'[action="{matter}investigate/"]').count() == 1
    case.record.refresh_from_db()
    assert not case.record.provisional


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_supervisor_passes_a_report_on_and_sees_no_more_of_it(enter, filed, language):
    reference = filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR).record.reference
    manager = enter("manager1", language=language, expected={404})
    manager.open("/w/me/")
    manager.press("main .tasks a")
    manager.press_button("read", "report")
    assert "I saw it." in manager.words()
    manager.press_button("pass_on", "now")

    assert manager.path == "/w/me/pass-on/"
    assert reference not in manager.words()
    assert manager.open(f"/w/me/pass-on/{reference}/").status == 404
    assert reference in words_of(enter("ceo", language=language), "/w/desk/triage/")
