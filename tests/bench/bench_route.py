"""Decisions a second through `python -m conduct.rules route`, on one core, the start-up taken off."""

import json
import os
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from conduct.rules.vocabulary import Channel, Kind, Materiality, MatterType, PersonClass
from tests.bench.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
ENOUGH = 20_000
USUAL = [Kind.REPORT, Kind.QUESTION]


def usual(chance):
    """What arrives most: a report or question about one person, nothing known about its weight."""
    return line_of(chance, chance.choice(USUAL), [chance.choice(list(PersonClass))], Materiality.UNKNOWN)


def unlike(chance):
    """Anything at all, about one to three people each of whom has a weight of its own: hardly two lines agree."""
    people = chance.choices(list(PersonClass), k=chance.choice([1, 2, 3]))
    kind = chance.choice([kind for kind in Kind if kind is not Kind.WAIVER or len(people) == 1])
    line = line_of(chance, kind, people, chance.choice(list(Materiality)))
    for subject in line["subjects"]:
        subject["materiality"] = chance.choice(list(Materiality))
    return line


def line_of(chance, kind, people, materiality):
    return {
        "kind": kind,
        "subjects": [{"class": person} for person in people],
        "materiality": materiality,
        "matter": chance.choice([None, None, None, *MatterType]),
        "channel": chance.choice(list(Channel)),
    }


def seconds_for(lines):
    """Seconds of CPU of the command for these lines."""
    text = "".join(f"{line}\n" for line in lines).encode()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "conduct.rules", "route"]
    answered = subprocess.run(command, input=text, cwd=ROOT, env={**os.environ}, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert answered.stdout.count(b"\n") == len(lines)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("kind", [usual, unlike], ids=["usual", "unlike"])
def test_decisions_a_second(kind, found, thorough):
    chance = random.Random(20061125)
    few, many = thorough(10_000, quick=10), thorough(110_000, quick=40)
    lines = [json.dumps({"id": number, **kind(chance)}) for number in range(many)]

    spent = [seconds_for(lines) - seconds_for(lines[:few]) for _ in range(thorough(5))]

    pace = (many - few) / max(sorted(spent)[len(spent) // 2], 1e-6)
    name = {"usual": "decisions by `route`", "unlike": "decisions by `route`, hardly two lines alike"}[kind.__name__]
    found(Figure(name, pace, "a second of CPU", f"{ENOUGH:,} a second", pace / ENOUGH, least=1.0))
