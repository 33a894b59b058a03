"""A file that is not a code of conduct is refused, with the line of every fault, in both languages."""

import random
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from conduct.provisions.exhibit import LIMIT, Exhibit, ExhibitRefused, faults, read
from conduct.provisions.exhibit.blocks import HEADING, roman

FAULTS = {name: value for name, value in vars(faults).items() if name.isupper() and isinstance(value, str)}


def refusal(data: bytes) -> list[tuple[int, str]]:
    with pytest.raises(ExhibitRefused) as caught:
        read(data)
    return [(fault.line, fault.told.text) for fault in caught.value.faults]


def swapped(text: str, one: str, other: str) -> str:
    return text.replace(one, "\0").replace(other, one).replace("\0", other)


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


WHOLE_FILES: dict[str, tuple[bytes, list[tuple[int, str]]]] = {
    "empty": (b"", [(1, faults.EMPTY)]),
    "only blanks": (b" \n\n  \n", [(1, faults.EMPTY)]),
    "utf-16 with a mark": ("I. PURPOSE\n".encode("utf-16"), [(1, faults.UTF_16)]),
    "utf-16 without a mark": ("I. PURPOSE\n".encode("utf-16-le"), [(1, faults.UTF_16)]),
    "utf-16 big end first": ("I. PURPOSE\n".encode("utf-16-be"), [(1, faults.UTF_16)]),
    "html": (b"<!DOCTYPE html>\n<html><body><p>I. PURPOSE</p></body></html>", [(1, faults.HTML)]),
    "html later": (b"<PAGE>\n\nI. PURPOSE\n\n<P>Text.</P>\n", [(5, faults.HTML)]),
    "binary": (b"\x7fELF\x02\x01\x01\n\x00\x00", [(1, faults.BINARY)]),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n\x00stream", [(4, faults.BINARY)]),
    "tab": (b"<PAGE>\n\nI. PURPOSE\n\n\tText.\n", [(5, faults.TAB)]),
    "lines that were never wrapped": (b"<PAGE>\n\nI. PURPOSE\n\n" + b"Text. " * 30, [(5, faults.TOO_WIDE)]),
    "no pages": (b"I. PURPOSE\n\nText.\n", [(1, faults.NO_PAGES)]),
    "no sections": (b"<PAGE>\n\nA letter.\n", [(1, faults.NO_SECTIONS)]),
    "nothing but a mark": (b"<PAGE>\n", [(1, faults.NO_SECTIONS)]),
    "nothing but a page number": (b"<PAGE>\n" + b" " * 39 + b"1", [(1, faults.NO_SECTIONS)]),
}


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_what_is_no_text_file_at_all_is_refused(name: str) -> None:
    data, told = WHOLE_FILES[name]

    assert refusal(data) == told


def test_characters_outside_ascii_are_refused_with_line_and_column(sample: bytes) -> None:
    data = sample.replace(b"Board of Directors wants", "Board “of” Directors wants".encode(), 1)

    with pytest.raises(ExhibitRefused) as caught:
        read(data)

    (fault,) = caught.value.faults
    assert fault.line == line_of(sample.decode(), "Board of Directors wants")
    assert str(fault.told) == f"The line holds a character outside ASCII at column {fault.told.gaps['column']}."


def test_fifty_megabytes_are_refused_before_they_are_parsed() -> None:
    assert refusal(b"x" * 50_000_000) == [(1, faults.TOO_LARGE)]
    assert LIMIT == 250_000


Change = Callable[[str], str]
CHANGES: dict[str, tuple[Change, list[str]]] = {
    "headings change places": (
        lambda text: swapped(text, "IV. FAIR DEALING", "VI. PUBLIC OFFICIALS"),
        [faults.WRONG_SECTION],
    ),
    "a heading is missing": (
        lambda text: text.replace("IV. FAIR DEALING\n", "\n"),
        [faults.NOT_IN_TEXT, faults.WRONG_SECTION],
    ),
    "a heading in small letters": (
        lambda text: text.replace("IV. FAIR DEALING", "IV. Fair Dealing"),
        [faults.NOT_IN_TEXT, faults.WRONG_SECTION],
    ),
    "a numeral appears twice": (
        lambda text: text.replace("IV. FAIR DEALING", "III. FAIR DEALING"),
        [faults.NOT_IN_TEXT, faults.SECTION_TWICE, faults.WRONG_SECTION],
    ),
    "a title appears twice": (
        lambda text: text.replace("IV. FAIR DEALING", "IV. OBEYING THE LAW"),
        [faults.OTHER_TITLE, faults.TITLE_TWICE],
    ),
    "the contents list has another title": (
        lambda text: text.replace("IV. Fair Dealing", "IV. Dealing Fairly"),
        [faults.OTHER_TITLE],
    ),
    "the contents list lacks a section": (
        lambda text: text.replace("XIII. People with a Stake in the Company", ""),
        [faults.NOT_IN_CONTENTS],
    ),
    "the contents list has one more": (
        lambda text: text.replace("Stake in the Company\n", "Stake in the Company\n\nXIV. Last Words\n", 1),
        [faults.NOT_IN_TEXT],
    ),
    "the contents list is out of order": (
        lambda text: swapped(text, "V. Conflicts of Interest", "VI. Public Officials"),
        [faults.CONTENTS_ORDER],
    ),
    "a page is missing": (
        lambda text: text[: text.index("<PAGE>\n\nIII.")] + text[text.index("<PAGE>\n\nV.") :],
        [faults.WRONG_PAGE] * 3,
    ),
    "a section without text": (
        lambda text: (
            text[: text.index("<PAGE>\n\nEveryone guards")]
            + text[text.index("<PAGE>\n\nEveryone guards") :].replace(
                text[text.index("Everyone guards") : text.index("IX. BUSINESS")], ""
            )
        ),
        [faults.NO_TEXT],
    ),
    "an item is missing": (
        lambda text: text.replace("      (2)   have", "            have", 1),
        [faults.WRONG_ITEM] * 4,
    ),
    "a list without a paragraph": (
        lambda text: text.replace("OBEYING THE LAW\n", "OBEYING THE LAW\n\n      (1) First.\n"),
        [faults.LOST_LIST],
    ),
    "an envelope that stays open": (lambda text: f"<DOCUMENT>\n<TYPE>EX-11.1\n<TEXT>\n{text}", [faults.OPEN_ENVELOPE]),
    "an envelope without text": (lambda text: f"<DOCUMENT>\n<TYPE>EX-11.1\n{text}", [faults.OPEN_ENVELOPE]),
    "two documents": (
        lambda text: f"<DOCUMENT>\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TEXT>\n{text}\n</TEXT>",
        [faults.SECOND_DOCUMENT],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_damaged_code_is_refused_for_what_is_wrong_with_it(name: str, sample: bytes) -> None:
    change, told = CHANGES[name]

    assert sorted(text for _, text in refusal(change(sample.decode()).encode())) == sorted(told)


def test_a_fault_names_the_line_it_is_on(sample: bytes) -> None:
    text = sample.decode().replace("VI. PUBLIC OFFICIALS", "VII. PUBLIC OFFICIALS")

    with pytest.raises(ExhibitRefused) as caught:
        read(text.encode())

    told = {(fault.line, str(fault.told)) for fault in caught.value.faults}
    assert (line_of(text, "VII. PUBLIC"), "Section VII stands where section VI is due.") in told


def test_a_page_out_of_step_is_named(sample: bytes) -> None:
    text = sample.decode().replace(" " * 39 + "4\n", " " * 39 + "7\n")

    with pytest.raises(ExhibitRefused) as caught:
        read(text.encode())

    (fault,) = caught.value.faults
    assert (fault.line, str(fault.told)) == (line_of(text, " " * 39 + "7\n"), "Page 7 stands where page 4 is due.")


def test_wherever_the_file_is_cut_off_it_is_refused(sample: bytes) -> None:
    for end in range(0, len(sample), 7):
        with pytest.raises(ExhibitRefused):
            read(sample[:end])
    with pytest.raises(ExhibitRefused):
        read(sample[:-1])


def test_without_page_numbers_an_unfinished_sentence_tells_that_the_end_is_missing(sample: bytes) -> None:
    text = "\n".join(line for line in sample.decode().split("\n") if not line.strip().isdigit())

    assert [warning.told.text for warning in read(text.encode()).warnings] == [faults.NO_PAGE_NUMBERS]
    assert [text for _, text in refusal(text[:-8].encode())] == [faults.CUT_SENTENCE]


def test_no_more_than_twenty_faults_are_told(sample: bytes) -> None:
    assert len(refusal(sample.replace(b"e", b"\xe9"))) == 20


def test_section_numbers_are_roman_and_end_below_ninety() -> None:
    assert [roman(number) for number in (1, 4, 9, 13, 40, 49, 88, 89)] == [
        "I", "IV", "IX", "XIII", "XL", "XLIX", "LXXXVIII", "LXXXIX",
    ]  # fmt: skip
    assert not HEADING.fullmatch(f"{roman(90)}. TOO MANY")


def either(data: bytes) -> Exhibit | ExhibitRefused:
    try:
        return read(data)
    except ExhibitRefused as refused:
        assert refused.faults
        assert all(str(fault.told) for fault in refused.faults)
        return refused


@given(st.binary(max_size=2_000))
@example(b"<TEXT>")
@example(b"</TEXT>\n<TEXT>\n")
@example(b"<DOCUMENT>\n<TEXT>\n</TEXT>")
@example(b"<PAGE>\nI. A\n<PAGE>\n      (1)\n<PAGE>\n      (1)")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    either(data)


LINES = st.sampled_from(
    [
        "<PAGE>", "", "I. FIRST", "II. SECOND", "II. Second", "      (1) one", "      (2)", "      indented",
        "Text", "Text.", "text:", " " * 39 + "1", " " * 39 + "2", " " * 20 + "99999999", "Table of Contents", "<TABLE>",
        "<S>   <C>", "<TEXT>", "</TEXT>", "<DOCUMENT>", "XCIX. A", "L. L", "\r", "I. A\r",
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=25))
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    either("\n".join(lines).encode())


@given(st.randoms(use_true_random=False))
def test_a_code_with_some_bytes_changed_is_read_or_refused(sample: bytes, chance: random.Random) -> None:
    data = bytearray(sample)
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(data))
        data[place : place + chance.randrange(3)] = bytes(chance.choices(range(10, 128), k=chance.randrange(3)))

    either(bytes(data))
