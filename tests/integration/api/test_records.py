"""Every endpoint of records works, refuses by the service, and writes the same ledger as its page."""

import pytest

from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.people.vocabulary import FunctionName
from conduct.rules.vocabulary import Channel

REASON = {"reason": "Because of the file."}


def events(case):
    return list(
        AuditEvent.objects.filter(record=case.record).order_by("written_at", "id").values_list("event", flat=True)
    )


@pytest.fixture
def at_ceo(filed):
    return filed("employee2")


@pytest.fixture
def at_bosa(filed):
    return filed("officer1")


def test_a_record_is_told_and_the_look_is_on_the_ledger(program, at_ceo):
    answer = program("ceo").get(f"records/{at_ceo.record.reference}/")

    assert answer.status_code == 200
    assert answer.json()["body"] == "ceo" and answer.json()["handler"] is None
    assert events(at_ceo)[-1] == Event.RECORD_VIEWED


def test_the_report_is_read_and_that_is_on_the_ledger(program, at_ceo):
    answer = program("ceo").get(f"records/{at_ceo.record.reference}/report/")

    assert answer.json()["told"] == {"what": "I saw it."}
    assert events(at_ceo)[-1] == Event.TEXT_OPENED


def test_a_queue_holds_what_rests_there(program, at_ceo, at_bosa):
    ceo, auditor = program("ceo"), program("auditor1")

    assert [row["reference"] for row in ceo.get("queues/ceo/").json()["results"]] == [at_ceo.record.reference]
    assert [row["reference"] for row in auditor.get("queues/bosa/").json()["results"]] == [at_bosa.record.reference]
    assert ceo.get("queues/bosa/").json() == {"results": [], "next": None}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"kind": "report"}, 1),
        ({"kind": "question"}, 0),
        ({"stage": "received"}, 1),
        ({"stage": "concluded"}, 0),
        ({"late": "true"}, 0),
        ({"late": "false", "stage": "received"}, 1),
    ],
)
@pytest.mark.usefixtures("at_noon")
def test_a_queue_is_filtered(program, filed, words, found):
    filed("employee2")

    assert len(program("ceo").get("queues/ceo/", **words).json()["results"]) == found


def test_the_explanation_tells_the_rules_in_the_readers_language(program, at_bosa):
    english = program("auditor1").get(f"records/{at_bosa.record.reference}/explanation/").json()
    japanese = program("auditor1", language="ja").get(f"records/{at_bosa.record.reference}/explanation/").json()

    assert english["answer"]["intake"] == "bosa" and english["steps"]
    assert [step["rule"] for step in english["steps"]] == [step["rule"] for step in japanese["steps"]]
    assert english["steps"][0]["why"] != japanese["steps"][0]["why"]


def test_timeline_and_duties_are_told(program, at_bosa):
    auditor = program("auditor1")
    lines = auditor.get(f"records/{at_bosa.record.reference}/timeline/").json()["results"]
    duties = auditor.get(f"records/{at_bosa.record.reference}/duties/").json()

    assert {"report:filed", "wall:raised", "record:viewed"} <= {line["event"] for line in lines}
    assert {"acknowledge", "triage"} <= {duty["duty"] for duty in duties}


def test_a_note_is_written_and_read(program, at_bosa):
    auditor, path = program("auditor1"), f"records/{at_bosa.record.reference}/notes/"

    assert auditor.post(path, {"text": "Ask for the invoices."}).status_code == 201
    assert [note["text"] for note in auditor.get(path).json()] == ["Ask for the invoices."]


def act(caller, case, what, body=None):
    answer = caller.post(f"records/{case.record.reference}/{what}/", body)
    assert answer.status_code == 200, answer.content
    assert answer.json() == {"reference": case.record.reference}
    case.refresh_from_db()
    case.record.refresh_from_db()


def test_the_ceos_desk_keeps_with_a_second_person(program, at_ceo):
    ceo = program("ceo")
    act(ceo, at_ceo, "take")
    act(ceo, at_ceo, "propose-keeping", REASON)
    act(program("controls"), at_ceo, "answer-keeping", {"confirmed": True, **REASON})
    act(ceo, at_ceo, "open-investigation")
    assert (at_ceo.state, at_ceo.record.provisional) == ("investigating", False)


def test_what_is_found_material_is_handed_on_received_and_returned(program, at_ceo):
    ceo, director = program("ceo"), program("director1")
    act(ceo, at_ceo, "take")
    act(ceo, at_ceo, "find-material", REASON)
    act(ceo, at_ceo, "hand-on", {"body": "board", "paragraph": "III ¶1", **REASON})
    act(director, at_ceo, "return", REASON)
    act(ceo, at_ceo, "hand-on", {"body": "board", "paragraph": "III ¶1", **REASON})
    act(director, at_ceo, "receive")
    assert at_ceo.record.body == "board"
    assert ceo.get("queues/ceo/").json()["results"] == []


def test_bosa_finds_a_question_answers_it_and_opens_it_again(program, at_bosa):
    auditor = program("auditor1")
    act(auditor, at_bosa, "take")
    act(auditor, at_bosa, "make-question", REASON)
    act(auditor, at_bosa, "close", REASON)
    assert at_bosa.record.stage == "concluded"
    act(auditor, at_bosa, "reopen", REASON)
    assert at_bosa.record.kind == "question"


def test_who_steps_aside_sees_it_no_more(program, at_bosa):
    auditor = program("auditor2")
    act(auditor, at_bosa, "recuse")
    assert auditor.get(f"records/{at_bosa.record.reference}/").status_code == 404
    assert program("auditor1").get(f"records/{at_bosa.record.reference}/").status_code == 200


def test_a_broken_rule_is_a_conflict_in_the_readers_language(program, at_ceo):
    path = f"records/{at_ceo.record.reference}/open-investigation/"
    english, japanese = program("ceo").post(path), program("ceo", language="ja").post(path)

    assert english.status_code == japanese.status_code == 409
    assert english["Content-Type"] == "application/problem+json"
    assert english.json()["type"] == "urn:conduct:problem:rule-broken"
    assert "not material" in english.json()["detail"]
    assert english.json()["detail"] != japanese.json()["detail"]


def test_an_act_that_is_not_ones_own_looks_like_nothing_and_is_on_the_ledger(program, at_ceo, staff):
    hidden = program("employee1").post(f"records/{at_ceo.record.reference}/take/")

    assert hidden.status_code == 404
    assert not AuditEvent.objects.filter(event=Event.RECORD_TAKEN).exists()


def test_reading_sealed_text_without_the_right_is_refused_and_noted(program, filed, staff):
    staff.function("secretary1", FunctionName.SECRETARY)
    case = filed("employee2", channel=Channel.CEO)
    case.record.body = "board"
    case.record.save(update_fields=["body"])
    secretary = program("secretary1")

    assert secretary.get(f"records/{case.record.reference}/").status_code == 200
    assert secretary.get(f"records/{case.record.reference}/report/").status_code == 404
    assert AuditEvent.objects.filter(event=Event.ACT_REFUSED).count() == 1
