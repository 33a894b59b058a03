"""The house stays small. Split before you raise a number."""

from statistics import median

import pytest

from tests.architecture.tree import ROOT, files, functions, python

MODULES = python()
PAGES = list(files(".html", within=("templates",)))


def lines(path):
    return (ROOT / path).read_text().count("\n")


def most(path):
    return 90 if path.parent.name == "services" else 400


def length(function):
    return function.end_lineno - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_and_its_functions_stay_small(path):
    assert lines(path) <= most(path)
    assert [function.name for function in functions(path) if length(function) > 40] == []


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_a_template_stays_small(path):
    assert lines(path) <= 150


def test_the_usual_function_and_module_are_much_smaller():
    lengths = sorted(length(function) for path in MODULES for function in functions(path))
    sizes = sorted(map(lines, MODULES))

    assert median(lengths) <= 8 and lengths[int(0.95 * len(lengths))] <= 25
    assert median(sizes) <= 80 and sizes[int(0.95 * len(sizes))] <= 250


VAGUE = {"utils", "util", "common", "misc", "helpers", "helper", "manager", "handler", "handlers", "processor", "data"}


def test_no_module_has_a_vague_name():
    assert [path for path in MODULES if VAGUE & set(path.stem.split("_")) and path.stem != "__init__"] == []
