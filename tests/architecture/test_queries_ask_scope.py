"""Every query that returns matters, or records, asks `scope` which of them the actor may know about."""

import ast
import re

import pytest

from tests.architecture.tree import called, functions, python

MATTER = re.compile(r"\b(Record|Case|Question|Waiver|Disclosure|Consultation)\b")
BELOW_THE_SPINE = {"people", "provisions"}
MODULES = [path for path in python() if path.stem == "queries" and not BELOW_THE_SPINE & set(path.parts)]
QUERIES = [(path, function) for path in MODULES for function in functions(path)]


def words(annotation):
    return ast.unparse(annotation) if annotation else ""


def narrows(function):
    """It is handed the rows of somebody who asked already."""
    taken = [words(argument.annotation) for argument in (*function.args.args, *function.args.kwonlyargs)]
    return any("QuerySet" in word and MATTER.search(word) for word in taken)


def asking():
    """The names of all queries that ask, by themselves or through one that does."""
    found, before = {"scope"}, set()
    while found != before:
        before = set(found)
        found |= {query.name for _, query in QUERIES if found & {name.split(".")[-1] for name in called(query)}}
    return found


RETURNING = [
    pytest.param(function, id=f"{path}:{function.name}")
    for path, function in QUERIES
    if MATTER.search(words(function.returns)) and not narrows(function)
]


@pytest.mark.parametrize("function", RETURNING)
def test_a_query_that_returns_matters_asks_scope(function):
    assert function.name in asking()


def test_such_queries_were_found_at_all():
    assert len(RETURNING) >= 8
