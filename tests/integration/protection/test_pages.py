"""The pages of protection: the monthly question, what the statutory auditors look after, and what nobody else sees."""

import re

import pytest
from django.core.management import call_command
from django.utils import translation

from cases.models import Case
from conduct.notices.models import Notice
from conduct.people.actor import REPORTER
from conduct.protection.models import Alert, CheckIn, Probe, Retaliation, Watch
from conduct.protection.services import answer_check_in, tell_retaliation
from conduct.rules.vocabulary import PersonClass, Wellbeing
from tests.integration.contact.conftest import Reporter
from tests.integration.worlds.world import CHANGING, PAGES

ELEVEN_MONTHS = "2027-10-25"
HERS = "/w/me/check-in/"


@pytest.fixture
def asked(watched, months_pass):
    watched(PersonClass.EMPLOYEE)
    months_pass(31)
    return CheckIn.objects.get()


@pytest.mark.norm("N035")
@pytest.mark.django_db(transaction=True)
def test_the_own_page_asks_the_person_and_nobody_else(at, words, asked):
    assert "We have a short question for you." in words(at("employee1").get("/w/me/"))
    for name in ("employee2", "ceo", "auditor1", "manager1"):
        assert "We have a short question for you." not in words(at(name).get("/w/me/"))
        assert "There is no question for you." in words(at(name).get(HERS))

    answer = at("employee1").post(HERS, {"answer": "unsure", "words": "My desk was moved."})
    assert answer.status_code == 302
    asked.refresh_from_db()
    assert asked.answer == Wellbeing.UNSURE
    assert not Notice.objects.filter(person__username="employee1").exists()


def test_an_answer_that_was_not_chosen_is_asked_for_and_the_words_stay(at, words, asked):
    answer = at("employee1").post(HERS, {"words": "My desk was moved."})

    assert answer.status_code == 422
    assert "Choose one of the three answers" in words(answer) and "My desk was moved." in words(answer)


def test_whoever_is_not_asked_cannot_answer(at, asked):
    at("employee2").post(HERS, {"answer": "nothing"})
    asked.refresh_from_db()

    assert asked.answer is None


@pytest.mark.django_db(transaction=True)
def test_a_statutory_auditor_reads_the_answer_and_says_so(at, words, asked, moment):
    answer_check_in(
        actor=REPORTER, check_in=asked, answer=Wellbeing.SOMETHING, words="They took my keys.", now=moment.now
    )
    browser, page = at("auditor1"), f"/w/bosa/protection/check-ins/{asked.pk}/"
    assert "They took my keys." not in words(browser.get("/w/bosa/protection/")) + words(browser.get(page))
    assert "They took my keys." in words(browser.post(page, {"read": "yes"}))
    browser.post(page, {"seen": "yes"})
    asked.refresh_from_db()
    assert asked.seen_by.username == "auditor1"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("follows", ["yes", "no"])
def test_an_alert_is_read_and_decided(at, words, watched, personnel, follows):
    watched(PersonClass.EMPLOYEE)
    personnel("employee1,dismissal,2026-11-25")
    browser, page = at("auditor1"), f"/w/bosa/protection/alerts/{Alert.objects.get().pk}/"
    assert "Employee1" not in words(browser.get("/w/bosa/protection/")) + words(browser.get(page))
    shown = words(browser.post(page, {"read": "yes"}))
    assert "Employee1" in shown and "The law presumes it for reports since" in shown

    assert browser.post(page, {"open_case": follows, "reason": ""}).status_code == 422
    assert browser.post(page, {"open_case": follows, "reason": "Too near."}).status_code == 302
    assert Retaliation.objects.exists() is (follows == "yes")


@pytest.mark.norm("N036")
@pytest.mark.parametrize("name", ["ceo", "director1", "controls", "employee1", "officer1"])
def test_nobody_but_the_statutory_auditors_opens_these_pages(at, watched, personnel, name):
    watched(PersonClass.EMPLOYEE)
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")
    key = Alert.objects.get().pk

    for page in ("", f"alerts/{key}/", f"check-ins/{key}/"):
        assert at(name).get(f"/w/bosa/protection/{page}").status_code == 404


def test_a_statutory_auditor_whom_it_is_about_sees_nothing_of_it(at, words, watched, personnel):
    case = watched("auditor2")
    personnel(f"employee1,dismissal,{ELEVEN_MONTHS}")

    assert case.record.reference in words(at("auditor1").get("/w/bosa/protection/"))
    assert case.record.reference not in words(at("auditor2").get("/w/bosa/protection/"))
    assert at("auditor2").get(f"/w/bosa/protection/alerts/{Alert.objects.get().pk}/").status_code == 404


@pytest.mark.norm("N036")
def test_looking_for_a_name_at_a_desk_finds_nothing_and_is_seen(at, words, filed):
    filed(PersonClass.EMPLOYEE)
    shown = words(at("ceo").get("/w/desk/triage/?reference=Employee1"))

    assert Probe.objects.get().person.username == "ceo"
    assert Case.objects.get().record.reference not in shown
    assert "looked for a person by name".capitalize() in words(at("auditor1").get("/w/bosa/protection/"))


@pytest.mark.norm("N035")
@pytest.mark.parametrize(("agrees", "watches"), [({"watch": "on"}, 1), ({}, 0)])
def test_a_watch_begins_for_whoever_agrees_when_telling_us(staff, moment, agrees, watches):
    call_command("load_calendars")
    reporter = Reporter()
    reporter.start()
    reporter.answer(1, about="officer")
    reporter.answer(2, channel="bosa_named")
    reporter.answer(3, what="I saw it.")
    reporter.answer(4, skip="yes")
    reporter.answer(5, reach="none", **agrees)
    reporter.get("contact/check")
    reporter.post("contact/check")
    reporter.sign_in(staff.person("employee1")).get("/w/send/")
    reporter.post("/w/send/")

    assert Watch.objects.count() == watches


@pytest.mark.norm("N024")
def test_a_retaliation_case_about_the_ceo_leaves_his_pages_the_same_bytes(at, filed, account, staff, now):
    case = filed(PersonClass.EMPLOYEE)
    looks = [*PAGES, f"/w/desk/cases/{case.record.reference}/", f"/w/desk/cases/{case.record.reference}/?timeline=all"]

    def seen():
        with_line = [at("ceo").get(path) for path in looks]
        return [(each.status_code, masked(each.content)) for each in with_line]

    seen()
    before = seen_without_own_lines(seen)
    tell_retaliation(actor=REPORTER, source=case.record, account=account(person=staff.person("ceo")), now=now)
    assert Retaliation.objects.get().record.body == "bosa"

    assert seen_without_own_lines(seen) == before


def seen_without_own_lines(seen):
    from django.db import transaction  # noqa: PLC0415

    with transaction.atomic():
        found = seen()
        transaction.set_rollback(True)
    return found


def masked(content):
    return re.sub(rb"\s+", b" ", CHANGING.sub(rb"\1", content))


def test_the_question_speaks_both_languages_and_names_no_matter(at, words, asked, staff):
    browser = at("employee1")
    english = words(browser.get(HERS))
    staff.person("employee1").__class__.objects.filter(username="employee1").update(language="ja")
    with translation.override("ja"):
        japanese = words(browser.get(HERS))

    assert asked.watch.record.reference not in english + japanese
    assert "短い質問" in japanese
