"""What a code of conduct is made of, once it is read."""

from dataclasses import dataclass

from conduct.provisions.exhibit.faults import Fault


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its number from 1, where it starts in characters from 0, and its page."""

    number: int
    text: str
    start: int
    page: int = 0

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: its first page, its lines, its characters with the end left out."""

    page: int
    line_first: int
    line_last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """One numbered item of a list, without its number."""

    key: str
    number: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it was written. Its place covers the list that belongs to it."""

    key: str
    number: int
    text: str
    place: Place
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section: its title as the contents list spells it, its heading as the text does."""

    numeral: str
    title: str
    heading: str
    line: int
    page: int
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A whole code of conduct. Its hash is its identity."""

    sha256: str
    title: str
    pages: int
    sections: tuple[Section, ...]
    warnings: tuple[Fault, ...] = ()

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    @property
    def list_items(self) -> list[Item]:
        return [item for paragraph in self.paragraphs for item in paragraph.items]
