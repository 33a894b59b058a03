"""Finding words in the Code."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conduct.provisions.searching import LONGEST, cleaned, key_of, marked, pattern_of


def test_everything_that_was_sought_is_marked_and_the_rest_left_as_it_is():
    text = 'The "CEO" & the ceo.'

    assert marked(text, pattern_of("ceo")) == "The &quot;<mark>CEO</mark>&quot; &amp; the <mark>ceo</mark>."


def test_nothing_sought_marks_nothing():
    assert pattern_of("") is None
    assert marked("a < b", None) == "a &lt; b"


@given(st.text(alphabet="aB<>&'\" .*", max_size=40), st.text(alphabet="aB<&.*", min_size=1, max_size=3))
def test_marks_add_nothing_but_marks(text, query):
    assert unescape(re.sub("</?mark>", "", marked(text, pattern_of(query)))) == text


@pytest.mark.parametrize(
    ("typed", "query"),
    [("  a \n b ", "a b"), ("ｗａｉｖｅｒ", "waiver"), ("適用　除外", "適用 除外"), ("x" * 200, "x" * LONGEST)],
)
def test_what_was_typed_is_tidied(typed, query):
    assert cleaned(typed) == query


@pytest.mark.parametrize(
    ("typed", "key"),
    [("III ¶3", "III ¶3"), ("iii-3", "III ¶3"), ("iii ¶3(1)", "III ¶3(1)"), ("waiver", ""), ("III", "")],
)
def test_a_paragraph_may_be_named_instead_of_words(typed, key):
    assert key_of(typed) == key
