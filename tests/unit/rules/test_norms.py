"""The 98 norms, and which tests name them."""

import io
import json
from collections import Counter

import pytest

from conduct.rules.commands import norms as command
from conduct.rules.norms import NORMS
from conduct.rules.readings import RECOMMENDED
from tests.unit.rules.tables import written

ROWS = written("norms.json")
LISTED = ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_norm_stands_where_it_is_written_and_is_of_that_kind(row):
    norm = NORMS[row["id"]]
    item = row["item"] if row["item"] in LISTED else ""

    assert norm.paragraph == f"{row['section']} ¶{row['paragraph']}{item}"
    assert (norm.type, norm.soft) == (row["type"], row["soft"])


def test_there_are_ninety_eight():
    assert list(NORMS) == [row["id"] for row in ROWS] == [f"N{number:03}" for number in range(1, 99)]
    assert Counter(norm.type.value for norm in NORMS.values()) == {"O": 50, "F": 17, "W": 12, "C": 11, "S": 4, "P": 4}


def test_what_cannot_be_waived_are_norms():
    assert set(NORMS) >= RECOMMENDED.non_waivable


def test_statements_say_why_they_need_no_behaviour():
    assert all(norm.reason for norm in NORMS.values() if norm.type == "S")


SOURCE = """
import pytest
pytestmark = [pytest.mark.norm("N001"), pytest.mark.slow]

@pytest.mark.norm("N002", "N003")
def test_one(): ...

class TestSeveral:
    @pytest.mark.norm("N004")
    @pytest.mark.parametrize("x", [1])
    async def test_two(self): ...

    def helper(self): ...

@pytest.mark.norm("N005")
class TestAll:
    def test_three(self): ...

def helper(): ...
"""


def test_the_tests_that_name_a_norm_are_found_by_function_class_and_file(tmp_path):
    folder = tmp_path / "tests" / "unit"
    folder.mkdir(parents=True)
    (folder / "test_sample.py").write_text(SOURCE)
    (folder / "test_other.py").write_text("import os\nPLACE = os.name\ndef test_nothing(): ...\n")
    named = command.tests_by_norm(tmp_path / "tests")

    file = "tests/unit/test_sample.py"
    assert named["N002"] == named["N003"] == [f"{file}::test_one"]
    assert named["N004"] == [f"{file}::TestSeveral::test_two"]
    assert named["N005"] == [f"{file}::TestAll::test_three"]
    assert named["N001"] == [f"{file}::test_one", f"{file}::TestSeveral::test_two", f"{file}::TestAll::test_three"]
    assert named["N006"] == []


def printed(**options):
    out = io.StringIO()
    assert command.run(out, **options) == 0
    return out.getvalue()


def test_the_table_says_for_each_norm_its_tests_its_reason_or_that_it_is_open(tmp_path):
    rows = json.loads(printed(as_json=True))
    assert [row["id"] for row in rows] == list(NORMS)
    assert set(rows[0]) == {"id", "tests", "reason"}
    assert "tests/unit/rules/test_waivers.py::test_each_gate_shuts_for_what_is_missing" in rows[6]["tests"]

    table = printed(tests=tmp_path)
    assert "| N003 | I ¶2 | statement | " in table and NORMS["N003"].reason in table
    assert table.count("Not covered yet.") == sum(norm.reason is None for norm in NORMS.values())
