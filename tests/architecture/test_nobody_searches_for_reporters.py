"""No query, service, form, filter or endpoint looks for what somebody told us by who told it (III ¶3(2), A48)."""

import ast
import re

import pytest

from tests.architecture.tree import parsed, python
from tests.integration.api.operations import described

ASKS = re.compile(r"(^|_)(reporter|teller|whistle\w*|told_by|reported_by|filed_by|identity|watched)s?($|_)")
FILTERS = {"filter", "exclude", "get", "get_or_create", "annotate", "order_by", "values", "values_list"}
OWN = {  # a person asks of oneself: the one link from an account to a report, made at that person's wish
    "cases/queries.py:own_reports", "cases/consequences.py:named_in", "cases/services/keep_number.py:keep_number",
    "conduct/answers/services/_asker.py:tell_the_asker", "conduct/api/own.py:get_queryset",
}  # fmt: skip
MODULES = [path for path in python() if "demo" not in path.parts]


def lookups(function):
    """The names of the columns by which a function narrows rows."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in FILTERS:
            yield from (word.arg for word in node.keywords if word.arg)


def functions_of(path):
    return [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef)]


@pytest.mark.norm("N036")
@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_rows_are_narrowed_by_who_told_us(path):
    found = {(one.name, word) for one in functions_of(path) for word in lookups(one) if ASKS.search(word)}
    known = {(name, word) for name, word in found if word == "watched_as"}  # whether reporter or witness, not who

    assert found - known == set()


@pytest.mark.parametrize("path", [path for path in MODULES if path.stem == "queries"], ids=str)
def test_no_query_takes_somebody_to_look_for(path):
    taken = {(one.name, argument.arg) for one in functions_of(path) for argument in one.args.args + one.args.kwonlyargs}

    assert {(name, word) for name, word in taken if ASKS.search(word)} == set()


def test_the_one_link_from_an_account_to_a_report_is_read_by_its_own_person_alone():
    found = {
        f"{path}:{one.name}"
        for path in MODULES
        for one in functions_of(path)
        if "KeptNumber" in ast.unparse(one) or "kept_numbers" in ast.unparse(one)
    }

    assert {name for name in found if not name.split(":")[0].startswith("conduct/desks/presenters/own")} <= OWN


def test_no_endpoint_takes_a_person_as_a_filter():
    taken = {
        (path, parameter["name"])
        for path, methods in described()["paths"].items()
        for operation in methods.values()
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query"
    }

    assert taken and not {pair for pair in taken if ASKS.search(pair[1]) or "person" in pair[1] or pair[1] == "by"}


def test_the_net_would_catch_such_a_query():
    bad = ast.parse("def reports_by(person):\n    return Case.objects.filter(reporter=person)").body[0]

    assert [word for word in lookups(bad) if ASKS.search(word)] == ["reporter"]
