"""Sections and their order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.blocks import HEADING, blocks, heading_lines, joined, roman
from conduct.provisions.exhibit.faults import Fault, fault
from conduct.provisions.exhibit.structure import Line, Section

Block = list[Line]


@dataclass(slots=True)
class Opened:
    """A heading and the blocks below it, up to the next heading."""

    heading: Block
    text: list[Block] = field(default_factory=list)


def cover_and_sections(text: Sequence[Line]) -> tuple[list[Line], list[Opened]]:
    """Everything before the first heading in capitals is cover."""
    cover: list[Line] = []
    opened: list[Opened] = []
    for block in blocks(text):
        heading = heading_lines(block)
        if heading:
            opened.append(Opened(heading))
        rest = block[len(heading) :]
        if opened and rest:
            opened[-1].text.append(rest)
        elif not opened:
            cover += block
    return cover, opened


def bare_section(heading: Block) -> Section:
    """The section without its paragraphs."""
    found = HEADING.fullmatch(joined(heading))
    numeral, title = (found[1], found[2].strip()) if found else ("", "")
    return Section(numeral=numeral, title=title, heading=title, line=heading[0].number, page=heading[0].page)


def order_faults(sections: Sequence[Section]) -> list[Fault]:
    return [*repeated(sections), *out_of_order(sections)]


def out_of_order(sections: Sequence[Section]) -> list[Fault]:
    """Only the first one: after it every number is out of step."""
    pairs = [(section, roman(place)) for place, section in enumerate(sections, start=1)]
    wrong = [
        fault(section.line, faults.WRONG_SECTION, found=section.numeral, expected=numeral)
        for section, numeral in pairs
        if section.numeral != numeral
    ]
    return wrong[:1]


def repeated(sections: Sequence[Section]) -> list[Fault]:
    found: list[Fault] = []
    numerals: dict[str, int] = {}
    titles: dict[str, int] = {}
    for section in sections:
        numeral, title = section.numeral, section.heading
        if numeral in numerals:
            found.append(fault(section.line, faults.SECTION_TWICE, numeral=numeral, before=numerals[numeral]))
        elif title in titles:
            found.append(fault(section.line, faults.TITLE_TWICE, title=title, before=titles[title]))
        numerals.setdefault(numeral, section.line)
        titles.setdefault(title, section.line)
    return found
