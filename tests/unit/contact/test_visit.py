"""What a visit remembers, and what it forgets."""

from conduct.contact.visit import Visit


def draft():
    answers = {"about": "officer", "channel": "ceo", "what": "a secret story", "people": ["1"], "on": "2026-11-20"}
    return Visit(nonce="abc", answers=answers)


def test_a_visit_comes_back_as_it_went():
    assert Visit.from_text(draft().to_text()) == draft()


def test_after_sending_no_word_of_the_draft_is_left():
    sent = draft().sent(number="1234 5678", record="some-record", sender="some-person")

    assert "secret" not in sent.to_text() and "2026" not in sent.to_text()
    assert sent.is_sent and not sent.is_draft


def test_a_number_that_was_entered_shows_no_number():
    looking = Visit(nonce="abc", record="some-record")

    assert not looking.is_draft and not looking.is_sent
