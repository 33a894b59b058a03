"""Taking a code of conduct into the house."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.db import transaction

from conduct.provisions.exhibit import Exhibit, Item
from conduct.provisions.exhibit import Paragraph as ReadParagraph
from conduct.provisions.models import CodeVersion, Paragraph, Section
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class Acting(Protocol):
    """Who adopts: a person, or the system at a command line."""

    @property
    def person(self) -> object: ...


class AdoptedAfterEffective(RuleBroken):
    """The Code would bind people before the Board had adopted it."""

    sentence = gettext_noop("The Code cannot take effect on {effective_on}, before its adoption on {adopted_on}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """By which resolution a text was adopted, since when it holds, and where it came from."""

    adopted_on: date
    effective_on: date
    resolution: str = ""
    source_name: str = ""


@transaction.atomic
def adopt_code(*, actor: Acting, code: Exhibit, adoption: Adoption, now: datetime) -> tuple[CodeVersion, bool]:
    """Store a new version, once. The second answer is False where the same file was adopted before."""
    if adoption.adopted_on > adoption.effective_on:
        raise AdoptedAfterEffective(adopted_on=adoption.adopted_on, effective_on=adoption.effective_on)

    version, is_new = CodeVersion.objects.get_or_create(
        sha256=code.sha256,
        defaults={
            "title": code.title[:200],
            "source_name": adoption.source_name[-255:],
            "pages": code.pages,
            "section_count": len(code.sections),
            "paragraph_count": len(code.paragraphs) + len(code.list_items),
            "resolution": adoption.resolution,
            "adopted_on": adoption.adopted_on,
            "effective_on": adoption.effective_on,
            "imported_at": now,
            "imported_by_id": getattr(actor.person, "pk", None),
        },
    )
    if is_new:
        store_text(version, code)
    return version, is_new


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
