"""Nothing imports upward, and every sensitive thing has one door: the contracts in pyproject.toml."""

import re
import tomllib

from importlinter.cli import lint_imports

from tests.architecture.tree import ROOT, python

OUTSIDE_THE_STACK = {
    "alive": "standard library only, asked by a container's health check",
    "bootstrap": "run by path, before there is an environment",
    "checks": "run by path, by make check",
    "embedded": "run by path, standard library only",
    "servers": "standard library only, behind embedded",
    "serve": "run by path, inside embedded",
    "licences": "a command about what is installed",
    "settings": "Django's",
    "formats": "Django's: how dates and numbers are written",
}


def contracts():
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_the_contracts_hold(capsys):
    broken = lint_imports(no_cache=True)

    assert broken == 0, capsys.readouterr().out


def test_every_room_has_its_place_in_the_stack():
    stack = next(contract["layers"] for contract in contracts() if contract["name"].startswith("Rooms are stacked"))
    placed = {name for layer in stack for name in re.findall(r"conduct\.(\w+)", layer)}
    rooms = {path.stem for path in (ROOT / "conduct").iterdir() if path.suffix == ".py" or list(path.glob("*.py"))}

    assert rooms - {"__init__"} - placed - set(OUTSIDE_THE_STACK) == set()
    assert placed & set(OUTSIDE_THE_STACK) == set()


def test_the_house_package_itself_is_empty():
    """A line in it would be imported with the rulebook."""
    assert (ROOT / "conduct" / "__init__.py").read_text() == ""


def test_no_module_hides_behind_a_package_of_its_name():
    """Python would import the package and never look at the file."""
    assert [path for path in python() if (ROOT / path.with_suffix("")).is_dir()] == []
