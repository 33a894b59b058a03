"""What can be told of lines by their shape alone: blocks, headings, list items, the end of a sentence."""

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from conduct.provisions.exhibit.structure import Line

HEADING = re.compile(r"([IVXL]+)\. (.+)")
SIGNS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
ITEM = re.compile(r" {6}\((\d{1,4})\)\s*(.*)")


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """Runs of lines without a blank one between them."""
    return [list(run) for blank, run in groupby(lines, key=lambda line: line.is_blank) if not blank]


def heading_lines(block: Sequence[Line]) -> list[Line]:
    """The lines in capitals that open a block, if the first is numbered as a section is."""
    if not HEADING.fullmatch(block[0].text.rstrip()):
        return []
    return list(takewhile(lambda line: not has_small_letters(line.text), block))


def has_small_letters(text: str) -> bool:
    return any(letter.islower() for letter in text)


def item_number(line: Line) -> int | None:
    found = ITEM.match(line.text)
    return int(found[1]) if found else None


def joined(lines: Sequence[Line]) -> str:
    """The words of the lines with one space where a line ended; nothing is corrected."""
    return " ".join(line.text.strip() for line in lines)


def ends_a_sentence(text: str, marks: str) -> bool:
    """Closing quotation marks and brackets after the mark do not count."""
    return text.rstrip().rstrip("\"')]").endswith(tuple(marks))


def roman(number: int) -> str:
    """From 90 on it holds signs that no heading is matched with, so a code has at most 89 sections."""
    numeral = ""
    for value, sign in SIGNS:
        times, number = divmod(number, value)
        numeral += sign * times
    return numeral
