"""The README tells the truth about commands and places; a decision record stays short and names what was not chosen."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.architecture.tree import ROOT

README = (ROOT / "README.md").read_text()
DECISIONS = sorted((ROOT / "conduct" / "decisions").glob("*.md"))


def test_every_make_target_of_the_readme_exists():
    targets = re.search(r"^TARGETS := (.*)$", (ROOT / "Makefile").read_text(), re.M)[1].split()

    assert {"demo", "test"} <= set(re.findall(r"\bmake ([a-z-]+)", README)) <= set(targets)


def test_every_command_of_the_readme_exists():
    named = set(re.findall(r"manage\.py (\w+)", README))

    assert named and named <= set(get_commands())


def test_every_place_in_the_readme_exists():
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]

    assert linked and [link for link in linked if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: Path(path).name)
def test_a_decision_record_is_short_and_names_what_was_not_chosen(path):
    text = path.read_text()

    assert text.count("\n") <= 40
    assert text.startswith(f"# {path.name[:4]} ") and "## Not chosen" in text


def test_the_decision_records_are_numbered_without_a_gap():
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    assert len(DECISIONS) >= 12


def test_the_changelog_begins_with_what_is_coming():
    assert "\n## Unreleased\n" in (ROOT / "CHANGELOG.md").read_text()
