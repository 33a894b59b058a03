"""The README says what was measured, row by row, and against what."""

import re

import pytest

from tests.architecture.tree import ROOT

MEASURED = (ROOT / "README.md").read_text().partition("\n## Measured\n")[2].partition("\n## ")[0]
ROWS = [line for line in MEASURED.splitlines() if line.startswith("|")][2:]


def test_the_table_has_a_head_and_rows_with_as_many_cells():
    head, rule = [line for line in MEASURED.splitlines() if line.startswith("|")][:2]

    assert re.fullmatch(r"\|( :?-+:? \|)+", rule)
    assert len(ROWS) >= 5 and {row.count("|") for row in ROWS} == {head.count("|")}


@pytest.mark.parametrize("measured", ["queue", "page of a record", "sweep", "filing", "route"])
def test_it_has_a_row_with_a_figure(measured):
    assert [row for row in ROWS if measured in row.lower() and re.search(r"\d", row)]


def test_it_says_on_what_it_was_measured_and_by_which_command():
    assert "make bench" in MEASURED and re.search(r"\d+ (cores|processors)", MEASURED)
