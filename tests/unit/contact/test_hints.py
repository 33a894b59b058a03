"""What in a text could tell who wrote it."""

import pytest

from conduct.contact.hints import Clue, traces

TELLING = [
    ("Write to t.sato@example.test please", Clue.MAIL, "t.sato@example.test"),
    ("連絡先はt.sato@example.testです", Clue.MAIL, "t.sato@example.test"),
    ("Call me on 090-1234-5678.", Clue.PHONE, "090-1234-5678"),
    ("電話は０９０－１２３４－５６７８です", Clue.PHONE, "090-1234-5678"),
    ("or 0312345678", Clue.PHONE, "0312345678"),
    ("My employee number is not 12345", None, None),
    ("My employee no. 12345", Clue.STAFF_NUMBER, "employee no. 12345"),
    ("社員番号はA-1234です", Clue.STAFF_NUMBER, "社員番号はA-1234"),
    ("I am the only woman there", Clue.ONLY_ONE, "I am the only woman there"),
    ("知っているのは私だけです", Clue.ONLY_ONE, "私だけです"),
]
HARMLESS = [
    "He signed two orders on 2026-11-25 for 1,200,000 yen.",
    "It began in 2024 and has gone on since.",
    "領収書は3枚あり、合計は1200000円です。",
    "The only thing missing is the receipt.",
    "",
]


@pytest.mark.parametrize(("text", "clue", "words"), TELLING)
def test_a_telling_piece_is_found(text, clue, words):
    assert [(trace.clue, trace.words) for trace in traces(text)] == ([(clue, words)] if clue else [])


@pytest.mark.parametrize("text", HARMLESS)
def test_dates_and_sums_are_left_alone(text):
    assert traces(text) == []


def test_at_most_three_are_named_each_once():
    text = "a@example.test b@example.test c@example.test d@example.test a@example.test"

    assert [trace.words for trace in traces(text)] == ["a@example.test", "b@example.test", "c@example.test"]
