"""Whatever others call by its name says in one line what it is. (Services: see the test of their shape.)"""

import ast
import re

import pytest

from tests.architecture.tree import ROOT, files, parsed, python

PACKAGES = [path for path in python() if path.name == "__init__.py" and path.parts != ("conduct", "__init__.py")]
QUERIES = [
    pytest.param(node, id=f"{path}:{node.name}")
    for path in python()
    if path.stem == "queries" or path.parent.name == "queries"
    for node in parsed(path).body
    if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
]
TABLES = [
    pytest.param(node, id=f"{path}:{node.name}")
    for path in python()
    if path.stem == "models"
    for node in parsed(path).body
    if isinstance(node, ast.ClassDef) and "QuerySet" not in node.name
]
SAID = "\n".join((ROOT / path).read_text() for path in [*python(), *files(".html", ".txt", within=("templates",))])


def first_line(node):
    return (ast.get_docstring(node) or "").partition("\n")[0]


@pytest.mark.parametrize("path", PACKAGES, ids=str)
def test_a_package_says_what_it_holds(path):
    assert first_line(parsed(path)).endswith((".", ":"))


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_says_what_it_answers(query):
    assert first_line(query)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_says_what_a_row_is(table):
    assert first_line(table)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_is_asked_by_somebody(query):
    assert len(re.findall(rf"\b{query.name}\b", SAID)) > 1


def test_they_were_found_at_all():
    assert len(PACKAGES) > 20 and len(QUERIES) > 40 and len(TABLES) > 30
