"""Every mistake is told at the top and at the field, nothing typed is lost, and only three answers are needed."""

import re
from html import unescape

import pytest

from tests.integration.contact.conftest import STORY, main, text, title

MISSING = {
    1: ("Choose who it is about, or “I don't know”", "誰に関することかを選んでください。「わからない」も選べます"),
    2: ("Choose how to send it", "送り方を選んでください"),
    3: ("Write what happened. A few words are enough", "何があったかを書いてください。短くてもかまいません"),
}


def walk_to(reporter, page):
    reporter.start()
    for number, answers in ((1, {"about": "officer"}), (2, {"channel": "bosa_named"}), (3, {"what": STORY})):
        if number < page:
            reporter.answer(number, **answers)
    return reporter


@pytest.mark.parametrize("page", [1, 2, 3])
def test_an_empty_needed_page_is_answered_with_the_mistake(either, page):
    answer = walk_to(either, page).post(f"contact/{page}")

    words = MISSING[page][either.language == "ja"]
    assert answer.status_code == 422
    assert unescape(text(answer)).count(words) == 2
    assert title(answer).startswith(("Error:", "エラー："))


@pytest.mark.parametrize("page", [1, 2, 3])
def test_the_summary_leads_to_the_field(reporter, page):
    answer = text(walk_to(reporter, page).post(f"contact/{page}"))

    target = re.search(r'error-summary.*?href="#([^"]+)"', answer, re.S)[1]
    assert f'id="{target}"' in answer


@pytest.mark.parametrize("page", [4, 5])
def test_the_other_pages_need_no_answer(either, page):
    assert walk_to(either, page).post(f"contact/{page}").status_code == 303


def test_a_day_that_has_not_come_is_told_and_the_rest_is_kept(reporter):
    answer = walk_to(reporter, 4).post("contact/4", {"on": "2999-01-01", "who": "Two people"})

    assert answer.status_code == 422
    assert "This day has not come yet" in text(answer) and 'value="Two people"' in text(answer)


def test_a_day_that_cannot_be_read_is_told(either):
    answer = walk_to(either, 4).post("contact/4", {"on": "last spring"})

    assert answer.status_code == 422 and "2026-11-25" in text(answer)


def test_a_text_that_is_too_long_is_told_and_kept(reporter):
    answer = walk_to(reporter, 3).post("contact/3", {"what": "あ" * 10_001})

    assert answer.status_code == 422
    assert "10000 characters fit" in text(answer) and "あ" * 10_001 in text(answer)


def test_by_phone_needs_a_phone_number(reporter):
    answer = walk_to(reporter, 5).post("contact/5", {"reach": "phone"})

    assert answer.status_code == 422 and "Write the phone number, or choose another way" in text(answer)


def test_a_way_that_is_not_offered_is_a_mistake(reporter):
    assert walk_to(reporter, 2).post("contact/2", {"channel": "anonymous"}).status_code == 422


def test_somebody_who_is_no_leader_cannot_be_kept_out(reporter, staff):
    answer = walk_to(reporter, 4).post("contact/4", {"people": [str(staff.person("employee2").pk)]})

    assert answer.status_code == 422


def test_skip_leaves_a_page_without_keeping_anything(reporter):
    answer = walk_to(reporter, 4).post("contact/4", {"who": "Two people", "skip": "yes"})

    assert answer["Location"] == "/en/contact/5"
    assert "Two people" not in text(reporter.get("contact/4"))


def test_nobody_jumps_over_a_needed_answer(reporter):
    walk_to(reporter, 2)

    assert reporter.get("contact/3")["Location"] == "/en/contact/2"
    assert reporter.get("contact/check")["Location"] == "/en/contact/2"


def test_going_back_shows_what_was_answered(reporter):
    walk_to(reporter, 4)

    assert STORY.replace("'", "&#x27;") in text(reporter.get("contact/3"))
    assert re.search(r'value="officer"[^>]*checked', text(reporter.get("contact/1")))


def test_a_change_from_the_check_page_leads_back_to_it(reporter):
    reporter.until_check()

    assert reporter.answer(3, what="Something else.")["Location"] == "/en/contact/check"
    assert "Something else." in main(reporter.get("contact/check"))


def test_a_change_that_closes_the_chosen_way_asks_for_another(reporter):
    reporter.until_check(channel="ceo")

    assert reporter.answer(1, about="ceo")["Location"] == "/en/contact/2"
    assert "Reports about the CEO do not go to the CEO." in main(reporter.get("contact/2"))


def test_ticking_the_ceo_by_name_closes_the_way_to_the_ceo(reporter, staff):
    walk_to(reporter, 4)
    reporter.answer(2, channel="ceo")
    answer = reporter.answer(4, people=[str(staff.person("ceo").pk)])

    assert answer["Location"] == "/en/contact/2"
    assert 'value="ceo"' not in text(reporter.get("contact/2"))


def test_the_other_language_keeps_the_draft(reporter):
    reporter.until_check()
    reporter.language = "ja"

    assert STORY in main(reporter.get("contact/check"))
    assert 'hreflang="en"' in text(reporter.get("contact/3"))


def test_the_last_pages_speak_the_language_of_the_draft(either, staff):
    person = staff.person("employee1")
    person.language = "en" if either.language == "ja" else "ja"
    person.save()
    page = either.until_send(person)

    assert f'<html lang="{either.language}"' in text(page)


def test_a_hint_names_what_could_give_the_sender_away_and_stops_nothing(reporter):
    page = reporter.until_check(what="Call me: 090-1234-5678, I am the only nurse.")

    assert "“090-1234-5678” looks like a phone number." in main(page)
    assert reporter.post("contact/check")["Location"] == "/w/send/"


def test_no_hint_where_nothing_tells(reporter):
    assert "Could this tell who you are?" not in main(reporter.until_check())


def test_what_is_typed_is_escaped(reporter):
    page = reporter.until_check(what="<script>alert(1)</script>")

    assert "<script>alert(1)" not in text(page)
