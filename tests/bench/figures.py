"""What was measured: a line of the table, and of bench.json."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """A value, and its ratio to what it is measured against. `most` or `least` is the target for the ratio."""

    name: str
    value: float
    unit: str
    against: str
    ratio: float
    most: float | None = None
    least: float | None = None

    @property
    def target(self):
        if self.most is None and self.least is None:
            return ""
        return f"<= {self.most:g}" if self.least is None else f">= {self.least:g}"

    @property
    def met(self):
        low = self.least is None or self.ratio >= self.least
        return low and (self.most is None or self.ratio <= self.most)

    def plain(self):
        kept = {name: value for name, value in asdict(self).items() if name not in {"most", "least"}}
        rounded = {"value": float(f"{self.value:.4g}"), "ratio": float(f"{self.ratio:.4g}")}
        return {**kept, **rounded, "target": self.target, "met": self.met}


def table(figures):
    """The figures as lines to read."""
    rows = [("what", "value", "unit", "ratio", "target", "against", "")]
    for each in figures:
        plain = each.plain()
        seen = [each.name, f"{plain['value']:,}", each.unit, f"{plain['ratio']:g}", each.target, each.against]
        rows.append((*seen, "" if each.met else "MISSED"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def write(figures, path):
    path.write_text(json.dumps([each.plain() for each in figures], ensure_ascii=False, indent=1) + "\n")
