"""From the first page to the number, each way, in both languages; and what lies in the database then."""

import json

import pytest

from cases.models import Case, KeptNumber, Relay
from conduct.access.check import can
from conduct.access.models import Wall
from conduct.access.permissions import Permission
from conduct.contact.models import ContactSession
from conduct.notices.models import Notice
from conduct.rules.vocabulary import Body, Channel
from conduct.vault import vault
from conduct.vault.digits import read
from conduct.vault.models import SealedItem
from conduct.vault.receipts import find
from tests.integration.contact.conftest import STORY, Reporter, main, number_on

DESKS = {
    ("officer", "bosa_named"): Body.BOSA,
    ("officer", "ceo"): Body.BOSA,
    ("employee", "ceo"): Body.CEO,
    ("employee", "bosa_named"): Body.BOSA,
    ("employee", "supervisor"): Body.SUPERVISOR,
    ("unknown", "ceo"): Body.BOSA,
    ("several", "ceo"): Body.BOSA,
    ("ceo", "bosa_named"): Body.BOSA,
    ("statutory_auditor", "ceo"): Body.BOSA,
    ("director", "supervisor"): Body.SUPERVISOR,
}


@pytest.mark.parametrize(("about", "channel", "body"), [(*key, body) for key, body in DESKS.items()])
def test_it_comes_to_the_desk_that_the_rules_name(reporter, staff, about, channel, body):
    reporter.send(staff.person("employee1"), about=about, channel=channel)

    assert Case.objects.get().record.body == body


@pytest.mark.parametrize("channel", ["bosa_named", "ceo", "supervisor"])
def test_the_whole_way_ends_with_a_number_that_opens_the_status(either, staff, channel):
    page = either.send(staff.person("employee1"), channel=channel)
    number = number_on(page)
    answer = Reporter(either.language).post("contact/reply", {"number": number})

    assert find(read(number)) == Case.objects.get().record
    assert (answer.status_code, answer["Location"]) == (303, f"/{either.language}/contact/messages")


@pytest.mark.parametrize("channel", ["bosa_named", "ceo", "supervisor"])
def test_every_way_is_told_in_words(either, staff, channel):
    page = either.until_send(staff.person("employee1"), channel=channel)

    said = {
        "en": "Your name is sealed. Nobody can open it alone.",
        "ja": "名前には封をします。一人では誰も開けません。",
    }
    assert said[either.language] in main(page)


def test_accounts_go_to_the_statutory_auditors_whoever_it_is_about(reporter, staff):
    reporter.send(staff.person("employee1"), about="employee", channel="ceo", accounts="on")

    assert Case.objects.get().record.body == Body.BOSA


def test_the_words_lie_in_the_vault_by_question(reporter, staff, now):
    more = {"who": "Two of them", "still": "yes", "how": ["saw", "documents"], "on": "2026-11-02", "where": "Sales"}
    reporter.send(staff.person("employee1"), more=more)

    told = vault.open(staff.actor("auditor1"), Case.objects.get().told, now=now)
    said = {"what": STORY, "who": "Two of them", "where": "Sales", "still": "yes", "how": "saw, documents"}
    assert json.loads(told) == said


def test_the_identity_is_sealed_apart_and_no_row_leads_to_it(reporter, staff):
    employee = staff.person("employee1")
    reporter.send(employee)

    assert SealedItem.objects.filter(kind="identity").count() == 1
    assert not can(staff.actor("auditor1"), Permission.READ_IDENTITY, Case.objects.get().record)
    assert not KeptNumber.objects.exists()


def test_leaders_ticked_by_name_are_walled_off(reporter, staff):
    officer = staff.person("officer1")
    reporter.send(staff.person("employee1"), more={"people": [str(officer.pk)]})

    assert Wall.objects.get().person == officer


def test_a_statutory_auditor_named_cannot_see_it_while_the_others_can(reporter, staff):
    named = staff.person("auditor2")
    reporter.send(staff.person("employee1"), about="statutory_auditor", more={"people": [str(named.pk)]})

    record = Case.objects.get().record
    sees = [
        name for name in ("auditor1", "auditor2", "auditor3") if can(staff.actor(name), Permission.RECORD_VIEW, record)
    ]
    assert sees == ["auditor1", "auditor3"]


def test_whoever_is_the_ceo_is_walled_off_from_what_is_about_the_ceo(reporter, staff):
    reporter.send(staff.person("employee1"), about="ceo")

    assert Wall.objects.get().person == staff.person("ceo")
    assert not Notice.objects.filter(person=staff.person("ceo")).exists()


def test_naming_a_director_moves_a_report_about_an_employee_to_the_statutory_auditors(reporter, staff):
    director = staff.person("director1")
    reporter.send(staff.person("employee1"), about="employee", channel="ceo", more={"people": [str(director.pk)]})

    assert Case.objects.get().record.body == Body.BOSA


def test_a_supervisor_is_told_and_may_read_it(reporter, staff):
    page = reporter.until_send(staff.person("employee1"), about="employee", channel="supervisor")
    reporter.post("/w/send/")

    assert "Manager1 is told." in main(page)
    assert Relay.objects.get().supervisor == staff.person("manager1")
    assert can(staff.actor("manager1"), Permission.READ_SEALED, Case.objects.get().record)


def test_a_question_skips_who_it_is_about_and_goes_by_the_asker(either, staff):
    either.post("contact/", {"kind": "question"})
    either.answer(2, channel="ceo")
    either.answer(3, what="May I keep a calendar?")
    either.answer(5, reach="none")
    either.post("contact/check")
    either.sign_in(staff.person("employee1"))
    either.post("/w/send/")

    record = Case.objects.get().record
    assert (record.kind, record.body) == ("question", Body.CEO)


def test_a_question_of_an_officer_goes_to_the_statutory_auditors(reporter, staff):
    reporter.post("contact/", {"kind": "question"})
    reporter.answer(2, channel=Channel.BOSA_NAMED.value)
    reporter.answer(3, what="May I join that board?")
    reporter.answer(5)
    reporter.post("contact/check")
    reporter.sign_in(staff.person("officer1"))
    reporter.post("/w/send/")

    assert Case.objects.get().record.body == Body.BOSA
    assert not Wall.objects.exists()


def test_after_sending_nothing_of_the_draft_is_left(reporter, staff):
    reporter.send(staff.person("employee1"))

    assert ContactSession.objects.count() == 1
    assert reporter.get("contact/3")["Location"] == "/en/after"
    assert STORY not in " ".join(page.content.decode() for page in reporter.pages[-2:])
