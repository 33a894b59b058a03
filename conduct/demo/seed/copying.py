"""Rows into tables by COPY, in PostgreSQL's text format."""

from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

NOTHING = r"\N"
AT_ONCE = 2**20
AS_TEXT: dict[type, Callable[[Any], str]] = {
    type(None): lambda nothing: NOTHING,
    bool: lambda truth: "t" if truth else "f",
    bytes: lambda raw: r"\\x" + raw.hex(),
}


def copy(cursor: Any, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Words, keys, numbers, moments and bytes; none of them holds a tab, a backslash or the end of a line."""
    into = f"COPY {table} ({', '.join(columns.split())}) FROM STDIN"
    text = "".join("\t".join([AS_TEXT.get(type(value), str)(value) for value in row]) + "\n" for row in rows)
    cursor.copy_expert(into, BytesIO(text.encode()), AT_ONCE)
