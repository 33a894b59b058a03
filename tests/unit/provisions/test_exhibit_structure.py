"""The structure of a code of conduct, read from the EDGAR text layout."""

from hashlib import sha256
from pathlib import Path

import pytest

from conduct.provisions.exhibit import Exhibit, read

FILED = Path(__file__).parents[4] / "shared" / "domain" / "code-of-conduct.txt"

# Section: heading line, then first and last line and page of each paragraph, then the lines of its list items.
STRUCTURE = {
    "I": (39, [(41, 42, 2), (44, 60, 2), (62, 64, 2), (66, 72, 2), (74, 76, 2), (78, 86, 2)], [46, 49, 51, 53, 57, 59]),
    "II": (88, [(90, 98, 2)], []),
    "III": (104, [(106, 119, 3), (121, 123, 3), (125, 136, 3), (138, 148, 3)], [130, 134]),
    "IV": (150, [(152, 165, 3)], []),
    "V": (171, [(173, 181, 4), (183, 206, 4), (208, 208, 4)], [188, 190, 193, 197, 200, 204]),
    "VI": (210, [(212, 220, 4)], []),
    "VII": (222, [(224, 233, 4)], []),
    "VIII": (235, [(241, 247, 5)], []),
    "IX": (249, [(251, 258, 5), (260, 264, 5)], []),
    "X": (266, [(268, 285, 5)], []),
    "XI": (287, [(289, 295, 5)], []),
    "XII": (297, [(299, 305, 5), (311, 323, 6), (325, 336, 6)], [328, 331, 335]),
    "XIII": (338, [(340, 345, 6), (347, 349, 6)], []),
}
KEYS_OF_ITEMS = [
    *(f"I ¶2({number})" for number in range(1, 7)),
    *(f"III ¶3({number})" for number in range(1, 3)),
    *(f"V ¶2({number})" for number in range(1, 7)),
    *(f"XII ¶3({number})" for number in range(1, 4)),
]


def outline(code: Exhibit) -> list[tuple[str, int]]:
    return [(paragraph.key, len(paragraph.items)) for paragraph in code.paragraphs]


def test_the_sample_has_the_shape_of_a_filed_code(sample: bytes) -> None:
    code = read(sample)

    assert (len(code.sections), len(code.paragraphs), len(code.list_items), code.pages) == (13, 27, 17, 6)
    assert {section.numeral: len(section.paragraphs) for section in code.sections} == {
        numeral: len(paragraphs) for numeral, (_, paragraphs, _) in STRUCTURE.items()
    }
    assert [item.key for item in code.list_items] == KEYS_OF_ITEMS
    assert code.title == "Kaede Networks Inc., Code of Conduct"
    assert code.sha256 == sha256(sample).hexdigest()
    assert code.warnings == ()


def test_every_text_of_the_sample_stands_where_its_place_says(sample: bytes) -> None:
    text, lines = sample.decode(), sample.decode().split("\n")

    for one in (*read(sample).paragraphs, *read(sample).list_items):
        place = one.place
        cut = text[place.start : place.end]
        assert one.text.split()[:3] == cut.removeprefix(f"({one.number})").split()[:3]
        assert text.count("\n", 0, place.start) + 1 == place.line_first
        assert text.count("\n", 0, place.end) + 1 == place.line_last
        assert lines[place.line_first - 1].strip() and lines[place.line_last - 1].strip()


def test_a_paragraph_without_a_list_is_its_lines_joined_by_one_space(sample: bytes) -> None:
    text = sample.decode()

    for paragraph in read(sample).paragraphs:
        if not paragraph.items:
            place = paragraph.place
            assert paragraph.text == " ".join(line.strip() for line in text[place.start : place.end].split("\n"))


def test_titles_come_from_the_contents_list_and_headings_from_the_text(sample: bytes) -> None:
    third = read(sample).sections[2]

    assert (third.title, third.heading) == ("Reporting and Responsibility", "REPORTING AND RESPONSIBILITY")


def test_a_heading_at_the_foot_of_a_page_keeps_the_text_on_the_next(sample: bytes) -> None:
    section = read(sample).sections[7]

    assert (section.numeral, section.page, section.paragraphs[0].place.page) == ("VIII", 4, 5)


def test_the_sample_is_ascii_and_no_line_is_wider_than_eighty(sample: bytes) -> None:
    assert sample.isascii()
    assert max(len(line) for line in sample.decode().split("\n")) == 80
    assert sample.decode().split("\n")[-1] == " " * 39 + "6"


if FILED.exists():  # only where the papers lie beside the repository; the sample above is always read

    @pytest.mark.norm("N002")
    def test_the_filed_code_is_read_line_by_line(sample: bytes) -> None:
        data = FILED.read_bytes()
        code = read(data)

        assert len(data) == 17_507
        assert code.sha256 == "01b705a28b91f9964251dd84c9435f387126c2ba37c2d5c3ca16da95a4afab5e"
        assert (code.pages, len(code.paragraphs), len(code.list_items), code.warnings) == (6, 27, 17, ())
        assert {section.numeral: facts(section) for section in code.sections} == STRUCTURE
        assert outline(code) == outline(read(sample))


def facts(section) -> tuple[int, list[tuple[int, int, int]], list[int]]:
    places = [paragraph.place for paragraph in section.paragraphs]
    items = [item.place.line_first for paragraph in section.paragraphs for item in paragraph.items]
    return section.line, [(place.line_first, place.line_last, place.page) for place in places], items
