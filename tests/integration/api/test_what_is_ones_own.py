"""Lists of one's own and of one's desk: each holds what its page holds, for its reader alone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.services import keep_number, propose_keeping, take_case
from conduct.access import wall
from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import hand_on, receive, return_record
from conduct.people.vocabulary import FunctionName
from conduct.records.models import Copy
from conduct.rules.vocabulary import Body, Channel
from conduct.vault import vault
from conduct.vault.kinds import Sealed

NOBODYS = {"results": [], "next": None}
OTHERS = ["employee2", "officer1", "ceo", "director1", "auditor1", "secretary1"]
OWN = ["me/pass-on/", "me/passed-on/", "me/confirm/", "me/reports/"]


@pytest.fixture
def others(staff, program):
    """Callers to whom nothing of it belongs."""
    staff.function("secretary1", FunctionName.SECRETARY)
    return {name: program(name) for name in OTHERS}


@pytest.fixture
def asked(filed, actor, now):
    """A matter that the CEO proposes to keep; `controls` is asked."""
    case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
    propose_keeping(actor=actor("ceo"), case=case, reason="Once, and small.", now=now)
    return case


def rows(caller, path, **words):
    answer = caller.get(path, **words)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_the_supervisor_finds_reads_and_passes_on(program, filed, others):
    case = filed("employee2", channel=Channel.SUPERVISOR)
    manager, reference = program("manager1"), case.record.reference
    [waiting] = rows(manager, "me/pass-on/")
    assert (waiting["reference"], waiting["kind"]) == (reference, "report")
    assert waiting["next_due_at"] > waiting["told_at"]
    assert all(caller.get("me/pass-on/").json() == NOBODYS for caller in others.values())

    key = "0123456789abcdef0123"
    assert manager.post(f"records/{reference}/pass-on/", key=key).json() == {"reference": reference}
    assert manager.post(f"records/{reference}/pass-on/", key=key).json() == {"reference": reference}
    assert AuditEvent.objects.filter(event=Event.REPORT_PASSED_ON).count() == 1
    assert rows(manager, "me/pass-on/") == []
    [passed_on] = rows(manager, "me/passed-on/")
    assert set(passed_on) == {"passed_on_at", "by_system"} and passed_on["by_system"] is False
    assert manager.get(f"records/{reference}/").status_code == 404


def test_nobody_else_passes_it_on(program, filed, others):
    case = filed("employee2", channel=Channel.SUPERVISOR)
    answers = {caller.post(f"records/{case.record.reference}/pass-on/").status_code for caller in others.values()}

    assert answers == {404}


def test_the_second_person_finds_what_is_asked_reads_why_and_answers(program, asked, others):
    second, reference = program("controls"), asked.record.reference
    [waiting] = rows(second, "me/confirm/")
    assert (waiting["reference"], waiting["proposed_by"]) == (reference, "ceo")
    told = second.get(f"records/{reference}/proposal/").json()
    assert (told["reason"], told["proposed_by"]) == ("Once, and small.", "ceo")
    opened = AuditEvent.objects.filter(event=Event.TEXT_OPENED, record=asked.record)
    assert opened.get().actor.username == "controls"
    for caller in others.values():
        assert caller.get("me/confirm/").json() == NOBODYS
        assert caller.get(f"records/{reference}/proposal/").status_code == 404

    second.post(f"records/{reference}/answer-keeping/", {"confirmed": False, "reason": "Twice."})
    assert rows(second, "me/confirm/") == []
    assert second.get(f"records/{reference}/proposal/").status_code == 404


def test_the_own_list_shows_what_was_kept_and_what_was_promised(program, filed, actor, now, others):
    kept, _not_kept = filed("employee2"), filed("employee2")
    keep_number(actor=actor("employee1"), case=kept, now=now)
    take_case(actor=actor("ceo"), case=kept, now=now + timedelta(days=1))
    [own] = rows(program("employee1"), "me/reports/")

    assert (own["reference"], own["stage"]) == (kept.record.reference, "assessing")
    assert [(each["duty"], bool(each["met_at"])) for each in own["promised"]] == [
        ("acknowledge", True),
        ("feedback", False),
    ]
    assert set(own) == {"reference", "kind", "stage", "kept_at", "promised"}
    assert all(caller.get("me/reports/").json() == NOBODYS for caller in others.values())


def test_a_desk_sees_what_it_handed_on_and_whether_it_arrived(program, filed, actor, now, others):
    cases = [filed("employee2") for _ in range(3)]
    for minutes, case in enumerate(cases):
        at = now + timedelta(minutes=minutes)
        hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=at)
    receive(actor=actor("director1"), case=cases[1], now=now)
    return_record(actor=actor("director1"), case=cases[2], reason="No.", now=now)
    found = rows(program("ceo"), "queues/ceo/handed-on/")

    assert [row["reference"] for row in found] == [case.record.reference for case in reversed(cases)]
    assert [(bool(row["received_at"]), bool(row["returned_at"])) for row in found] == [
        (False, True),
        (True, False),
        (False, False),
    ]
    assert {(row["body"], row["paragraph"], row["by_system"]) for row in found} == {("board", "III ¶1", False)}
    for name in set(OTHERS) - {"ceo"}:
        assert others[name].get("queues/ceo/handed-on/").json() == NOBODYS, name


def test_nothing_handed_on_is_told_to_whom_a_wall_keeps_out(program, filed, actor, now, staff):
    case = filed("employee2")
    hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
    place = vault.reserve()
    wall.raise_wall(case.record, [staff.person("ceo")], reason=place, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, "subject", place=place, now=now)

    assert rows(program("ceo"), "queues/ceo/handed-on/") == []


@pytest.mark.parametrize(("body", "reader"), [("bosa", "auditor1"), ("board", "director1")])
def test_copies_are_for_those_who_read_along_and_nobody_learns_that_there_is_one(
    program, filed, now, others, body, reader
):
    case = filed("employee2")
    Copy.objects.create(record=case.record, body=body, since=now)
    path = f"queues/{body}/copies/"

    assert [row["reference"] for row in rows(program(reader), path)] == [case.record.reference]
    assert rows(program(reader), path, stage="concluded") == []
    for name in {"ceo", "employee2", "officer1", "secretary1"} - ({"ceo"} if body == "board" else set()):
        assert others[name].get(path).json() == NOBODYS, name  # the CEO of these tests sits on the board as well


def test_what_a_body_holds_itself_is_no_copy(program, filed, now):
    case = filed("officer1")
    Copy.objects.create(record=case.record, body="bosa", since=now)

    assert rows(program("auditor1"), "queues/bosa/copies/") == []


@pytest.mark.parametrize("path", [*OWN, "queues/bosa/copies/", "queues/bosa/handed-on/"])
def test_a_misspelt_filter_is_refused_there_as_well(program, path):
    assert program("auditor1").get(path, stagee="x").status_code == 422


@pytest.mark.parametrize("path", ["me/reports/", "queues/ceo/handed-on/"])
def test_three_rows_cost_what_one_costs(program, filed, actor, now, path):
    caller = program("employee1" if path.startswith("me") else "ceo")
    caller.get("me/")  # the first use of a day is written down
    asked = []
    for more in (1, 2):
        for case in [filed("employee2") for _ in range(more)]:
            keep_number(actor=actor("employee1"), case=case, now=now)
            hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
        with CaptureQueriesContext(connection) as queries:
            rows(caller, path)
        asked.append(len(queries))

    assert asked[0] == asked[1]
