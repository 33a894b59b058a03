"""The neutral page: the contents of the Code."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language

from conduct.provisions.queries import versions_until

ORIGINAL = "en"


@dataclass(frozen=True, slots=True)
class Line:
    """A section in the list. `lang` is empty where it is the page's own."""

    numeral: str
    title: str
    lang: str
    url: str


def contents(day: date) -> list[Line]:
    """The sections of the version in force; nothing where none is."""
    version = versions_until(day).first()
    if version is None:
        return []
    japanese = get_language() == "ja"
    code = reverse("provisions:code")
    return [
        Line(
            numeral=section.numeral,
            title=section.title_ja if japanese and section.title_ja else section.title,
            lang=ORIGINAL if japanese and not section.title_ja else "",
            url=f"{code}#{section.numeral.lower()}",
        )
        for section in version.sections.order_by("ordinal")
    ]
