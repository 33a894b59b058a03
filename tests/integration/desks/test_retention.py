"""Keeping, holding and letting go, page by page: two people, words for everything, nothing about hidden records."""

import re
from datetime import timedelta

import pytest

from cases.services import answer_keeping, close_case, propose_keeping, take_case
from conduct.handoffs.services import recuse
from conduct.people.dated import span
from conduct.people.models import Appointment, Person, Supervision
from conduct.provisions.models import ReadingChange
from conduct.records.models import Record
from conduct.retention.models import Batch, Disposal, Erasure, Hold
from conduct.rules.vocabulary import Channel, PersonClass
from tests.integration.retention.conftest import sweep

pytestmark = pytest.mark.django_db
TEN = timedelta(days=3654)


@pytest.fixture
def closed_at_bosa(filed, actor, now):
    def make(about=PersonClass.OFFICER):
        case = take_case(actor=actor("auditor1"), case=filed(about, channel=Channel.BOSA_NAMED), now=now)
        return close_case(actor=actor("auditor1"), case=case, reason="Nothing in it.", now=now)

    return make


@pytest.fixture
def closed_at_ceo(taken, actor, now):
    propose_keeping(actor=actor("ceo"), case=taken, reason="Small.", now=now)
    answer_keeping(actor=actor("controls"), case=taken, confirmed=True, reason="Yes.", now=now)
    return close_case(actor=actor("ceo"), case=taken, reason="Settled.", now=now)


@pytest.fixture
def years_pass(moment):
    """years_pass(10): the clock stands that many years later, and what ended by then was announced in time."""

    def go(years=10):
        moment.later(days=366 * years)
        sweep(moment.now - timedelta(days=31), moment.now)

    return go


def proposed_by(browser, page, desk, *records):
    answer = browser.post(page("retention_preview", desk), {"row": [record.reference for record in records]})
    ready = re.search(r'name="references" value="([^"]*)"', answer.content.decode())
    sent = browser.post(page("retention_preview", desk), {"references": ready[1], "propose": "on"})
    assert sent.status_code == 302
    return Batch.objects.latest("proposed_at")


def test_from_the_list_over_the_preview_to_the_tombstone(at, page, words, closed_at_bosa, years_pass):
    record = closed_at_bosa().record
    years_pass()
    one, two = at("auditor1"), at("auditor2")

    listed = words(one.get(page("retention", "bosa")))
    assert record.reference in listed and "It can be proposed" in listed and "R05b" in listed
    previewed = words(one.post(page("retention_preview", "bosa"), {"row": record.reference}))
    assert "goes into the batch" in previewed and not Disposal.objects.exists()
    batch = proposed_by(one, page, "bosa", record)
    url = page("retention_batch", "bosa", batch.pk)
    assert "Confirm: destroy" not in words(one.get(url))
    one.post(url, {"confirm": "on"})
    assert Disposal.objects.get().confirmed_at is None
    assert "Confirm: destroy" in words(two.get(url))
    told = words(two.post(url, {"confirm": "on"}, follow=True))
    assert "Disposed of: 1" in told and "1 of 1" in told
    assert Record.objects.get(pk=record.pk).disposed_at
    stone = words(one.get(page("record", "bosa", record.reference)))
    assert "This is what stays of it" in stone and "Auditor1" in stone and "Auditor2" in stone
    assert "Read the report" not in stone and page("reopen_case", "bosa", record.reference) not in stone


def test_a_marked_row_stays_and_the_others_go(at, page, words, closed_at_bosa, years_pass):
    records = [closed_at_bosa().record for _ in range(3)]
    years_pass()
    batch = proposed_by(at("auditor1"), page, "bosa", *records)

    told = words(
        at("auditor3").post(
            page("retention_batch", "bosa", batch.pk), {"confirm": "on", "keep": records[0].reference}, follow=True
        )
    )

    assert "Disposed of: 2" in told and "Staying: 1" in told and "3 of 3" in told
    gone = {record.reference: Record.objects.get(pk=record.pk).disposed_at is not None for record in records}
    assert gone == {records[0].reference: False, records[1].reference: True, records[2].reference: True}


def test_more_than_two_hundred_go_in_steps_with_their_progress(
    at, page, words, monkeypatch, closed_at_bosa, years_pass
):
    from conduct.desks.views import retention  # noqa: PLC0415

    monkeypatch.setattr(retention, "AT_ONCE", 2)
    records = [closed_at_bosa().record for _ in range(3)]
    years_pass()
    batch = proposed_by(at("auditor1"), page, "bosa", *records)
    url = page("retention_batch", "bosa", batch.pk)

    told = words(at("auditor2").post(url, {"confirm": "on"}, follow=True))
    assert "2 of 3" in told and "Go on</button>" in told and "It goes with the next step" in told
    assert "3 of 3" in words(at("auditor1").post(url, follow=True))


def test_all_that_may_go_is_previewed_at_once_and_what_stays_says_why(at, page, words, closed_at_bosa, years_pass):
    held, other = closed_at_bosa().record, closed_at_bosa().record
    years_pass()
    at("auditor1").post(page("place_hold", "bosa", held.reference), {"reason": "A court."})

    both = words(at("auditor2").post(page("retention_preview", "bosa"), {"row": [held.reference, other.reference]}))
    assert "A legal hold lies on it" in both and "Propose (records: 1)" in both
    everything = words(at("auditor2").post(page("retention_preview", "bosa"), {"all": "on"}))
    assert other.reference in everything and held.reference not in everything


def test_postponing_is_one_press_in_the_list(at, page, words, closed_at_bosa, years_pass):
    record = closed_at_bosa().record
    years_pass()

    told = words(at("auditor2").post(page("retention", "bosa"), {"row": record.reference}, follow=True))

    assert "Postponed to" in told and "It can be proposed" not in told
    assert "Choose at least one record" in words(at("auditor2").post(page("retention", "bosa"), follow=True))


def test_a_walled_auditor_sees_no_row_no_batch_and_no_count(at, page, words, closed_at_bosa, years_pass, actor, now):
    seen, hidden = closed_at_bosa(), closed_at_bosa()
    recuse(actor=actor("auditor3"), case=hidden, reason="", now=now)
    years_pass()
    both = proposed_by(at("auditor1"), page, "bosa", seen.record, hidden.record)
    browser = at("auditor3")

    shown = words(browser.get(page("retention", "bosa")))
    listed = words(browser.get(page("retention_batch", "bosa", both.pk)))
    assert hidden.record.reference not in shown + listed and seen.record.reference in listed
    assert "Records: 1" in shown and "0 of 1" in listed
    browser.post(page("retention_batch", "bosa", both.pk), {"confirm": "on"})
    assert Disposal.objects.get(record=hidden.record).confirmed_at is None
    assert Disposal.objects.get(record=seen.record).confirmed_at is not None


def test_a_batch_of_another_desk_is_missing(at, page, closed_at_bosa, years_pass):
    record = closed_at_bosa().record
    years_pass()
    batch = proposed_by(at("auditor1"), page, "bosa", record)
    missing = page("retention_batch", "board", "00000000-0000-4000-8000-000000000000")

    for name, desk in (("ceo", "desk"), ("director1", "board"), ("ceo", "board")):
        hidden = at(name).get(page("retention_batch", desk, batch.pk))
        assert hidden.status_code == 404 == at(name).get(missing).status_code
        assert at(name).post(page("retention_preview", desk), {"row": record.reference}).status_code == 302


def test_the_ceo_proposes_and_an_auditor_answers_without_seeing_the_matter(at, page, words, closed_at_ceo, years_pass):
    record = closed_at_ceo.record
    years_pass(6)
    batch = proposed_by(at("ceo"), page, "desk", record)

    asked = words(at("auditor1").get(page("retention", "bosa")))
    assert "You are asked as second person" in asked and str(batch.pk) in asked
    assert str(batch.pk) not in words(at("auditor2").get(page("retention", "bosa")))
    assert at("auditor1").get(page("record", "bosa", record.reference)).status_code == 404
    told = words(at("auditor1").post(page("retention_batch", "bosa", batch.pk), {"confirm": "on"}, follow=True))
    assert Record.objects.get(pk=record.pk).disposed_at and "Disposed of: 1" in told


def test_a_hold_is_placed_shown_and_lifted_by_two(at, page, words, closed_at_bosa):
    record = closed_at_bosa().record
    one, two = at("auditor1"), at("auditor2")
    one.post(page("place_hold", "bosa", record.reference), {"reason": "A court asked."})
    hold = Hold.objects.get()
    url = page("hold", "bosa", hold.pk)

    shown = words(two.get(page("record", "bosa", record.reference)))
    assert "legal hold</span>" in shown and url in shown and "A court asked" not in shown
    assert words(one.post(url, {"reason": ""})).count("Write why") >= 1
    one.post(url, {"reason": "The court is done."})
    assert "It waits for a second person" in words(one.get(url)) and "Do you agree?" in words(two.get(url))
    assert "A legal hold to be lifted" in words(two.get(page("retention", "bosa")))
    one.post(url, {"agreed": "yes"})
    assert Hold.objects.lying().exists()
    two.post(url, {"agreed": "yes"})
    assert not Hold.objects.lying().exists()
    assert two.get(url).status_code == 404


def test_several_are_held_at_once_or_none_and_what_was_typed_stays(at, page, words, closed_at_bosa, closed_at_ceo):
    first, second = closed_at_bosa().record.reference, closed_at_bosa().record.reference
    theirs, url, browser = closed_at_ceo.record.reference, page("holds", "bosa"), at("auditor1")

    for wrong in (theirs, "QQQQQQQQ"):
        answer = browser.post(url, {"references": f"{first}, {wrong}", "reason": "A court."})
        told = words(answer)
        assert answer.status_code == 422 and "A court." in told and not Hold.objects.exists()
        assert f"can be held here: {wrong}. None was held" in told
    assert browser.post(url, {"references": f"{first.lower()}、\n{second}", "reason": "A court."}).status_code == 302
    assert Hold.objects.count() == 2 and words(browser.get(url)).count("nobody has asked") == 2


def test_a_change_of_a_schedule_is_previewed_with_the_old_and_the_new_date(
    at, page, words, closed_at_bosa, closed_at_ceo, moment, now
):
    closed_at_bosa()
    sweep(now)
    url = page("schedules", "desk")
    asked = {"key": "retention_report_japan_years", "years": "8", "preview": "on"}

    told = words(at("ceo").post(url, asked))
    assert closed_at_ceo.record.reference in told and told.count('class="reference"') == 1
    assert "2031" in told and "2034" in told
    assert "No finished matter" in words(at("auditor1").post(page("schedules", "bosa"), asked))
    low = at("ceo").post(url, {"key": "retention_accounting_complaint_years", "years": "3", "preview": "on"})
    assert low.status_code == 422 and "demands more years" in words(low)


def test_only_a_director_chooses_a_schedule_and_from_tomorrow_on(at, page, words, now):
    said = {
        "key": "retention_report_japan_years",
        "years": "8",
        "since": "2026-12-01",
        "why": "By resolution.",
        "adopt": "on",
    }

    assert at("auditor1").post(page("schedules", "bosa"), said).status_code == 404
    for change in ({"since": "2026-11-25"}, {"since": ""}, {"why": ""}, {"years": "x"}, {"key": "none"}):
        assert at("director1").post(page("schedules", "board"), said | change).status_code == 422
    assert not ReadingChange.objects.exists()
    assert at("director1").post(page("schedules", "board"), said).status_code == 302
    assert ReadingChange.objects.get().value == 8


def test_somebody_who_left_long_ago_is_erased_by_two_auditors(at, page, words, staff, moment, now):
    person = staff.person("left1")
    term = span(now.date().replace(year=2010), now.date().replace(year=2015))
    Appointment.objects.create(person=person, company=staff.issuer, office="employee", valid=term)
    url = page("erasures")

    told = words(at("auditor1").post(url, {"username": "left1"}, follow=True))
    assert "Another auditor has to agree" in told and "Left1" in told
    one = page("erasure", Erasure.objects.get().pk)
    assert at("auditor1").post(one, {"agreed": "yes"}).status_code == 422
    at("auditor2").post(one, {"agreed": "yes"})
    person.refresh_from_db()
    assert (person.name, person.email, person.is_active) == ("Erased person", "", False)
    for name in ("ceo", "director1", "employee1"):
        assert at(name).get(url).status_code == 404


def test_whoever_cannot_be_erased_is_refused_with_a_sentence(at, page, words, staff):
    url, browser = page("erasures"), at("auditor1")

    back = {"headers": {"referer": f"https://localhost{url}"}, "follow": True}
    assert "still holds a post" in words(browser.post(url, {"username": "employee1"}, **back))
    for name in ("nobody", "auditor1", ""):
        assert browser.post(url, {"username": name}).status_code == 422
    assert not Erasure.objects.exists()
    assert Person.objects.filter(name="Erased person").count() == 0 and Supervision.objects.exists()


@pytest.mark.parametrize("route", ["retention", "holds", "schedules"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_empty_room_says_so_in_both_languages(at, page, words, staff, route, language):
    Person.objects.filter(username="auditor1").update(language=language)
    answer = at("auditor1").get(page(route, "bosa"))

    assert answer.status_code == 200 and f'lang="{language}"' in words(answer)


def test_the_list_costs_the_same_for_many_rows(at, page, closed_at_bosa, years_pass, django_assert_max_num_queries):
    for _ in range(3):
        closed_at_bosa()
    years_pass()
    browser = at("auditor1")
    with django_assert_max_num_queries(60) as few:
        browser.get(page("retention", "bosa"))
    for _ in range(6):
        closed_at_bosa()
    years_pass(1)
    with django_assert_max_num_queries(60) as many:
        browser.get(page("retention", "bosa"))
    assert len(few) == len(many)
