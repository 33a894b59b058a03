"""The split: the row without the cookie, or the cookie without the row, opens nothing."""

import pytest

from conduct.vault import drafts


def test_what_was_sealed_opens_with_the_same_secret():
    secret = drafts.new_secret()

    assert drafts.open_draft(secret, drafts.seal_draft(secret, "何があったか")) == "何があったか"


def test_another_secret_opens_nothing():
    sealed = drafts.seal_draft(drafts.new_secret(), "a story")

    with pytest.raises(drafts.DraftClosed):
        drafts.open_draft(drafts.new_secret(), sealed)


def test_bytes_that_were_changed_open_nothing():
    secret = drafts.new_secret()
    sealed = bytearray(drafts.seal_draft(secret, "a story"))
    sealed[-1] ^= 1

    with pytest.raises(drafts.DraftClosed):
        drafts.open_draft(secret, bytes(sealed))


def test_the_place_tells_nothing_of_the_key():
    secret = drafts.new_secret()
    sealed = drafts.seal_draft(secret, "a story")

    with pytest.raises(drafts.DraftClosed):
        drafts.open_draft(drafts.place_of(secret).hex, sealed)


def test_a_short_text_and_a_shorter_one_look_alike():
    secret = drafts.new_secret()

    assert len(drafts.seal_draft(secret, "a")) == len(drafts.seal_draft(secret, "a" * 500))


def test_a_cookie_of_strange_signs_has_a_place_all_the_same():
    assert drafts.place_of("\udce9\x00 ß 漢字") != drafts.place_of("")
