"""The answers that people who know the Code wrote down, and every reading that a row of the rulebook mentions."""

import json
import tomllib
from itertools import product
from pathlib import Path

from conduct.rules.readings import ALLOWED, RECOMMENDED

EXAMPLES = Path(__file__).parents[2] / "examples"


def written(name):
    """A table of `tests/examples`."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    return tomllib.loads(text)["example"] if name.endswith(".toml") else json.loads(text)


def readings_over(choices):
    """One `Readings` for every combination of these values by key."""
    return [RECOMMENDED.changed(**dict(zip(choices, values, strict=True))) for values in product(*choices.values())]


OPPORTUNITY = [
    {"employee_non_material": who, "employee_material": "board", "officer_or_director": "board_with_recusal"}
    for who in ("ceo", "board")
]
MENTIONED = {
    "sub_officer": ALLOWED["sub_officer"],
    "third_party": ALLOWED["third_party"],
    "ceo_subject_notice": ALLOWED["ceo_subject_notice"],
    "multi_subject": ALLOWED["multi_subject"],
    "officer_question": ALLOWED["officer_question"],
    "supervisor_notice": ALLOWED["supervisor_notice"],
    "modification_organ": ALLOWED["modification_organ"],
    "opportunity_decider": OPPORTUNITY,
}
EVERY_READING = readings_over(MENTIONED)
ONE_BY_ONE = [RECOMMENDED.changed(**{key: value}) for key, values in MENTIONED.items() for value in values]
