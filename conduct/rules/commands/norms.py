"""`norms`: the 98 norms, each with the tests that name it, or the sentence that says why it needs no behaviour."""

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from conduct.rules.commands.tables import table
from conduct.rules.labels import gettext_noop, label
from conduct.rules.norms import NORMS, Norm

TESTS = Path(__file__).parents[3] / "tests"
MARKER = "norm"
TITLE = gettext_noop("The norms of the Code and their tests")
NOT_YET = gettext_noop("Not covered yet.")
COLUMNS = (
    gettext_noop("Norm"),
    gettext_noop("Paragraph"),
    gettext_noop("Kind"),
    gettext_noop("What it says"),
    gettext_noop("Tests, or why there are none"),
)
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def run(out: IO[str], *, as_json: bool = False, tests: Path = TESTS) -> int:
    """Print the norms as a table, or as JSON; 0."""
    named = tests_by_norm(tests)
    if as_json:
        rows = [{"id": each.id, "tests": named[each.id], "reason": each.reason} for each in NORMS.values()]
        out.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    else:
        out.write("\n".join(norm_table(named, str)) + "\n")
    return 0


def norm_table(named: dict[str, list[str]], translate: Callable[[str], str]) -> list[str]:
    """The table for people."""
    rows = [
        (each.id, each.paragraph, label(each.type, translate), translate(each.text), covered(each, named, translate))
        for each in NORMS.values()
    ]
    return table(TITLE, COLUMNS, rows, translate)


def covered(norm: Norm, named: dict[str, list[str]], translate: Callable[[str], str]) -> str:
    """The tests of a norm, else its reason, else that it is not covered yet."""
    return ", ".join(named[norm.id]) or translate(norm.reason or NOT_YET)


def tests_by_norm(tests: Path) -> dict[str, list[str]]:
    """For each norm the tests marked with it, as pytest names them, read from the source without running it."""
    found: dict[str, list[str]] = {norm: [] for norm in NORMS}
    for path in sorted(tests.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = path.relative_to(tests.parent).as_posix()
        for test, norms in marked(tree, name, module_marks(tree)):
            for norm in norms & found.keys():
                found[norm].append(test)
    return found


Marked = Iterator[tuple[str, frozenset[str]]]


def marked(parent: ast.Module | ast.ClassDef, name: str, inherited: frozenset[str]) -> Marked:
    """Every test below a module or class with the norms that it, its class or its module names."""
    for node in parent.body:
        if not isinstance(node, Definition):
            continue
        norms = inherited.union(*map(norms_in, node.decorator_list))
        if isinstance(node, ast.ClassDef):
            yield from marked(node, f"{name}::{node.name}", norms)
        elif node.name.startswith("test"):
            yield f"{name}::{node.name}", norms


def module_marks(tree: ast.Module) -> frozenset[str]:
    """The norms named by `pytestmark = …` for a whole file."""
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    marks = [node.value for node in assigned if ast.unparse(node.targets[0]) == "pytestmark"]
    return frozenset().union(*(norms_in(call) for mark in marks for call in ast.walk(mark)))


def norms_in(node: ast.AST) -> frozenset[str]:
    """The norms in `pytest.mark.norm(…)`."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == MARKER):
        return frozenset()
    return frozenset(str(each.value) for each in node.args if isinstance(each, ast.Constant))
