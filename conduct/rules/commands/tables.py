"""Markdown tables for people, in one language."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from conduct.rules.labels import label

Translate = Callable[[str], str]


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], translate: Translate) -> list[str]:
    """A table under its title. Title and columns are translated here; words of the Code inside cells as well."""
    head = [translate(column) for column in columns]
    lines = ["", f"## {translate(title)}", "", f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    return lines + [f"| {' | '.join(cell(each, translate) for each in row)} |" for row in rows]


def cell(value: object, translate: Translate) -> str:
    """A cell that cannot break its table; an empty one is a dash, a set its words in order."""
    if value is None or value in ("", (), frozenset()):
        return "–"
    if isinstance(value, frozenset):
        return ", ".join(sorted(cell(each, translate) for each in value))
    if isinstance(value, tuple):
        return ", ".join(cell(each, translate) for each in value)
    told = label(value, translate) if isinstance(value, StrEnum) else str(value)
    return told.replace("|", "/").replace("\n", " ")


def open_ended(text: str, translate: Translate) -> str:
    """A sentence of the rulebook without its facts: dots stand where they go."""
    return translate(text).format_map(defaultdict(lambda: "[…]"))
