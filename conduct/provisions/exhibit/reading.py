"""From the bytes of a file to the whole code of conduct, or to the list of what is wrong with it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.blocks import ends_a_sentence
from conduct.provisions.exhibit.contents import Entry, disagreements, entries_of, title_of
from conduct.provisions.exhibit.envelope import body_of
from conduct.provisions.exhibit.faults import Fault, fault, refuse_if
from conduct.provisions.exhibit.pages import Page, numbering_warnings, pages_of, running_text
from conduct.provisions.exhibit.paragraphs import paragraphs_of
from conduct.provisions.exhibit.sections import Opened, bare_section, cover_and_sections, order_faults
from conduct.provisions.exhibit.structure import Exhibit, Line, Section
from conduct.provisions.exhibit.text import lines_of

TABLE_MARKS = re.compile(r"\s*(?:</?(?:TABLE|CAPTION|S|C)>\s*)+", re.IGNORECASE)
USUAL_WIDTH = 80


def read(data: bytes) -> Exhibit:
    """The code of conduct that the bytes hold. Raises ExhibitRefused with a line for every fault."""
    body = body_of(lines_of(data))
    tables = [line.number for line in body if TABLE_MARKS.fullmatch(line.text)]
    pages = pages_of([line for line in body if line.number not in set(tables)])
    cover, opened = cover_and_sections(running_text(pages))
    entries = entries_of(cover)
    sections = sections_of(opened, entries)
    refuse_if(cut_off(pages, sections))
    return Exhibit(
        sha256=sha256(data).hexdigest(),
        title=title_of(cover),
        pages=len(pages),
        sections=sections,
        warnings=told([*doubts_of_layout(body, tables, pages), *doubts_of_words(cover, sections)]),
    )


def sections_of(opened: Sequence[Opened], entries: Sequence[Entry]) -> tuple[Section, ...]:
    refuse_if([] if opened else [fault(1, faults.NO_SECTIONS)])
    bare = [bare_section(one.heading) for one in opened]
    wrong = [*order_faults(bare), *disagreements(entries, bare)]
    titles = {entry.numeral: entry.title for entry in entries}
    whole = []
    for section, one in zip(bare, opened, strict=True):
        paragraphs, faulty = paragraphs_of(section.numeral, one.text)
        wrong += faulty or ([] if paragraphs else [fault(section.line, faults.NO_TEXT, numeral=section.numeral)])
        whole.append(replace(section, title=titles.get(section.numeral, section.heading), paragraphs=paragraphs))
    refuse_if(wrong)
    return tuple(whole)


def cut_off(pages: Sequence[Page], sections: Sequence[Section]) -> list[Fault]:
    """Without page numbers only the last sentence can tell that the end is missing."""
    if all(page.printed is None for page in pages) and not is_complete(sections):
        return [fault(last_line(sections), faults.CUT_SENTENCE)]
    return []


def is_complete(sections: Sequence[Section]) -> bool:
    paragraph = sections[-1].paragraphs[-1]
    return ends_a_sentence((paragraph.items or (paragraph,))[-1].text, ".!?")


def last_line(sections: Sequence[Section]) -> int:
    return sections[-1].paragraphs[-1].place.line_last


def doubts_of_layout(body: Sequence[Line], tables: Sequence[int], pages: Sequence[Page]) -> list[Fault]:
    """What a person should look at, although the lines can be read."""
    marks = [fault(number, faults.TABLE) for number in tables]
    wide = [fault(line.number, faults.LONG_LINE) for line in body if len(line.text.rstrip()) > USUAL_WIDTH]
    return [*marks, *wide, *numbering_warnings(pages)]


def doubts_of_words(cover: Sequence[Line], sections: Sequence[Section]) -> list[Fault]:
    """What is missing, although the rest can be read."""
    found = [] if title_of(cover) else [fault(1, faults.NO_TITLE)]
    found += [] if entries_of(cover) else [fault(1, faults.NO_CONTENTS)]
    return found if is_complete(sections) else [*found, fault(last_line(sections), faults.NO_FULL_STOP)]


def told(doubts: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(doubts, key=lambda doubt: doubt.line)[: faults.MOST])
