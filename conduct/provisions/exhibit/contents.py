"""The cover: the title of the whole, and the contents list with which the headings are compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.blocks import HEADING, roman
from conduct.provisions.exhibit.faults import Fault, fault
from conduct.provisions.exhibit.structure import Line, Section

EXHIBIT = re.compile(r"\s*EXHIBIT\s+[\w.()]+\s*", re.IGNORECASE)
LIST_TITLE = re.compile(r"\s*(?:TABLE OF )?CONTENTS\s*", re.IGNORECASE)
LEADER = re.compile(r"(?:\s*\.{2,}\s*|\s{2,})\d+$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents list."""

    numeral: str
    title: str
    line: int


def title_of(cover: Sequence[Line]) -> str:
    """The first line of the cover that is neither the exhibit's number nor the contents list."""
    for line in cover:
        if LIST_TITLE.fullmatch(line.text) or HEADING.fullmatch(line.text.strip()):
            return ""
        if not line.is_blank and not EXHIBIT.fullmatch(line.text):
            return line.text.strip()
    return ""


def entries_of(cover: Sequence[Line]) -> list[Entry]:
    found = [(line, HEADING.fullmatch(LEADER.sub("", line.text.strip()))) for line in cover]
    return [Entry(heading[1], heading[2].strip(), line.number) for line, heading in found if heading]


def same(listed: str, heading: str) -> bool:
    return listed.casefold().split() == heading.casefold().split()


def disagreements(entries: Sequence[Entry], sections: Sequence[Section]) -> list[Fault]:
    """Every difference between the contents list and the headings. None where there is no list."""
    if not entries:
        return []
    compared = (absent(entries, sections), unlisted(entries, sections), renamed(entries, sections))
    return [*order_faults(entries), *(found for faulty in compared for found in faulty)]


def order_faults(entries: Sequence[Entry]) -> list[Fault]:
    pairs = [(entry, roman(place)) for place, entry in enumerate(entries, start=1)]
    wrong = [
        fault(entry.line, faults.CONTENTS_ORDER, found=entry.numeral, expected=numeral)
        for entry, numeral in pairs
        if entry.numeral != numeral
    ]
    return wrong[:1]


def absent(entries: Sequence[Entry], sections: Sequence[Section]) -> list[Fault]:
    present = {section.numeral for section in sections}
    return [
        fault(entry.line, faults.NOT_IN_TEXT, numeral=entry.numeral, title=entry.title)
        for entry in entries
        if entry.numeral not in present
    ]


def unlisted(entries: Sequence[Entry], sections: Sequence[Section]) -> list[Fault]:
    listed = {entry.numeral for entry in entries}
    return [
        fault(section.line, faults.NOT_IN_CONTENTS, numeral=section.numeral, title=section.heading)
        for section in sections
        if section.numeral not in listed
    ]


def renamed(entries: Sequence[Entry], sections: Sequence[Section]) -> list[Fault]:
    headings = {section.numeral: section.heading for section in reversed(sections)}
    pairs = [(entry, headings.get(entry.numeral, entry.title)) for entry in entries]
    return [
        fault(entry.line, faults.OTHER_TITLE, numeral=entry.numeral, listed=entry.title, title=heading)
        for entry, heading in pairs
        if not same(entry.title, heading)
    ]
