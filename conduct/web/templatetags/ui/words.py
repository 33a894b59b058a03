"""Words of the Code, sentences, citations and dates as people read them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from django.urls import reverse
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext, gettext_noop

from conduct.provisions.keys import slug_of
from conduct.rules import vocabulary
from conduct.rules.labels import label as label_of
from conduct.rules.sentence import Sentence
from conduct.web.templatetags.ui.bricks import register

KEY = re.compile(r"^([IVX]+)(?: ¶(\d+)(?:\((\w+)\))?)?$")
ROMAN = {"I": 1, "V": 5, "X": 10}
SHOWN = (
    gettext_noop("{section}"),
    gettext_noop("{section} ¶{paragraph}"),
    gettext_noop("{section} ¶{paragraph}({item})"),
)
SPOKEN = (
    gettext_noop("section {number}"),
    gettext_noop("section {number}, paragraph {paragraph}"),
    gettext_noop("section {number}, paragraph {paragraph}, item {item}"),
)


@register.filter
def told(sentence: object) -> str:
    """A sentence of the rules in the reader's language: `{{ line|told }}`. Plain text stays as it is."""
    if isinstance(sentence, Mapping):
        sentence = Sentence.from_data(sentence)
    return sentence.told(gettext) if isinstance(sentence, Sentence) else str(sentence)


@register.filter
def label(word: object, enum: str = "") -> str:
    """A word of the Code as people read it: `{{ decision.lead|label }}`, `{{ record.kind|label:"Kind" }}`."""
    if enum and word:
        words: type[StrEnum] = getattr(vocabulary, enum)
        word = words(word)
    return label_of(word, gettext)


@register.inclusion_tag("components/cite.html")
def cite(key: str, url: str = "") -> dict[str, object]:
    """A paragraph of the Code: its sign for the eye, its words for the ear."""
    return {"shown": told_key(key, SHOWN), "spoken": told_key(key, SPOKEN), "url": url}


@register.inclusion_tag("components/cites.html")
def cites(keys: Iterable[str], linked: bool = False) -> dict[str, object]:
    """Several paragraphs in a row; linked, each leads to its page of the Code."""
    return {"keys": [(key, page_of(key) if linked else "") for key in keys or ()]}


def page_of(key: str) -> str:
    slug = slug_of(key)
    return reverse("provisions:paragraph", args=[slug]) if slug else ""


def told_key(key: str, patterns: tuple[str, str, str]) -> str:
    found = KEY.match(key)
    if not found:
        return key
    section, paragraph, item = found.groups()
    pattern = patterns[bool(paragraph) + bool(item)]
    return gettext(pattern).format(section=section, number=number_of(section), paragraph=paragraph, item=item)


def number_of(roman: str) -> int:
    """IX is 9: a smaller sign before a larger one is taken away."""
    worth = [ROMAN[sign] for sign in roman]
    return sum(-here if here < after else here for here, after in zip(worth, [*worth[1:], 0], strict=True))


@register.filter
def day(when: date | datetime | None) -> SafeString | str:
    """The company's calendar day, with its year."""
    return written(when, "DATE_FORMAT")


@register.filter
def short_day(when: date | datetime | None) -> SafeString | str:
    """Day and month, where the year is plain from the place."""
    return written(when, "MONTH_DAY_FORMAT")


@register.filter
def moment(when: datetime | None) -> SafeString | str:
    """Day and minute, in the company's time."""
    return written(when, "DATETIME_FORMAT")


def written(when: date | datetime | None, style: str) -> SafeString | str:
    if when is None:
        return ""
    shown = company_time(when) if isinstance(when, datetime) else when
    return format_html('<time datetime="{}">{}</time>', shown.isoformat(), formats.date_format(shown, style))


def company_time(at: datetime) -> datetime:
    """The same moment on the company's clock."""
    return at.astimezone(get_default_timezone())
