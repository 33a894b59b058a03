"""The commands: every answer in order, every fault in one line with number and field, and nothing half-answered."""

import importlib
import io
import json
import random
import resource
import runpy
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from conduct.rules.commands import deadline, quorum, route
from conduct.rules.commands.route_facts import ALIKE
from conduct.rules.commands.rulebook import rulebook
from conduct.rules.commands.run import ABOUT, Streams, in_utf8, main, run
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Channel, Kind, Materiality, MatterType, PersonClass
from tests.unit.rules import oracle
from tests.unit.rules.calling import DEADLINE, LINES, QUORUM, ROUTE, answers, call

ROOT = Path(__file__).parents[3]
RULES = ROOT / "conduct" / "rules"
IDS = [7, "seven", None, 1.5, [1, {"a": 2}], {"x": [True]}, "日本語", "\ud800", "“”\n"]


@pytest.mark.parametrize("name", LINES)
def test_answers_come_in_the_order_and_under_the_ids_of_the_questions(name):
    assert [each["id"] for each in answers(name, *({**LINES[name], "id": name_} for name_ in IDS))] == IDS


@pytest.mark.parametrize("name", LINES)
def test_empty_lines_are_passed_over_and_nothing_asks_for_nothing(name):
    assert len(answers(name, b"", LINES[name], b"   ")) == 1
    assert call(name) == (0, "", [])


SHAPES = {
    "route": {
        "id", "lead", "intake", "provisional", "ceo_notice", "excluded", "informed", "subjects", "rules", "cites",
        "defaults", "why",
    },
    "deadline": {"id", "due", "zone", "law", "stages", "steps", "source"},
    "quorum": {"id", "eligible", "quorum_needed", "quorate", "needed_for", "carried", "why"},
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_an_answer_has_these_fields(name):
    (answer,) = answers(name, LINES[name])

    assert set(answer) == SHAPES[name]


def test_a_route_in_full():
    (answer,) = answers("route", {**ROUTE, "matter": "retaliation", "materiality": "non_material"})

    assert answer.pop("why") == {
        "en": (
            "A matter of an officer or director is for the Statutory Auditors, however small. "
            "Who leads follows from the person concerned: Board of Statutory Auditors. "
            "Retaliation and the leak of an identity are a matter of their own; the Statutory Auditors get a copy. "
            "The CEO and the Board know the person who told us by a pseudonym only. "
            "It is handed on by itself: the Statutory Auditors open it. "
            "Notice by the CEO: the CEO tells the Board of Statutory Auditors."
        ),
        "ja": (
            "役員または取締役の事案は、どれほど小さくても監査役会が担当します。"
            "対象者によって主導する機関が決まります：監査役会。"
            "報復と、通報者を特定させる事項の漏えいは別の事案とし、監査役会に写しを送ります。"
            "社長と取締役会には、通報者を仮の名前だけで示します。"
            "自動的に引き継がれ、監査役会が開きます。"
            "社長の通知：社長が監査役会に知らせる。"
        ),
    }
    cell = {
        "class": "officer", "interprets": "bosa", "investigates": "bosa", "consulted_on_discipline": "bosa",
        "waives": "board", "waiver_consults": "bosa",
    }  # fmt: skip
    assert answer == {
        "id": 1, "lead": "bosa", "intake": "bosa", "provisional": False, "ceo_notice": "ceo_to_bosa", "excluded": [],
        "informed": ["bosa"], "subjects": [cell], "rules": ["R7", "L1", "M2", "K1", "E4", "P3"],
        "cites": ["III ¶1", "III ¶4", "I ¶4", "III ¶3"], "defaults": ["A45", "A48"],
    }  # fmt: skip


def test_where_no_waiver_is_possible_no_desk_opens_it():
    def intake(person, channel="ceo"):
        asked = {**ROUTE, "kind": "waiver", "subjects": [{"class": person}], "channel": channel}
        (answer,) = answers("route", asked)
        return answer["lead"], answer["intake"]

    assert intake("unknown") == ("impossible", None)
    assert intake("third_party") == ("not_applicable", None)
    assert intake("unknown", "anonymous") == ("impossible", "bosa")
    assert intake("statutory_auditor") == ("board", "bosa")


def questions(count):
    """Random lines, always the same: one person as a rule, two or three now and then."""
    chance = random.Random(20)
    for number in range(count):
        kind = chance.choice(list(Kind))
        people = [
            {"class": chance.choice(list(PersonClass))}
            | chance.choice([{}, {"materiality": None}, {"materiality": chance.choice(list(Materiality))}])
            for _ in range(1 if kind is Kind.WAIVER else chance.choice((1, 1, 1, 1, 1, 1, 1, 2, 2, 3)))
        ]
        matter, channel = chance.choice([None, *MatterType]), chance.choice(list(Channel))
        yield {
            "id": number, "kind": kind, "subjects": people, "materiality": chance.choice(list(Materiality)),
            "matter": matter, "channel": channel,
        }  # fmt: skip


def test_the_command_answers_like_the_written_tables():
    asked = list(questions(4000))
    for given, answer in zip(asked, answers("route", *asked), strict=True):
        people = [(each["class"], each.get("materiality")) for each in given["subjects"]]
        expected = oracle.expected(given["kind"], people, given["materiality"], given["matter"], given["channel"])
        if expected["intake"] in ("impossible", "not_applicable"):
            expected["intake"] = None
        assert {key: answer[key] for key in expected} == expected
        assert [each["class"] for each in answer["subjects"]] == [each["class"] for each in given["subjects"]]


def test_the_quick_look_sees_what_the_close_look_sees():
    for given in questions(2000):
        kind, people, matter, channel = route.closer_look(json.loads(json.dumps(given)))

        assert route.known_facts(json.loads(json.dumps(given))) == (kind, people, ALIKE[matter], channel)


def test_matters_that_no_rule_tells_apart_are_answered_alike():
    plain = [{**ROUTE, "matter": matter} for matter in (None, "bribery", "safety", "fair_dealing")]

    assert len({json.dumps(answer) for answer in answers("route", *plain)}) == 1


def without(line, field):
    return {name: value for name, value in line.items() if name != field}


BAD_ROUTES = [
    ({**ROUTE, "kind": "rapport"}, 'line 1: kind: "rapport" is not one of: report, question,'),
    ({**ROUTE, "kind": None}, "line 1: kind: this must be a word, not null"),
    ({**ROUTE, "kind": ["report"]}, 'line 1: kind: this must be a word, not ["report"]'),
    ({**ROUTE, "channel": "letter"}, 'line 1: channel: "letter" is not one of: ceo, supervisor,'),
    ({**ROUTE, "matter": "gossip"}, 'line 1: matter: "gossip" is not one of: accounting,'),
    ({**ROUTE, "matter": False}, "line 1: matter: this must be a word, not false"),
    ({**ROUTE, "materiality": "grave"}, 'line 1: materiality: "grave" is not one of: non_material,'),
    ({**ROUTE, "materiality": ""}, 'line 1: materiality: "" is not one of: non_material,'),
    ({**ROUTE, "subjects": []}, "line 1: subjects: Say who it is about."),
    ({**ROUTE, "subjects": None}, "line 1: subjects: this must be a list"),
    ({**ROUTE, "subjects": {"class": "ceo"}}, "line 1: subjects: this must be a list"),
    ({**ROUTE, "subjects": "ceo"}, "line 1: subjects: this must be a list"),
    ({**ROUTE, "subjects": ["ceo"]}, "line 1: subjects[0]: this must be an object"),
    ({**ROUTE, "subjects": [{"class": "ceo"}, {"class": "king"}]}, 'line 1: subjects[1].class: "king" is not one of'),
    ({**ROUTE, "subjects": [{}]}, "line 1: subjects[0].class: this field is missing"),
    ({**ROUTE, "subjects": [{"class": "ceo", "x": 1}]}, "line 1: subjects[0].x: there is no such field"),
    ({**ROUTE, "subjects": [{"class": "ceo", "materiality": ""}]}, 'line 1: subjects[0].materiality: "" is not one'),
    ({**ROUTE, "subjects": [{"class": "ceo", "materiality": 0}]}, "line 1: subjects[0].materiality: this must be a"),
    ({**ROUTE, "kind": "waiver", "subjects": [{"class": "ceo"}] * 2}, "line 1: subjects: A waiver is for one person."),
    ({**ROUTE, "extra": 1}, "line 1: extra: there is no such field"),
    *((without(ROUTE, field), f"line 1: {field}: this field is missing") for field in ROUTE),
]
BAD_DEADLINES = [
    ({**DEADLINE, "clock": "C99"}, "line 1: clock: There is no clock “C99”."),
    ({**DEADLINE, "clock": 14}, "line 1: clock: this must be a word, not 14"),
    ({**DEADLINE, "start": "2026-11-20T10:00"}, "line 1: start: “start” must be a date and time with an offset"),
    ({**DEADLINE, "start": 5}, "line 1: start: “start” must be a date and time with an offset"),
    ({**DEADLINE, "start": "2040-01-04T10:00Z"}, "line 1: start: The calendar “tokyo” does not know 2040-01-05."),
    ({**DEADLINE, "facts": []}, "line 1: facts: this must be an object"),
    ({**DEADLINE, "facts": {"sla_ceo_notice_bd": 9}}, "line 1: facts.sla_ceo_notice_bd: “sla_ceo_notice_bd” cannot"),
    ({**DEADLINE, "facts": {"weather": "fine"}}, "line 1: facts.weather: No clock asks for “weather”."),
    ({**DEADLINE, "clock": "C19"}, "line 1: facts.next_board_meeting: The clock C19 needs “next_board_meeting”."),
    ({**DEADLINE, "clock": "C28"}, "line 1: facts.sla_answer_question_bd: This cannot be answered before"),
    (
        {**DEADLINE, "clock": "C19", "facts": {"next_board_meeting": "2026-11-01"}},
        "line 1: facts.next_board_meeting: The meeting on 2026-11-01 is before the start",
    ),
    (
        {**DEADLINE, "clock": "C15", "facts": {"first_received": "2026-11-20T10:00:01+09:00"}},
        "line 1: facts.first_received: “first_received” on 2026-11-20 10:00:01+09:00 is after the start",
    ),
    ({**DEADLINE, "x": 1}, "line 1: x: there is no such field"),
    *((without(DEADLINE, field), f"line 1: {field}: this field is missing") for field in ("id", "clock", "start")),
]
BAD_QUORUMS = [
    ({**QUORUM, "body": "committee"}, 'line 1: body: "committee" is not one of'),
    ({**QUORUM, "body": "ceo"}, "line 1: body: “Chief Executive Officer” does not vote."),
    ({**QUORUM, "members": "6"}, 'line 1: members: this must be a whole number, not "6"'),
    ({**QUORUM, "present": True}, "line 1: present: this must be a whole number, not true"),
    ({**QUORUM, "present": 2.5}, "line 1: present: this must be a whole number, not 2.5"),
    ({**QUORUM, "recused": 7}, "line 1: recused: “recused” cannot be 7 here."),
    ({**QUORUM, "present": 6}, "line 1: present: “present” cannot be 6 here."),
    ({**QUORUM, "for": 4}, "line 1: for: “in_favour” cannot be 4 here."),
    ({**QUORUM, "against": 2}, "line 1: against: “against” cannot be 2 here."),
    ({**QUORUM, "for": -1}, "line 1: for: “in_favour” cannot be -1 here."),
    ({**QUORUM, "absent": 1}, "line 1: absent: there is no such field"),
    *((without(QUORUM, field), f"line 1: {field}: this field is missing") for field in QUORUM),
]
BAD_LINES = [
    (b"{", "line 1: this is not JSON"),
    (b"nonsense", "line 1: this is not JSON"),
    (b"[]", "line 1: this is not a JSON object"),
    (b"null", "line 1: this is not a JSON object"),
    (b"{}", "line 1: id: this field is missing"),
    (b'{"id": NaN}', "line 1: this is not JSON (NaN is not a number)"),
    (b'{"id": "\xff"}', "line 1: this is not UTF-8"),
    (b'{"id": ' + b"[" * 100_000, "line 1: this is nested too deeply"),
    (b'{"id": ' + b"9" * 10_000 + b"}", "line 1: this is not JSON"),
]
BAD = [
    *(("route", *case) for case in BAD_ROUTES),
    *(("deadline", *case) for case in BAD_DEADLINES),
    *(("quorum", *case) for case in BAD_QUORUMS),
    *((name, *case) for name, case in product(LINES, BAD_LINES)),
]


@pytest.mark.parametrize(("name", "line", "fault"), BAD, ids=[f"{name} {fault[:60]}" for name, _, fault in BAD])
def test_a_bad_line_is_refused_with_its_number_and_field_and_nothing_is_answered(name, line, fault):
    good = LINES[name]
    status, out, faults = call(name, line)
    assert (status, out, len(faults)) == (2, "", 1)
    assert faults[0].startswith(fault) and len(faults[0]) < 600

    status, out, faults = call(name, good, b"", line, good)
    assert (status, out) == (2, "")
    assert faults[0].startswith(fault.replace("line 1", "line 3"))


def test_every_fault_has_its_line_also_several_in_one():
    bad = {**ROUTE, "kind": "rapport", "channel": 3, "more": 1, "subjects": [{}, {"class": "king"}]}
    status, out, faults = call("route", bad, ROUTE, b"{")

    assert (status, out) == (2, "")
    assert [fault.split(": ")[:2] for fault in faults] == [
        ["line 1", "more"],
        ["line 1", "kind"],
        ["line 1", "subjects[0].class"],
        ["line 1", "subjects[1].class"],
        ["line 1", "channel"],
        ["line 3", "this is not JSON (Expecting property name enclosed in double quotes"],
    ]
    assert len(call("quorum", {"id": 1, "members": "x"})[2]) == 6


def test_a_fault_stays_on_one_line_however_strange_the_input():
    _, _, faults = call("route", {**ROUTE, "kind": "a\nb" * 1000, "c\nd": 1})

    assert len(faults) == 2


def test_a_clock_that_is_off_answers_null():
    (answer,) = answers("deadline", {**DEADLINE, "clock": "C10"})

    assert (answer["due"], answer["stages"]) == (None, [])
    assert "switched off" in answer["steps"][0]


def test_a_deadline_in_full():
    (answer,) = answers("deadline", without(DEADLINE, "facts"))

    assert answer == {
        "id": 1,
        "due": "2026-11-25T23:59:59+09:00",
        "zone": "Asia/Tokyo",
        "law": False,
        "stages": [{"label": "notify", "due": "2026-11-25T23:59:59+09:00"}],
        "steps": [
            "Business days counted after 2026-11-20 in Asia/Tokyo, on the calendar “tokyo”: 2. "
            "That ends on 2026-11-25.",
            "Closed on weekdays in between and not counted: 2026-11-23.",
            "It is due on 2026-11-25 at 23:59:59, Asia/Tokyo.",
            "Where the number comes from: company target. Source: III ¶1 L115-119.",
        ],
        "source": "III ¶1 L115-119",
    }


def test_a_quorum_in_full():
    (answer,) = answers("quorum", QUORUM)

    assert answer.pop("why")["ja"].startswith("在任の取締役は6名です。")
    assert answer == {
        "id": 1, "eligible": 5, "quorum_needed": 3, "quorate": True, "needed_for": 2, "carried": True,
    }  # fmt: skip


def test_other_readings_can_be_handed_in():
    under = RECOMMENDED.changed(sub_officer="board_as_material_employee")
    line = json.dumps({**ROUTE, "subjects": [{"class": "sub_officer"}]}).encode()
    out = io.StringIO()

    assert route.run(io.BytesIO(line), out, io.StringIO(), under=under) == 0
    assert json.loads(out.getvalue())["lead"] == "board"
    assert deadline.run(io.BytesIO(), out, out, under=under) == quorum.run(io.BytesIO(), out, out, under=under) == 0


def test_the_printed_rulebook_is_fresh():
    assert (RULES / "README.md").read_text(encoding="utf-8") == rulebook()


def test_the_rulebook_is_printed_in_both_languages():
    out = io.StringIO()
    streams = Streams(io.BytesIO(), out, io.StringIO())

    assert run("rulebook", streams) == run("rulebook", streams, lang="ja") == run("norms", streams, json=True) == 0
    assert "# The rulebook" in out.getvalue() and "# 規則集" in out.getvalue()


@pytest.mark.parametrize("arguments", [["rulebook", "--lang", "ja"], ["norms"], ["route"], ["quorum"]])
def test_the_command_line_finds_each_command(arguments):
    command = [sys.executable, "-m", "conduct.rules", *arguments]
    done = subprocess.run(command, cwd=ROOT, input=b"", capture_output=True, check=False, env={"LC_ALL": "C"})

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") or arguments[0] in LINES


def test_the_standard_streams_are_used_in_utf8(monkeypatch, capsysbinary):
    latin = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    assert in_utf8(latin).encoding == "utf-8"
    assert in_utf8(unchanged := io.StringIO()) is unchanged

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(QUORUM).encode())))
    assert main(["quorum"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["carried"] is True
    with pytest.raises(SystemExit):
        main(["no_such_command"])
    importlib.import_module("conduct.rules.__main__")  # an import alone runs nothing
    monkeypatch.delitem(sys.modules, "conduct.rules.__main__")
    monkeypatch.setattr(sys, "argv", ["conduct.rules", "rulebook"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("conduct.rules", run_name="__main__")
    assert ended.value.code == 0
    assert set(ABOUT) == {"route", "deadline", "quorum", "rulebook", "norms"}


def test_twenty_thousand_decisions_a_second():
    """The whole command once started, in processor time, so that busy neighbours do not count."""
    lines = b"".join(json.dumps(line).encode() + b"\n" for line in questions(100_000))
    starting, answering = seconds_for(b""), seconds_for(lines)

    assert 100_000 / (answering - starting) >= 20_000


def seconds_for(lines):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "conduct.rules", "route"]
    subprocess.run(command, cwd=ROOT, input=lines, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
