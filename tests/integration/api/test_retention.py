"""Keeping, holding and letting go by API: the same second person, the same walls, the same sentences."""

from datetime import timedelta

import pytest

from cases.services import close_case, take_case
from conduct.records.models import Record
from conduct.retention.models import Hold
from conduct.rules.vocabulary import Channel, PersonClass
from tests.integration.retention.conftest import sweep

KEY = "a-key-of-sixteen-signs"


@pytest.fixture
def clock_at(monkeypatch, now):
    """clock_at(days): the clock stands that many days later."""

    def go(days):
        then = now + timedelta(days=days)
        monkeypatch.setattr("conduct.clock.now", lambda: then)
        return then

    go(0)
    return go


@pytest.fixture
def closed(filed, actor, now):
    def make():
        case = filed(PersonClass.OFFICER, channel=Channel.BOSA_NAMED)
        case = take_case(actor=actor("auditor1"), case=case, now=now)
        return close_case(actor=actor("auditor1"), case=case, reason="Nothing in it.", now=now).record

    return make


def test_two_programs_dispose_and_a_replay_destroys_nothing_more(program, closed, clock_at):
    record, other = closed(), closed()
    then = clock_at(3660)
    sweep(then - timedelta(days=31), then)
    one, two = program("auditor1"), program("auditor2")

    due = one.get("queues/bosa/due-to-go/").json()["results"]
    assert {row["reference"] for row in due} == {record.reference, other.reference} and due[0]["schedule"] == "R05b"
    body = {"references": [record.reference]}
    batch = one.post("disposals/", body, key=KEY).json()["id"]
    assert one.post("disposals/", body, key=KEY).json()["id"] == batch
    assert one.post(f"disposals/{batch}/confirm/", body).status_code == 409
    assert two.post(f"disposals/{batch}/confirm/", {"references": [other.reference]}).status_code == 404
    for _ in range(2):
        assert two.post(f"disposals/{batch}/confirm/", body, key=KEY).status_code == 200
    (row,) = two.get(f"disposals/{batch}/").json()["rows"]
    assert row["disposed_at"] and row["stopped"] == ""
    assert Record.objects.get(pk=record.pk).disposed_at and not Record.objects.get(pk=other.pk).disposed_at
    kept = one.get(f"records/{record.reference}/keeping/").json()
    assert kept["disposed_at"] and kept["stands_against"] == "It was disposed of. Only its tombstone stays."
    for stranger in ("ceo", "director1", "employee1"):
        assert program(stranger).get(f"disposals/{batch}/").status_code == 404
        assert program(stranger).get("queues/bosa/due-to-go/").json()["results"] == []


def test_a_row_is_taken_out_and_why_it_stays_is_told(program, closed, clock_at):
    record = closed()
    then = clock_at(3660)
    sweep(then - timedelta(days=31), then)
    body = {"references": [record.reference]}
    batch = program("auditor1").post("disposals/", body).json()["id"]

    assert program("auditor3").post(f"disposals/{batch}/reject/", body).status_code == 200
    assert program("auditor3").post(f"disposals/{batch}/confirm/", body).status_code == 409
    assert program("auditor1").post(f"records/{record.reference}/postpone/").status_code == 200
    refused = program("auditor1").post("disposals/", body)
    assert refused.status_code == 409 and refused.json()["detail"] == "It was postponed."


def test_a_hold_lies_on_all_or_none_and_two_lift_it(program, closed, clock_at, filed):
    first, second, theirs = closed(), closed(), filed("employee2").record
    one, two = program("auditor1"), program("auditor2")

    for wrong in (theirs.reference, "QQQQQQQQ"):
        asked = {"references": [first.reference, wrong], "reason": "A court."}
        assert one.post("holds/", asked).status_code == 404 and not Hold.objects.exists()
    for bad in (
        {},
        {"references": [], "reason": "x"},
        {"references": ["x"], "reason": "x"},
        {"references": "A", "reason": 1},
    ):
        assert one.post("holds/", bad).status_code == 422
    good = {"references": [first.reference, second.reference], "reason": "A court."}
    assert one.post("holds/", good, key=KEY).status_code == one.post("holds/", good, key=KEY).status_code == 200
    rows = two.get("holds/").json()["results"]
    assert [row["placed_by"] for row in rows] == ["auditor1"] * 2
    hold = rows[0]["id"]
    assert program("ceo").get("holds/").json()["results"] == []
    assert program("ceo").post(f"holds/{hold}/ask-lift/", {"reason": "x"}).status_code == 404
    assert one.post(f"holds/{hold}/ask-lift/", {"reason": "Done."}).status_code == 200
    assert one.post(f"holds/{hold}/answer-lift/", {"agreed": True}).status_code == 409
    assert two.post(f"holds/{hold}/answer-lift/", {"agreed": True}).status_code == 200
    assert len(two.get("holds/").json()["results"]) == 1
    assert two.get(f"records/{rows[1]['reference']}/keeping/").json()["stands_against"].startswith("A legal hold")
