"""The same for programs: answering, publishing, the public register, and the asker's number."""

import pytest

from cases.services import take_case
from conduct.answers.models import Answer, Proposal, WaiverNeed
from conduct.rules.vocabulary import PersonClass
from conduct.vault import receipts
from tests.integration.api.conftest import program, stranger, token

__all__ = ["program", "stranger", "token"]
SAID = {"paragraphs": ["V ¶1"], "text": "Yes.", "facts": ["Unpaid."], "departs": False}


@pytest.fixture
def asked_by_number(asked, actor, now):
    drawn = receipts.draw()
    case = asked(PersonClass.OFFICER, by="officer1", receipt=drawn)
    return take_case(actor=actor("auditor1"), case=case, now=now), drawn.number.grouped()


@pytest.mark.norm("N024", "N030")
def test_a_question_is_answered_published_and_read(program, stranger, asked_by_number):
    case, number = asked_by_number
    auditor, other = program("auditor1"), program("auditor2")
    path = f"records/{case.record.reference}"

    assert auditor.post(f"{path}/answer/", SAID).status_code == 409
    assert auditor.post(f"{path}/show-precedents/", {"paragraphs": ["V ¶1"]}).json() == []
    assert auditor.post(f"{path}/answer/", SAID).status_code == 200
    (read,) = other.get(f"{path}/answers/").json()
    (theirs,) = stranger.post("receipts/open/", {"number": number}).json()["answers"]
    assert read == theirs and (read["text"], read["facts"]) == ("Yes.", ["Unpaid."])

    words = {"asked_en": "Teach?", "asked_ja": "授業？", "answer_en": "Yes.", "answer_ja": "はい。"}
    assert auditor.post(f"{path}/propose-wording/", words).status_code == 200
    decided = {"proposal": Proposal.objects.get().pk, "approved": True}
    assert auditor.post(f"{path}/decide-wording/", decided).status_code == 404
    assert other.post(f"{path}/decide-wording/", decided).status_code == 200
    (row,) = stranger.get("answers/", q="授業").json()["results"]
    assert row["number"] == "2026-1" and stranger.get("answers/2026-1/").json() == row
    assert stranger.get("answers/", paragraph="zz").json()["results"] == []
    for missing in ("2026-2", "x-y", "2026", "²-1"):
        assert stranger.get(f"answers/{missing}/").status_code == 404
    assert auditor.post(f"{path}/withdraw-interpretation/", {"reason": "Old."}).status_code == 200
    assert stranger.get("answers/2026-1/").json()["withdrawn_on"]


def test_the_asker_asks_more_by_number_and_reads_that_it_needs_a_waiver(program, stranger, asked_by_number):
    case, number = asked_by_number
    auditor, path = program("auditor1"), f"records/{case.record.reference}"
    auditor.post(f"{path}/show-precedents/", {"paragraphs": ["V ¶1"]})
    auditor.post(f"{path}/answer/", SAID | {"departs": True})

    told = stranger.post("receipts/ask-again/", {"number": number, "text": "And if unpaid?"})

    assert told.status_code == 200 and told.json()["needs_waiver_since"] and told.json()["answers"] == []
    assert WaiverNeed.objects.count() == 1 and not Answer.objects.exists()
    assert stranger.post("receipts/ask-again/", {"number": "123", "text": "x"}).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [{"paragraphs": []}, {"paragraphs": ["x"]}, {"paragraphs": "V ¶1"}, {"text": ""}, {"facts": []}, {"facts": [1]},
     {"departs": "no"}, {"text": "x" * 50_001}, {"extra": 1}],
)  # fmt: skip
def test_bad_input_is_told_and_nothing_is_answered(program, asked_by_number, wrong):
    case, _ = asked_by_number
    answer = program("auditor1").post(f"records/{case.record.reference}/answer/", SAID | wrong)

    assert answer.status_code == 422 and not Answer.objects.exists()


def test_whoever_may_not_see_the_question_gets_the_answer_of_a_missing_one(program, asked_by_number):
    case, _ = asked_by_number
    for name in ("ceo", "director1", "employee1", "controls"):
        caller = program(name)
        for act, body in (("answer", SAID), ("show-precedents", {"paragraphs": ["V ¶1"]}), ("lapse", {"reason": "x"})):
            hidden = caller.post(f"records/{case.record.reference}/{act}/", body)
            missing = caller.post(f"records/QQQQQQQQ/{act}/", body)
            assert (hidden.status_code, hidden.content) == (404, missing.content)
