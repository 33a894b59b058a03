"""Whatever JSON a line holds, it is answered or refused in one clear line for each fault; no command breaks off."""

import json
from itertools import product

import pytest

from conduct.rules.clock_facts import NAMES
from conduct.rules.commands.lines import LONGEST
from conduct.rules.readings import KEYS, RECOMMENDED, plain
from tests.unit.rules.calling import DEADLINE, LINES, ROUTE, call

EVERYTHING = [
    None, True, False, 0, -1, 10**400, 1.5, -0.0, 1e300, "", "ceo", "a\nb\x00", "\ud800", "2026-11-20",
    "2026-11-20T10:00+09:00", [], [[]], [None], ["ceo"], [{}], {}, {"": {}}, {"class": []}, {"JPY": False},
]  # fmt: skip


def is_answered_or_refused(name, line):
    status, out, faults = call(name, line)
    if status == 0:
        return faults == [] and len(out.splitlines()) == 1 and isinstance(json.loads(out), dict)
    return status == 2 and out == "" and all(each.startswith("line 1: ") for each in faults) and faults


@pytest.mark.parametrize("name", LINES)
def test_every_field_may_hold_anything(name):
    cases = product(LINES[name], EVERYTHING)

    assert [case for case in cases if not is_answered_or_refused(name, {**LINES[name], case[0]: case[1]})] == []


def test_every_field_of_a_person_may_hold_anything():
    person = {"class": "employee", "materiality": "unknown"}
    people = [[{**person, field: value}] for field, value in product([*person, "more"], EVERYTHING)]
    lines = [{**ROUTE, "subjects": subjects} for subjects in (*people, *([value] for value in EVERYTHING))]

    assert [line for line in lines if not is_answered_or_refused("route", line)] == []


CLOCKS = ["C01", "C07", "C15", "C19", "C25", "C28", "C32", "C33"]


@pytest.mark.parametrize("fact", [*NAMES, *KEYS])
def test_every_fact_of_a_deadline_may_be_anything(fact):
    facts = [{fact: value} for value in EVERYTHING]
    if isinstance(parts := plain(getattr(RECOMMENDED, fact, None)), dict):
        facts += [{fact: {part: value}} for part, value in product(parts, EVERYTHING)]
    lines = [{**DEADLINE, "clock": clock, "facts": each} for clock, each in product(CLOCKS, facts)]

    assert [line for line in lines if not is_answered_or_refused("deadline", line)] == []


NUMBERS = [b"1e400", b"-1e400", b"NaN", b"Infinity", b"-Infinity", b"9" * 5000]
PLACES = [b'{"id": %s}', b'{"id": [{"x": %s}]}', b'{"id": 1, "kind": %s, "members": %s}']


@pytest.mark.parametrize("name", LINES)
def test_a_number_that_json_cannot_hold_is_refused_with_its_line(name):
    for place, number in product(PLACES, NUMBERS):
        status, out, faults = call(name, LINES[name], place.replace(b"%s", number))

        assert (status, out, len(faults)) == (2, "", 1)
        assert faults[0].startswith("line 2: this is not JSON") and len(faults[0]) < LONGEST + 10


@pytest.mark.parametrize("name", LINES)
def test_however_deep_an_id_is_nested_it_comes_back_or_is_refused(name):
    rest = json.dumps(LINES[name])[len('{"id": 1') :].encode()
    for depth in range(800, 1100, 3):
        status, out, faults = call(name, b'{"id": ' + b"[" * depth + b"]" * depth + rest)

        assert (status, len(out.splitlines()), faults) in [(0, 1, []), (2, 0, ["line 1: this is nested too deeply"])]
