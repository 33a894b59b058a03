"""Paragraphs and the lists that belong to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from conduct.provisions.exhibit import faults
from conduct.provisions.exhibit.blocks import ITEM, item_number, joined
from conduct.provisions.exhibit.faults import Fault, fault
from conduct.provisions.exhibit.structure import Item, Line, Paragraph, Place

LIST_INDENT = 6


@dataclass(slots=True)
class Draft:
    """A paragraph while its list is still growing."""

    lines: list[Line]
    items: list[list[Line]] = field(default_factory=list)


def paragraphs_of(numeral: str, text: Sequence[list[Line]]) -> tuple[tuple[Paragraph, ...], list[Fault]]:
    """The paragraphs of one section and what is wrong with their lists."""
    drafts: list[Draft] = []
    wrong: list[Fault] = []
    for chunk in (chunk for block in text for chunk in chunks(block)):
        if item_number(chunk[0]) is not None:
            wrong += add_item(drafts, chunk)
        elif goes_on_with_the_list(drafts, chunk):
            drafts[-1].items[-1].extend(chunk)
        else:
            drafts.append(Draft(chunk))
    return tuple(finished(numeral, number, draft) for number, draft in enumerate(drafts, start=1)), wrong


def chunks(block: Sequence[Line]) -> list[list[Line]]:
    """A block, cut before each line that opens a list item."""
    cut: list[list[Line]] = []
    for line in block:
        if not cut or item_number(line) is not None:
            cut.append([])
        cut[-1].append(line)
    return cut


def add_item(drafts: list[Draft], chunk: list[Line]) -> list[Fault]:
    line, number = chunk[0].number, item_number(chunk[0])
    if not drafts:
        return [fault(line, faults.LOST_LIST)]
    drafts[-1].items.append(chunk)
    due = len(drafts[-1].items)
    return [] if number == due else [fault(line, faults.WRONG_ITEM, found=number, expected=due)]


def goes_on_with_the_list(drafts: Sequence[Draft], chunk: Sequence[Line]) -> bool:
    """An indented block without a number continues the item above it."""
    return bool(drafts and drafts[-1].items) and all(line.indent >= LIST_INDENT for line in chunk)


def finished(numeral: str, number: int, draft: Draft) -> Paragraph:
    key = f"{numeral} ¶{number}"
    items = tuple(finished_item(key, place, lines) for place, lines in enumerate(draft.items, start=1))
    everything = [*draft.lines, *(line for lines in draft.items for line in lines)]
    return Paragraph(key=key, number=number, text=joined(draft.lines), place=place_of(everything), items=items)


def finished_item(key: str, number: int, lines: Sequence[Line]) -> Item:
    opening = ITEM.match(lines[0].text)
    first = opening[2].strip() if opening else ""
    text = " ".join([first, joined(lines[1:])]).strip()
    return Item(key=f"{key}({number})", number=number, text=text, place=place_of(lines))


def place_of(lines: Sequence[Line]) -> Place:
    first, last = lines[0], lines[-1]
    return Place(
        page=first.page,
        line_first=first.number,
        line_last=last.number,
        start=first.start + first.indent,
        end=last.start + len(last.text.rstrip()),
    )
