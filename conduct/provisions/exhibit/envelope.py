"""The SGML envelope of a filing: what stands between its TEXT marks is the document."""

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.faults import fault, refuse_if
from conduct.provisions.exhibit.structure import Line

OPENING = ("<SEC-DOCUMENT>", "<DOCUMENT>", "<TEXT>")


def body_of(lines: list[Line]) -> list[Line]:
    """The lines of the one document, numbered as in the file. Raises ExhibitRefused."""
    opened = [line for line in lines if is_mark(line, "<TEXT>")]
    closed = [line for line in lines if is_mark(line, "</TEXT>")]
    if not opened and not closed and not begins_an_envelope(lines):
        return lines
    refuse_if([fault(line.number, faults.SECOND_DOCUMENT) for line in opened[1:]])
    if not opened or not closed or closed[0].number < opened[0].number:
        refuse_if([fault(first_text(lines).number, faults.OPEN_ENVELOPE)])
    return lines[opened[0].number : closed[0].number - 1]


def is_mark(line: Line, mark: str) -> bool:
    return line.text.strip().upper() == mark


def begins_an_envelope(lines: list[Line]) -> bool:
    return first_text(lines).text.strip().upper().startswith(OPENING)


def first_text(lines: list[Line]) -> Line:
    return next(line for line in lines if not line.is_blank)
