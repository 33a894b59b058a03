"""From bytes to lines: what is not plain ASCII text of a bearable size is refused here."""

import re

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.faults import Fault, fault, refuse_if
from conduct.provisions.exhibit.structure import Line

LIMIT = 250_000  # bytes
WIDEST = 132  # characters in a line; EDGAR allows no more, not even in a table

CONTROL = re.compile(rb"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\r(?!\n)")
TAB = re.compile(rb"\t")
HIGH = re.compile(rb"[\x80-\xff]")
HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|span|font|p|br|a|b|i|h[1-6]|td|tr)\b[^<>]*>", re.IGNORECASE)
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def lines_of(data: bytes) -> list[Line]:
    """The lines of a plain ASCII file, with LF or CR LF at their ends. Raises ExhibitRefused."""
    refuse_if(faults_of_the_whole(data))
    refuse_if(faults_of_characters(data))
    lines, start = [], 0
    for number, text in enumerate(data.decode("ascii").split("\n"), start=1):
        lines.append(Line(number, text.removesuffix("\r"), start))
        start += len(text) + 1
    return lines


def faults_of_the_whole(data: bytes) -> list[Fault]:
    if not data.strip():
        return [fault(1, faults.EMPTY)]
    if len(data) > LIMIT:
        return [fault(1, faults.TOO_LARGE, limit=LIMIT)]
    if is_utf_16(data):
        return [fault(1, faults.UTF_16)]
    return []


def is_utf_16(data: bytes) -> bool:
    """With a byte order mark, or with every second byte zero, as Latin letters come out."""
    head = data[:200]
    halves = head[0::2], head[1::2]
    return data.startswith(UTF_16_MARKS) or (len(head) > 3 and any(not half.strip(b"\0") for half in halves))


def faults_of_characters(data: bytes) -> list[Fault]:
    """HTML first, then binary, because those files hold every other fault as well."""
    if found := HTML.search(data):
        return [fault(line_at(data, found.start()), faults.HTML)]
    if found := CONTROL.search(data):
        return [fault(line_at(data, found.start()), faults.BINARY)]
    return [*tabs(data), *high_characters(data), *wide_lines(data)]


def tabs(data: bytes) -> list[Fault]:
    return [fault(number, faults.TAB) for number, line in numbered(data) if TAB.search(line)]


def high_characters(data: bytes) -> list[Fault]:
    found = [(number, HIGH.search(line)) for number, line in numbered(data)]
    return [fault(number, faults.NOT_ASCII, column=high.start() + 1) for number, high in found if high]


def wide_lines(data: bytes) -> list[Fault]:
    return [fault(number, faults.TOO_WIDE, widest=WIDEST) for number, line in numbered(data) if len(line) > WIDEST]


def numbered(data: bytes) -> list[tuple[int, bytes]]:
    return list(enumerate(data.split(b"\n"), start=1))


def line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
