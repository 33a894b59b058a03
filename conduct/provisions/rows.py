"""A code of conduct that was read, as rows of the database."""

from collections.abc import Iterator

from conduct.provisions.exhibit import Exhibit, Item
from conduct.provisions.exhibit import Paragraph as ReadParagraph
from conduct.provisions.models import CodeVersion, Paragraph, Section


def store_text(version: CodeVersion, code: Exhibit) -> None:
    sections = Section.objects.bulk_create(
        Section(
            version=version,
            ordinal=ordinal,
            numeral=section.numeral,
            title=section.title,
            heading=section.heading,
            page=section.page,
            line=section.line,
        )
        for ordinal, section in enumerate(code.sections, start=1)
    )
    by_numeral = {section.numeral: section for section in sections}
    Paragraph.objects.bulk_create(
        row(version, by_numeral[numeral], ordinal, paragraph, item)
        for ordinal, (numeral, paragraph, item) in enumerate(in_order(code), start=1)
    )


def in_order(code: Exhibit) -> Iterator[tuple[str, ReadParagraph, Item | None]]:
    """Each paragraph, then the items of its list."""
    for section in code.sections:
        for paragraph in section.paragraphs:
            yield section.numeral, paragraph, None
            yield from ((section.numeral, paragraph, item) for item in paragraph.items)


def row(version: CodeVersion, section: Section, ordinal: int, paragraph: ReadParagraph, item: Item | None) -> Paragraph:
    text = item or paragraph
    return Paragraph(
        version=version,
        section=section,
        key=text.key,
        ordinal=ordinal,
        number=paragraph.number,
        item=item.number if item else None,
        text=text.text,
        page=text.place.page,
        line_first=text.place.line_first,
        line_last=text.place.line_last,
        offset_first=text.place.start,
        offset_last=text.place.end,
    )
