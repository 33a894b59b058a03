"""What the pages of the Code show."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from re import Pattern

from django.urls import reverse
from django.utils.safestring import SafeString

from conduct.provisions import queries
from conduct.provisions.beside import Mentions, mentions_of
from conduct.provisions.by_when import Limit, by_when
from conduct.provisions.keys import slug_of, whole_of
from conduct.provisions.models import CodeVersion, Paragraph, Section
from conduct.provisions.searching import cleaned, key_of, marked, pattern_of
from conduct.provisions.who_decides import WhoDecides, who_decides

JAPANESE = "ja"
ORIGINAL = "en"  # the language in which the Code was adopted


@dataclass(frozen=True, slots=True)
class Shown:
    """The version on the page, and how it stands to the others."""

    version: CodeVersion
    others: tuple[CodeVersion, ...]
    until: date | None

    @property
    def is_current(self) -> bool:
        return self.until is None

    @property
    def query(self) -> str:
        """What a link needs so that the reader stays in this version."""
        return "" if self.is_current else f"?version={self.version.effective_on.isoformat()}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or list item as it is shown, and where it stands in the file."""

    key: str
    anchor: str
    url: str
    text: SafeString
    lang: str
    item: int | None
    page: int
    lines: str
    is_found: bool = False
    items: list["Passage"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its passages. `lang` is empty where title and page speak the same language."""

    numeral: str
    anchor: str
    title: str
    lang: str
    passages: list[Passage] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CodePage:
    """The whole Code, and what was found in it."""

    shown: Shown
    parts: list[Part]
    sought: str
    found: list[Passage]
    lacks_japanese: bool


@dataclass(frozen=True, slots=True)
class ParagraphPage:
    """One paragraph, what stands beside it, and who decides."""

    shown: Shown
    part: Part
    passage: Passage
    above: Passage | None
    original: str
    before: Passage | None
    after: Passage | None
    decides: WhoDecides
    limits: tuple[Limit, ...]
    mentions: list[Mentions]


def shown_version(asked: date | None, *, today: date) -> Shown | None:
    """The version that was in force on the day asked for (default: today). None where there is none to show."""
    versions = list(queries.versions_until(today))
    place = next((place for place, version in enumerate(versions) if version.effective_on <= (asked or today)), None)
    if place is None or (asked and asked > today):
        return None
    until = versions[place - 1].effective_on - timedelta(days=1) if place else None
    return Shown(versions[place], tuple(one for one in versions if one != versions[place]), until)


def code_page(shown: Shown, *, sought: str, language: str) -> CodePage:
    query = cleaned(sought)
    pattern, key = pattern_of(query), key_of(query)
    parts: dict[str, Part] = {}
    found: list[Passage] = []
    rows = list(queries.paragraphs_of(shown.version))
    for row in rows:
        part = parts.setdefault(row.section.numeral, part_of(row.section, language))
        one = passage(row, shown, language, pattern=pattern, key=key)
        (part.passages[-1].items if row.item else part.passages).append(one)
        found += [one] if one.is_found else []
    lacks = language == JAPANESE and not all(row.text_ja for row in rows)
    return CodePage(shown=shown, parts=list(parts.values()), sought=query, found=found, lacks_japanese=lacks)


def paragraph_page(shown: Shown, key: str, *, language: str, today: date) -> ParagraphPage | None:
    """None where the version has no such paragraph."""
    rows = list(queries.paragraphs_of(shown.version))
    row = next((row for row in rows if row.key == key), None)
    if row is None:
        return None
    beside = [other for other in rows if row.item or not other.item]
    place = beside.index(row)
    under = queries.readings_on(today)
    one = passage(row, shown, language)
    if not row.item:
        one.items.extend(passage(item, shown, language) for item in rows if belongs(item, row))
    return ParagraphPage(
        shown=shown,
        part=part_of(row.section, language),
        passage=one,
        above=next((passage(other, shown, language) for other in rows if belongs(row, other)), None),
        original=row.text if language == JAPANESE and row.text_ja else "",
        before=passage(beside[place - 1], shown, language) if place else None,
        after=passage(beside[place + 1], shown, language) if place + 1 < len(beside) else None,
        decides=who_decides(key, under=under),
        limits=by_when(key, under=under, on=today),
        mentions=mentions_of(key),
    )


def belongs(item: Paragraph, paragraph: Paragraph) -> bool:
    return bool(item.item) and whole_of(item.key) == paragraph.key


def part_of(section: Section, language: str) -> Part:
    title, lang = in_language(section.title, section.title_ja, language)
    return Part(numeral=section.numeral, anchor=section.numeral.lower(), title=title, lang=lang)


def passage(
    row: Paragraph, shown: Shown, language: str, *, pattern: Pattern[str] | None = None, key: str = ""
) -> Passage:
    text, lang = in_language(row.text, row.text_ja, language)
    slug = slug_of(row.key)
    return Passage(
        key=row.key,
        anchor=slug,
        url=reverse("provisions:paragraph", args=[slug]) + shown.query,
        text=marked(text, pattern),
        lang=lang,
        item=row.item,
        page=row.page,
        lines=lines(row.line_first, row.line_last),
        is_found=row.key == key or bool(pattern and pattern.search(text)),
    )


def in_language(original: str, japanese: str, language: str) -> tuple[str, str]:
    """The text, and its language where that is not the page's own."""
    if language != JAPANESE:
        return original, ""
    return (japanese, "") if japanese else (original, ORIGINAL)


def lines(first: int, last: int) -> str:
    """Lines of the file as they are cited: L208, L125-136."""
    return f"L{first}" if first == last else f"L{first}-{last}"
