"""How a paragraph is addressed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conduct.provisions.keys import parts_of, parts_of_slug, slug_of, whole_of


@pytest.mark.parametrize(
    ("key", "slug", "whole"),
    [
        ("III ¶3(1)", "iii-3-1", "III ¶3"),
        ("III ¶3", "iii-3", "III ¶3"),
        ("XIII ¶2", "xiii-2", "XIII ¶2"),
        ("V ¶2(6)", "v-2-6", "V ¶2"),
    ],
)
def test_a_key_and_its_address_belong_together(key, slug, whole):
    assert slug_of(key) == slug
    assert parts_of_slug(slug).key == key
    assert whole_of(key) == whole


@pytest.mark.parametrize("text", ["", "III", "III ¶", "III ¶0", "III ¶3()", "3 ¶3", "iii ¶3", "III ¶3(1)x"])
def test_what_is_no_key_has_no_address(text):
    assert parts_of(text) is None
    assert slug_of(text) == ""
    assert whole_of(text) == text


@given(st.text())
def test_any_text_is_an_address_or_none(text):
    parts = parts_of_slug(text)

    assert parts is None or parts.slug == text
