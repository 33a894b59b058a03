"""The readings: every key, its recommended value, where it stands, and what may be chosen instead."""

import ast
from pathlib import Path

import pytest

from conduct.rules import allowed
from conduct.rules.allowed import NOT_YET
from conduct.rules.limits import OneOf, Parts
from conduct.rules.readings import (
    ALLOWED,
    KEYS,
    RECOMMENDED,
    SOURCE,
    ReadingMissing,
    ReadingNotAllowed,
    Readings,
    plain,
)
from tests.unit.rules.tables import written

ROWS = written("defaults.json")
OURS = {"materiality_second_person"}  # decided by the house: who the second person is


def alike(value):
    """JSON in which the order of a list means nothing."""
    if isinstance(value, dict):
        return {key: alike(part) for key, part in value.items()}
    return sorted(value) if isinstance(value, list) else value


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_each_reading_recommends_what_is_written_and_says_where_it_stands(row):
    assert alike(RECOMMENDED.to_data()[row["key"]]) == alike(row["value"])
    assert SOURCE[row["key"]] == row["source"]


@pytest.mark.parametrize("row", [row for row in ROWS if "allowed" in row], ids=lambda row: row["key"])
def test_each_choice_that_is_written_is_allowed_and_no_other(row):
    assert sorted(map(str, ALLOWED[row["key"]])) == sorted(map(str, row["allowed"]))


def test_there_is_no_other_reading():
    assert set(KEYS) == set(ALLOWED) == set(SOURCE) == {row["key"] for row in ROWS} | OURS


def test_the_recommended_values_are_allowed_and_survive_being_written_down():
    chosen = {key: value for key, value in RECOMMENDED.to_data().items() if value is not None}

    assert RECOMMENDED.changed(**RECOMMENDED.to_data()) == RECOMMENDED
    assert all(ALLOWED[key].permits(getattr(RECOMMENDED, key)) for key in chosen)
    assert len({RECOMMENDED, Readings(), RECOMMENDED.changed(sub_officer="board_as_material_employee")}) == 2


GOOD = [
    ("sla_ceo_notice_bd", 5),
    ("sla_answer_question_bd", 7),
    ("sla_answer_question_bd", None),
    ("coi_sla", 5),
    ("coi_sla", "promptly"),
    ("min_eligible_directors", 2),
    ("retaliation_label_years", 2),
    ("gift_threshold", {"JPY": 5000, "USD": 40}),
    ("immediate_family", ["spouse", "parents"]),
    ("materiality_manager_rank", "head of department"),
    ("materiality_amount_jpy", 1),
    ("implicit_watch_days", {"warn_business_days": 10}),
    ("delegation_defaults", {"may_include_waiver": False, "excluded_cases": ["ceo", "delegate_own", "board"]}),
    ("discipline_owner", {"officer": "compensation_committee"}),
    ("involving_roles", ["subject", "beneficiary", "implicated", "witness"]),
    ("non_waivable", [*sorted(RECOMMENDED.non_waivable), "N050"]),
]


@pytest.mark.parametrize(("key", "value"), GOOD)
def test_a_company_may_choose(key, value):
    changed = plain(getattr(RECOMMENDED.changed(**{key: value}), key))

    assert alike(changed) == alike(value) or alike(value).items() <= alike(changed).items()


BAD = [
    ("no_such_key", 1),
    ("sub_officer", "ceo"),
    ("sub_officer", None),
    ("sub_officer", ["bosa"]),
    ("beneficiary_recusal", False),
    ("beneficiary_recusal", 1),
    ("pack_eu", "yes"),
    ("pack_eu", 0),
    ("sla_ceo_notice_bd", 6),
    ("sla_ceo_notice_bd", 0),
    ("sla_ceo_notice_bd", True),
    ("sla_ceo_notice_bd", "2"),
    ("sla_ceo_notice_bd", 2.0),
    ("coi_sla", "soon"),
    ("coi_sla", 0),
    ("min_eligible_directors", 1),
    ("gift_threshold", {}),
    ("gift_threshold", {"yen": 1}),
    ("gift_threshold", {"JPY": -1}),
    ("gift_threshold", {"JPY": True}),
    ("gift_threshold", {"JPY": False}),
    ("gift_threshold", {"JPY": "1"}),
    ("gift_threshold", 5000),
    ("immediate_family", []),
    ("immediate_family", [1]),
    ("immediate_family", "spouse"),
    ("materiality_manager_rank", ""),
    ("implicit_watch_days", {"warn_business_days": 16}),
    ("implicit_watch_days", {"no_such_part": 1}),
    ("implicit_watch_days", 15),
    ("delegation_defaults", {"sub_delegation": True}),
    ("delegation_defaults", {"excluded_cases": ["ceo"]}),
    ("delegation_defaults", {"lapses_on": "role_end"}),
    ("discipline_owner", {"employee": "bosa"}),
    ("involving_roles", ["subject"]),
    ("involving_roles", ["subject", "beneficiary", "implicated", "anybody"]),
    ("non_waivable", ["N006"]),
    ("materiality_downgrade", {"second_person": False}),
]


@pytest.mark.parametrize(("key", "value"), BAD)
def test_the_code_or_a_law_leaves_no_room_for(key, value):
    with pytest.raises(ReadingNotAllowed, match=key):
        RECOMMENDED.changed(**{key: value})


def test_some_lists_become_shorter_only_by_a_resolution():
    shorter = ["N006", "N062"]

    assert RECOMMENDED.changed(non_waivable=shorter, resolved=frozenset({"non_waivable"})).non_waivable == set(shorter)
    with pytest.raises(ReadingNotAllowed):
        RECOMMENDED.changed(auto_recusal=["own_case"], resolved=frozenset({"auto_recusal"}))


def test_a_reading_nobody_has_chosen_stops_the_feature_and_says_which():
    with pytest.raises(ReadingMissing, match="sla_answer_question_bd"):
        RECOMMENDED.needed("sla_answer_question_bd")

    assert RECOMMENDED.needed("sub_officer") == "bosa"
    assert RECOMMENDED.number("sla_triage_bd") == 5


@pytest.mark.parametrize("key", KEYS)
def test_each_limit_can_be_told(key):
    assert ALLOWED[key].told() and "{" not in ALLOWED[key].told()
    assert isinstance(ALLOWED[key], OneOf | Parts) or ALLOWED[key].told(lambda text: f"<{text}>").startswith("<")


ROOT = Path(allowed.__file__).parents[2]
KEEPS = {"allowed.py", "readings.py", "reading_parts.py", "vocabulary.py"}  # they hold the readings; they read none
NAMED_ONLY = {"keys", "readings"}  # what a clock or a rule says it rests on


def leaves_a_choice(rule):
    if isinstance(rule, Parts):
        return any(map(leaves_a_choice, rule.values()))
    return not isinstance(rule, OneOf) or len(rule) > 1


def sources():
    """The rules, and the services that act on them; pages and demo records only show."""
    rooms = [ROOT / "conduct" / room for room in ("rules", "deadlines", "handoffs", "people", "records")]
    for room in (*rooms, ROOT / "cases" / "services", ROOT / "waivers", ROOT / "disclosures"):
        for path in room.rglob("*.py"):
            if not (path.parent.name == "rules" and path.name in KEEPS) and "migrations" not in path.parts:
                yield path.read_text(encoding="utf-8")


def words_in(tree):
    """Names of attributes and texts, but not what only lists the readings a rule rests on."""
    listed = {
        id(node) for call in ast.walk(tree) if isinstance(call, ast.keyword) and call.arg in NAMED_ONLY
        for node in ast.walk(call.value)
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in listed:
            yield node.value.split(".")[0]


def test_each_reading_that_leaves_a_choice_is_read_or_says_that_it_is_not_yet_in_effect():
    read = {word for source in sources() for word in words_in(ast.parse(source))}
    choices = {key for key in KEYS if leaves_a_choice(ALLOWED[key])}

    assert choices - read == NOT_YET
