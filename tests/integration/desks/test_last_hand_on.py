"""The strip on a matter says how it came where it is."""

import re

import pytest

from conduct.handoffs.services import hand_on, receive, return_record
from conduct.people.models import Person
from conduct.rules.vocabulary import Body

pytestmark = pytest.mark.django_db
REASON = {"reason": "It is theirs."}


@pytest.fixture
def strip(at, page, words):
    """strip("ceo", "desk", case): the facts of the strip, as text by name."""

    def read(name, desk, case):
        shown = words(at(name).get(page("record", desk, case.record.reference)))
        inner = re.search(r'<dl class="strip.*?</dl>', shown, re.S)[0]
        facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", inner, re.S)
        return {name: " ".join(re.sub(r"<[^>]+>", " ", value).split()) for name, value in facts}

    return read


def test_a_matter_that_was_never_handed_on(strip, taken):
    assert strip("ceo", "desk", taken)["Last hand-on"] == "none"


def test_on_its_way_received_and_sent_back(strip, taken, actor, now):
    hand_on(actor=actor("ceo"), case=taken, body=Body.BOARD, paragraph="III ¶1", now=now, **REASON)
    arriving = strip("director1", "board", taken)["Last hand-on"]
    return_record(actor=actor("director1"), case=taken, now=now, **REASON)
    back = strip("ceo", "desk", taken)["Last hand-on"]
    hand_on(actor=actor("ceo"), case=taken, body=Body.BOARD, paragraph="III ¶1", now=now, **REASON)
    receive(actor=actor("director1"), case=taken, now=now)
    received = strip("director1", "board", taken)["Last hand-on"]

    assert received == "Chief Executive Officer to Board of Directors, 25 Nov 2026"
    assert arriving == f"{received} not received yet"
    assert back == f"{received} sent back"


def test_in_japanese(strip, taken, actor, now):
    Person.objects.update(language="ja")
    hand_on(actor=actor("ceo"), case=taken, body=Body.BOARD, paragraph="III ¶1", now=now, **REASON)

    last = strip("director1", "board", taken)["前回の引き継ぎ"]
    assert last == "代表取締役社長（CEO）から取締役会へ、 2026年11月25日 未受領"
