"""The files of the house, as the tests of this folder walk them. No Git needed: a copy of the tree serves as well."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("cases", "waivers", "disclosures")
ROOMS = ("conduct", *APPS)
NOT_OURS = {".git", ".venv", ".run", "static-collected", "__pycache__", ".hypothesis", "secrets"}


def files(*suffixes, within=("",)):
    """Every file of ours with one of these endings (any, if none is named), made and cached things left out."""
    for place in within:
        for path in sorted((ROOT / place).rglob("*")):
            inside = path.relative_to(ROOT)
            hidden = any(part in NOT_OURS or part.endswith("_cache") for part in inside.parts)
            if path.is_file() and not hidden and (not suffixes or path.suffix in suffixes):
                yield inside


def python(*within):
    return [path for path in files(".py", within=within or ROOMS) if "migrations" not in path.parts]


def parsed(path):
    return ast.parse((ROOT / path).read_text())


def functions(path):
    return [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def called(function):
    """What a function calls, as it is written: `require`, `ledger.record`."""
    return [ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)]


def called_with_its_steps(function, module):
    """Also what the functions call that it calls in the same file, and they in turn."""
    steps = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    seen, waiting, names = set(), [function], []
    while waiting:
        found = called(waiting.pop())
        names += found
        waiting += [steps[name] for name in found if name in steps and name not in seen]
        seen.update(found)
    return names
