"""Leafing by place: one comparison of whole rows, which begins in the index however many rows are due at once."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BooleanField, Func, Value


class Beyond(Func):
    """Whether a row lies after a place, or before it: `(due, reference) > (…, …)`. The keys run in one direction."""

    output_field = BooleanField()

    def __init__(self, keys: Sequence[str], place: Sequence[object], *, before: bool = False) -> None:
        super().__init__(*keys, *map(Value, place))
        self.sign = "<" if before else ">"

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        parts, values = zip(*(compiler.compile(each) for each in self.source_expressions), strict=True)
        half = len(parts) // 2
        sides = f"({', '.join(parts[:half])}) {self.sign} ({', '.join(parts[half:])})"
        return sides, [value for each in values for value in each]
