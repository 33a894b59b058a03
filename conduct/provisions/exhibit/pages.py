"""Pages and their furniture: marks, numbers, and text that runs on across a break."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.blocks import blocks, ends_a_sentence, heading_lines, item_number
from conduct.provisions.exhibit.faults import Fault, fault, refuse_if
from conduct.provisions.exhibit.structure import Line

MARK = re.compile(r"<PAGE>\s*")
FOOTER = re.compile(r"\s{20,}(\d{1,6})\s*")


@dataclass(frozen=True, slots=True)
class Page:
    """The text of one page without its furniture. `printed` is the number at its foot, if there is one."""

    lines: tuple[Line, ...]
    printed: int | None
    last_line: int


def pages_of(lines: Sequence[Line]) -> list[Page]:
    """The pages in their order, each line knowing its page number. Raises ExhibitRefused."""
    marks = [line for line in lines if MARK.fullmatch(line.text)]
    refuse_if([] if marks else [fault(1, faults.NO_PAGES)])
    pages = [page_of(chunk) for chunk in split_at(lines, marks) if any(not line.is_blank for line in chunk)]
    refuse_if([] if pages else [fault(marks[0].number, faults.NO_SECTIONS)])
    refuse_if(numbering_faults(pages))
    numbers = numbers_of(pages)
    return [replace(page, lines=placed(page.lines, number)) for page, number in zip(pages, numbers, strict=True)]


def split_at(lines: Sequence[Line], marks: Sequence[Line]) -> list[list[Line]]:
    chunks: list[list[Line]] = [[]]
    numbers = {mark.number for mark in marks}
    for line in lines:
        if line.number in numbers:
            chunks.append([])
        else:
            chunks[-1].append(line)
    return chunks


def page_of(chunk: Sequence[Line]) -> Page:
    text = trimmed(chunk)
    footer = FOOTER.fullmatch(text[-1].text)
    kept = trimmed(text[:-1]) if footer else text
    return Page(tuple(kept), int(footer[1]) if footer else None, text[-1].number)


def trimmed(lines: Sequence[Line]) -> list[Line]:
    filled = [place for place, line in enumerate(lines) if not line.is_blank]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def placed(lines: Sequence[Line], number: int) -> tuple[Line, ...]:
    return tuple(replace(line, page=number) for line in lines)


def numbers_of(pages: Sequence[Page]) -> list[int]:
    """Counted on and back from the first number that is printed; from 1 where none is."""
    printed = ((place, page.printed) for place, page in enumerate(pages) if page.printed is not None)
    place, number = next(printed, (0, 1))
    return [number + other - place for other in range(len(pages))]


def numbering_faults(pages: Sequence[Page]) -> list[Fault]:
    pairs = list(zip(pages, numbers_of(pages), strict=True))
    wrong = [
        fault(page.last_line, faults.WRONG_PAGE, found=page.printed, expected=number)
        for page, number in pairs
        if page.printed not in (None, number)
    ]
    if pages[-1].printed is None and any(page.printed is not None for page in pages):
        wrong.append(fault(pages[-1].last_line, faults.CUT_OFF))
    return wrong


def numbering_warnings(pages: Sequence[Page]) -> list[Fault]:
    if all(page.printed is None for page in pages):
        return [fault(1, faults.NO_PAGE_NUMBERS)]
    pairs = zip(pages, numbers_of(pages), strict=True)
    return [fault(page.last_line, faults.UNNUMBERED, number=number) for page, number in pairs if page.printed is None]


def running_text(pages: Sequence[Page]) -> list[Line]:
    """All pages as one text. Between two pages stands a blank line, unless a sentence runs on."""
    filled = [page.lines for page in pages if page.lines]
    text: list[Line] = list(filled[0]) if filled else []
    for before, after in pairwise(filled):
        if not runs_on(before, after[0]):
            text.append(replace(before[-1], text=""))
        text += after
    return text


def runs_on(page: Sequence[Line], following: Line) -> bool:
    last = blocks(page)[-1]
    if item_number(following) or heading_lines([following]) or len(heading_lines(last)) == len(last):
        return False
    return not ends_a_sentence(last[-1].text, ".:;") or following.text.lstrip()[:1].islower()
