"""What the statutory auditors see of lateness, and the reasoned decision about it."""

import pytest

from conduct.handoffs.models import Lateness
from conduct.records.models import Record

pytestmark = pytest.mark.django_db


def test_the_list_shows_that_and_when_and_never_the_text_or_a_way_into_the_matter(at, page, words, late):
    shown = words(at("auditor1").get(page("oversight"))).split("<main")[1]

    assert late.record.reference in shown and "Hand the matter on" in shown and "CEO" in shown
    assert page("record", "bosa", late.record.reference) not in shown
    assert at("auditor1").get(page("record", "bosa", late.record.reference)).status_code == 404
    assert "I saw it" not in shown and "Employee2" not in shown


def test_one_reasoned_click_opens_a_case_about_the_ceo(at, page, words, late):
    browser, own = at("auditor1"), page("decide_lateness", late.record.reference, "hand_on")
    assert "Open a case about the CEO" in words(browser.get(own))

    answer = browser.post(own, {"open_case": "yes", "reason": "It lay for a week."}, follow=True)

    assert "Only the Statutory Auditors can see it." in words(answer)
    derived = Lateness.objects.get(record=late.record, duty="hand_on").derived
    assert derived.body == "bosa"
    everything = words(browser.get(page("oversight"), {"open": "no"}))
    assert page("record", "bosa", derived.reference) in everything
    browser.post(page("state_no_conflict", "bosa", derived.reference), {"free": "yes"})
    told = words(browser.post(page("read_sealed", "bosa", derived.reference), {"what": "report"}))
    assert "It lay for a week." in told and late.record.reference in told
    assert "A case about the CEO" in words(browser.get(own))


def test_a_decision_without_a_case_is_kept_as_well(at, page, words, late):
    before = Record.objects.count()
    browser, own = at("auditor2"), page("decide_lateness", late.record.reference, "hand_on")

    browser.post(own, {"open_case": "no", "reason": "He was ill."})

    shown = words(browser.get(own))
    assert "No case" in shown and "Auditor2" in shown and "He was ill" not in shown
    assert Record.objects.count() == before


def test_reason_and_choice_are_asked_for(at, page, words, late):
    own = page("decide_lateness", late.record.reference, "hand_on")
    answer = at("auditor1").post(own, {"open_case": "", "reason": "I am not sure."})

    assert answer.status_code == 422 and "I am not sure." in words(answer)
    assert words(answer).count("Choose what follows from it") == 2


def test_a_colleague_who_decided_first_costs_nobody_the_words(at, page, words, late):
    own = page("decide_lateness", late.record.reference, "hand_on")
    at("auditor2").post(own, {"open_case": "no", "reason": "He was ill."})

    answer = at("auditor1").post(own, {"open_case": "yes", "reason": "It lay for a week."})

    assert answer.status_code == 409 and "It lay for a week." in words(answer)


def test_only_a_duty_of_the_ceos_can_lead_to_a_case(at, page, words, late):
    other = Lateness.objects.exclude(duty="hand_on").exclude(body="ceo").first()
    if other is None:
        Lateness.objects.filter(record=late.record, duty="hand_on").update(body="board")
        other = Lateness.objects.get(record=late.record, duty="hand_on")

    browser, own = at("auditor1"), page("decide_lateness", other.record.reference, other.duty)

    assert "Open a case about the CEO" not in words(browser.get(own))
    assert browser.post(own, {"open_case": "yes", "reason": "It lay."}).status_code == 422


def test_the_badge_of_oversight_counts_what_is_to_be_decided(at, page, words, late):
    browser = at("auditor1")
    waiting = Lateness.objects.filter(decided_at=None).count()
    assert f'Oversight <span class="count">{waiting}<' in words(browser.get(page("bosa")))
