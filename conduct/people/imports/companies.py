"""Companies from JSON: `{"companies": [{"id", "name", "relation", "ownership_pct", "jurisdiction", …}]}`."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext as _

from conduct.people.imports.faults import Fault, FileRefused, refuse
from conduct.people.imports.lines import Line, checked_lines

COLUMNS = {
    "id": "company",
    "name": "name",
    "name_ja": "name_ja",
    "relation": "relation",
    "ownership_pct": "ownership_pct",
    "jurisdiction": "jurisdiction",
    "code_adopted_on": "code_adopted_on",
    "from": "from",
    "until": "until",
}
NAMES = {column: name for name, column in COLUMNS.items()}


def lines_of_json(text: str) -> list[Line]:
    """The companies as lines; other fields of the layout are remarks for people and stay in the file."""
    try:
        parsed = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise refuse(_("not JSON from here on: %(why)s") % {"why": error.msg}, error.lineno) from None
    except (RecursionError, ValueError):
        raise refuse(_("The file is JSON, but not a list of companies.")) from None
    entries = parsed.get("companies") if isinstance(parsed, dict) else None
    if not isinstance(entries, list) or not entries:
        raise refuse(_('The file needs a list "companies" with at least one entry.'))
    numbers = _line_numbers(text, len(entries))
    try:
        return checked_lines(_row(number, entry) for number, entry in zip(numbers, entries, strict=True))
    except FileRefused as refused:
        raise FileRefused(
            replace(fault, field=NAMES.get(fault.field, fault.field)) for fault in refused.faults
        ) from None


def _row(number: int, entry: object) -> tuple[int, Mapping[str, str]] | Fault:
    if not isinstance(entry, dict):
        return Fault(number, "companies", _('each entry is an object with "id", "name" and "relation"'))
    cells = {"kind": "company"}
    for name, column in COLUMNS.items():
        fact = entry.get(name)
        if isinstance(fact, bool | list | dict):
            return Fault(number, name, _("is neither text nor a number"))
        cells[column] = "" if fact is None else str(fact).strip()
    return number, cells


def _line_numbers(text: str, count: int) -> list[int]:
    """The line on which each entry of the list begins; the first line where the list cannot be found again."""
    decoder = json.JSONDecoder()
    numbers = []
    try:
        at = re.search(r'"companies"\s*:\s*\[', text).end()
        for _entry in range(count):
            at = re.compile(r"[\s,]*").match(text, at).end()
            numbers.append(text.count("\n", 0, at) + 1)
            _entry, at = decoder.raw_decode(text, at)
    except (AttributeError, ValueError):
        return [1] * count
    return numbers
