"""The frame around a page: bars, the other language, icons, the rail beside the text."""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from conduct.web.templatetags.ui.library import brick, register

PUBLIC_BAR = (
    ("contact:start", _("Contact the desk")),
    ("contact:number", _("I have a number")),
    ("provisions:who_sees", _("Who sees it?")),
    ("provisions:code", _("The Code")),
)
OTHER = {"en": ("ja", "日本語"), "ja": ("en", "English")}
ICONS = frozenset("arrow-left arrow-right check clock copy exit file lock plus print seal search warning eye".split())


@register.inclusion_tag("components/brand.html")
def brand() -> dict[str, object]:
    """The seal and the name of the desk."""
    return {"url": address("home")}


@register.inclusion_tag("components/bar.html", takes_context=True)
def public_bar(context: dict) -> dict[str, object]:
    """The public doors, as far as they are open."""
    path = context["request"].path if "request" in context else ""
    doors = [(address(name), text) for name, text in PUBLIC_BAR]
    return {"items": [{"url": url, "label": text, "current": url == path} for url, text in doors if url]}


@register.inclusion_tag("components/bar.html")
def desk_bar(items: object) -> dict[str, object]:
    """The bar of a role: {url, label, current, count}. A count stands only where something is to be done."""
    return {"items": items}


@register.inclusion_tag("components/language_link.html", takes_context=True)
def language_link(context: dict) -> dict[str, object]:
    """The same page in the other language, named in that language."""
    request: HttpRequest | None = context.get("request")
    code, name = OTHER[(get_language() or "en")[:2]]
    return {"url": translate_url(request.path, code) if request else "", "code": code, "name": name}


@register.inclusion_tag("components/icon.html")
def icon(name: str) -> dict[str, object]:
    """A small drawing beside a word; never alone."""
    if name not in ICONS:
        raise ValueError(name)
    return {"name": name}


@register.simple_block_tag
def rail(content: str, title: str) -> SafeString:
    """The narrow column beside the text; its title is read out, not shown."""
    return brick("rail", content=content, title=title)


def address(name: str) -> str:
    """A page's address, or nothing while the room behind it is not built."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
