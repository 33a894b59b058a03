"""Every query that returns matters, or records, asks `scope` which of them the actor may know about."""

import ast
import re

import pytest

from tests.architecture.tree import called_with_its_steps, functions, parsed, python

MATTER = re.compile(r"\b(Record|Case|Question|Waiver|Disclosure|Consultation)\b")
BELOW_THE_SPINE = {"people", "provisions"}
QUERIES = [path for path in python() if path.stem == "queries" and not BELOW_THE_SPINE & set(path.parts)]


def returning_matters():
    for path in QUERIES:
        for function in functions(path):
            if function.returns and MATTER.search(ast.unparse(function.returns)):
                yield pytest.param(path, function.name, id=f"{path}:{function.name}")


@pytest.mark.parametrize(("path", "name"), list(returning_matters()))
def test_a_query_that_returns_matters_asks_scope(path, name):
    (query,) = [function for function in functions(path) if function.name == name]

    assert {"scope", "check.scope"} & set(called_with_its_steps(query, parsed(path)))


def test_such_queries_were_found_at_all():
    assert len(list(returning_matters())) >= 3
