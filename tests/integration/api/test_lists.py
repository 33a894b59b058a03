"""Lists in pages: stable while the world moves, and as many questions to the database for three rows as for one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conduct.handoffs.services import show_lateness
from conduct.notices.models import Notice
from conduct.people.actor import SYSTEM

TOKEN, DAY, ROLES, LIST = 2, 1, 2, 1


def walk(caller, path, **words):
    pages, cursor = [], {}
    while True:
        page = caller.get(path, **words, **cursor).json()
        pages.append([row.get("reference") or row.get("id") for row in page["results"]])
        if page["next"] is None:
            return pages
        cursor = {"cursor": page["next"]}


def test_a_queue_is_leafed_through_in_due_order(program, filed):
    cases = [filed("officer1") for _ in range(5)]
    pages = walk(program("auditor1"), "queues/bosa/", limit=2)

    assert [len(page) for page in pages] == [2, 2, 1]
    expected = sorted(cases, key=lambda case: (case.record.next_due_at, case.record.reference))
    assert [reference for page in pages for reference in page] == [case.record.reference for case in expected]


def test_what_comes_and_goes_meanwhile_moves_nothing_else(program, filed):
    auditor = program("auditor1")
    before = {filed("officer1").record.reference for _ in range(4)}
    first = auditor.get("queues/bosa/", limit=2).json()
    auditor.post(f"records/{first['results'][0]['reference']}/recuse/")
    added = {filed("officer1").record.reference for _ in range(3)}
    second = auditor.get("queues/bosa/", limit=100, cursor=first["next"]).json()["results"]

    seen = [row["reference"] for row in [*first["results"], *second]]
    assert len(seen) == len(set(seen))
    assert before <= set(seen) <= before | added


def test_timeline_and_inbox_are_leafed_through(program, filed):
    path = f"records/{filed('officer1').record.reference}/timeline/"
    auditor = program("auditor1")
    lines = [line["event"] for line in auditor.get(path).json()["results"]]
    first = auditor.get(path, limit=3).json()
    second = auditor.get(path, limit=100, cursor=first["next"]).json()

    told = [line["event"] for line in first["results"] + second["results"]]
    assert told[: len(lines)] == lines
    for _ in range(2):
        filed("officer1")
    assert [len(page) for page in walk(auditor, "notices/", limit=2)] == [2, 1]


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"limit": "0"}, "limit"),
        ({"limit": "101"}, "limit"),
        ({"limit": "x"}, "limit"),
        ({"limit": "\u0663"}, "limit"),
        ({"limit": "9" * 5000}, "limit"),
        ({"cursor": "x"}, "cursor"),
        ({"cursor": "\u0000"}, "cursor"),
        ({"cursor": "a:b:c"}, "cursor"),
        ({"kind": "waiver"}, "kind"),
        ({"late": "1"}, "late"),
        ({"stage": "\u0000"}, "stage"),
    ],
)
def test_what_a_list_cannot_answer_is_named(program, words, field):
    answer = program("auditor1").get("queues/bosa/", **words)

    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]


def test_a_cursor_fits_its_own_list_only(program, filed):
    for _ in range(2):
        filed("officer1")
    auditor = program("auditor1")
    cursor = auditor.get("queues/bosa/", limit=1).json()["next"]

    assert auditor.get("queues/board/", cursor=cursor).status_code == 422
    assert auditor.get("notices/", cursor=cursor).status_code == 422
    assert auditor.get("queues/bosa/", cursor=cursor[:-1] + "_").status_code == 422


@pytest.mark.parametrize("path", ["queues/bosa/", "notices/", "latenesses/"])
def test_three_rows_cost_what_one_costs(program, filed, now, path):
    auditor = program("auditor1")
    auditor.get("me/")  # the first use of a day is written down
    asked = []
    for rows in (1, 3):
        while len(auditor.get(path).json()["results"]) < rows:
            case = filed("officer1")
            if path == "latenesses/":
                deadline = case.record.deadlines.filter(step="due").first()
                show_lateness(actor=SYSTEM, record=case.record, deadline=deadline, now=now)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(auditor.get(path).json()["results"]) == rows
        asked.append(len(queries))

    assert asked == [TOKEN + DAY + ROLES + LIST] * 2


@pytest.mark.parametrize("part", ["timeline/", "duties/", "notes/"])
def test_a_longer_record_costs_no_more(program, filed, part):
    auditor = program("auditor1")
    path = f"records/{filed('officer1').record.reference}/"
    auditor.post(f"{path}notes/", {"text": "One."})
    auditor.get(path + part)
    with CaptureQueriesContext(connection) as few:
        auditor.get(path + part)
    for _ in range(3):
        auditor.get(path)
    auditor.post(f"{path}take/")
    with CaptureQueriesContext(connection) as many:
        auditor.get(path + part)

    assert len(few) == len(many)


@pytest.mark.usefixtures("at_noon")
def test_reading_the_inbox_marks_it(program, filed):
    filed("officer1")
    auditor = program("auditor1")
    (told,) = auditor.get("notices/").json()["results"]

    assert told["read_at"] is None and told["reference"] and told["told"]
    assert auditor.post("notices/read/").status_code == 204
    assert not Notice.objects.filter(person__username="auditor1", read_at=None).exists()
    assert Notice.objects.filter(read_at=None).exists()


@pytest.mark.usefixtures("at_noon")
def test_a_notice_without_content_comes_with_the_batch_and_leads_nowhere(program, filed, monkeypatch, now):
    filed("officer1")
    ceo = program("ceo")
    assert ceo.get("notices/").json()["results"] == []
    monkeypatch.setattr("conduct.clock.now", lambda: now + timedelta(minutes=39))
    (told,) = ceo.get("notices/").json()["results"]

    assert (told["news"], told["reference"]) == ("handed_on_for_you", None)


@pytest.mark.parametrize("path", ["queues/bosa/", "notices/", "latenesses/"])
def test_a_misspelt_filter_is_refused_and_not_left_out(program, path):
    answer = program("auditor1").get(path, **{"stagee": "received"})

    assert answer.status_code == 422
    assert "cursor" in answer.json()["errors"][0]["detail"]
