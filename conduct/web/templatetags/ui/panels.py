"""Quiet containers: facts, notices, what folds away, the receipt."""

from collections.abc import Iterable

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from conduct.web.templatetags.ui.bricks import brick, register

NOTICES = {"info": ("", ""), "done": ("check", ""), "soon": ("clock", ""), "late": ("warning", _("Important:"))}
TAGS = ("plain", "done", "soon", "late", "outline")
MESSAGES = {"success": "done", "warning": "soon", "error": "late"}
GROUP = 4


@register.simple_block_tag
def panel(content: str, title: str, name: str = "") -> SafeString:
    """A titled part of a page."""
    return brick("panel", content=content, title=title, name=name)


@register.simple_block_tag
def details(content: str, summary: str, is_open: bool = False) -> SafeString:
    """Text that opens on demand, and stands open on paper."""
    return brick("details", content=content, summary=summary, is_open=is_open)


@register.simple_block_tag
def notice(content: str, title: str = "", tone: str = "info", says: bool = False) -> SafeString:
    """Something to know before reading on. `says=True` reads it out once, after an act."""
    drawing, spoken = NOTICES[tone]
    context = {"content": content, "title": title, "tone": tone, "says": says, "icon": drawing, "spoken": spoken}
    return brick("notice", **context)


@register.filter
def tone(level: str) -> str:
    """The tone of one of Django's messages."""
    return MESSAGES.get(level, "info")


@register.simple_block_tag
def fact(content: str, label: str) -> SafeString:
    """One fact of an authority strip or of a list of facts."""
    return brick("fact", content=content, label=label)


@register.inclusion_tag("components/summary_list.html")
def summary_list(rows: Iterable[object]) -> dict[str, object]:
    """Facts, or answers that can be changed: {label, value, url, lang}."""
    return {"rows": rows}


@register.inclusion_tag("components/tag.html")
def tag(text: str, tone: str = "plain") -> dict[str, object]:
    """A small word in a frame; the word alone says what the colour says."""
    return {"text": text, "tone": TAGS[TAGS.index(tone)]}


@register.inclusion_tag("components/receipt_panel.html")
def receipt_panel(number: str) -> dict[str, object]:
    """The number that finds and opens a report: groups of four for the eye, digits for the ear."""
    digits = "".join(number.split())
    groups = [digits[start : start + GROUP] for start in range(0, len(digits), GROUP)]
    return {"groups": groups, "spoken": "; ".join(", ".join(group) for group in groups)}
