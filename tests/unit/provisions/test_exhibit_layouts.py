"""Layouts that differ from the sample and are still read."""

from conduct.provisions.exhibit import faults, read

FOOT = " " * 39


def code(*pages: str, foot: str = FOOT) -> bytes:
    """A small code of conduct with its page marks and, unless `foot` is empty, its page numbers."""
    marked = [f"<PAGE>\n\n{page}\n\n{foot and foot + str(number)}\n" for number, page in enumerate(pages, 1)]
    return "\n".join(marked).encode()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs]


def warnings(data: bytes) -> list[tuple[int, str]]:
    return [(warning.line, warning.told.text) for warning in read(data).warnings]


COVER = "A Code\n\nTable of Contents\n\nI. First\n\nII. Second"


def test_an_envelope_changes_neither_structure_nor_line_numbers(sample: bytes) -> None:
    head = "<DOCUMENT>\n<TYPE>EX-11.1\n<SEQUENCE>6\n<FILENAME>code.txt\n<DESCRIPTION>EX-11.1 CODE\n<TEXT>\n"
    bare, wrapped = read(sample), read(head.encode() + sample + b"\n</TEXT>\n</DOCUMENT>\n")

    assert [paragraph.text for paragraph in bare.paragraphs] == [paragraph.text for paragraph in wrapped.paragraphs]
    assert [paragraph.place.line_first + 6 for paragraph in bare.paragraphs] == [
        paragraph.place.line_first for paragraph in wrapped.paragraphs
    ]
    assert bare.sha256 != wrapped.sha256


def test_line_ends_of_windows_are_read(sample: bytes) -> None:
    lines = sample.replace(b"\n", b"\r\n")

    assert texts(lines) == texts(sample)
    place = read(lines).paragraphs[0].place
    assert lines[place.start : place.end].decode().startswith("This document is")


def test_a_paragraph_goes_on_over_the_page_when_its_sentence_does() -> None:
    data = code(COVER, "I. FIRST\n\nOne sentence that is not", "finished here.\n\nAnother.\n\nII. SECOND\n\nLast.")

    assert texts(data) == ["One sentence that is not finished here.", "Another.", "Last."]
    assert read(data).paragraphs[0].place.page == 2


def test_a_page_that_begins_in_small_letters_goes_on_with_the_last_paragraph() -> None:
    data = code(COVER, "I. FIRST\n\nMessrs. A and Co.", "have agreed.\n\nII. SECOND\n\nLast.")

    assert texts(data) == ["Messrs. A and Co. have agreed.", "Last."]


def test_a_page_that_ends_with_a_full_stop_ends_the_paragraph() -> None:
    data = code(COVER, 'I. FIRST\n\nThis is "done."', "Next.\n\nII. SECOND\n\nLast.")

    assert texts(data) == ['This is "done."', "Next.", "Last."]


def test_a_list_goes_on_over_the_page() -> None:
    data = code(
        COVER,
        "I. FIRST\n\nDo:\n\n      (1) this; and",
        "      (2) that which goes\n      over two lines.\n\nII. SECOND\n\nLast.",
    )
    (first, _) = read(data).paragraphs

    assert [(item.key, item.text) for item in first.items] == [
        ("I ¶1(1)", "this; and"),
        ("I ¶1(2)", "that which goes over two lines."),
    ]


def test_items_without_blank_lines_between_them_are_told_apart() -> None:
    data = code(COVER, "I. FIRST\n\nDo:\n      (1) this;\n      (2) that.\n\nII. SECOND\n\nLast.")

    assert [item.text for item in read(data).list_items] == ["this;", "that."]


def test_an_indented_block_below_an_item_belongs_to_the_item() -> None:
    data = code(COVER, "I. FIRST\n\nDo:\n\n      (1) this.\n\n      It is easy.\n\nAfter.\n\nII. SECOND\n\nLast.")

    assert [item.text for item in read(data).list_items] == ["this. It is easy."]
    assert texts(data) == ["Do:", "After.", "Last."]


def test_small_roman_numbers_inside_a_sentence_are_no_list(sample: bytes) -> None:
    fourth = next(paragraph for paragraph in read(sample).paragraphs if paragraph.key == "III ¶4")

    assert fourth.items == ()
    assert all(f"({number})" in fourth.text for number in ("i", "ii", "iii"))


def test_a_number_alone_on_a_line_is_a_page_number_only_at_the_foot() -> None:
    data = code(COVER, f"I. FIRST\n\nIn the year\n{FOOT}2006\nit began.\n\nII. SECOND\n\nLast.")

    assert texts(data)[0] == "In the year 2006 it began."


def test_a_heading_on_two_lines_is_one_heading() -> None:
    cover = "A Code\n\nTable of Contents\n\nI. First and Last"
    data = code(cover, "I. FIRST\nAND LAST\n\nText.")

    assert [(section.title, section.heading) for section in read(data).sections] == [
        ("First and Last", "FIRST AND LAST")
    ]


def test_page_numbers_may_begin_after_the_cover() -> None:
    data = b"<PAGE>\n\n" + COVER.encode() + b"\n\n" + code("I. FIRST\n\nText.", "II. SECOND\n\nLast.")

    assert [paragraph.place.page for paragraph in read(data).paragraphs] == [1, 2]
    assert warnings(data) == [(9, faults.UNNUMBERED)]


def test_dots_and_page_numbers_in_the_contents_list_are_left_out() -> None:
    data = code("A Code\n\nContents\n\nI. First ........ 2\nII. Second   3", "I. FIRST\n\nText.\n\nII. SECOND\n\nLast.")

    assert [section.title for section in read(data).sections] == ["First", "Second"]


def test_what_can_be_read_but_should_be_looked_at_is_a_warning() -> None:
    wide = "x" * 81 + "."
    data = code(f"I. FIRST\n\n{wide}\n\n<TABLE>\n<S>   <C>\nText.\n</TABLE>", foot="")

    assert warnings(data) == [
        (1, faults.NO_PAGE_NUMBERS),
        (1, faults.NO_TITLE),
        (1, faults.NO_CONTENTS),
        (5, faults.LONG_LINE),
        (7, faults.TABLE),
        (8, faults.TABLE),
        (10, faults.TABLE),
    ]
