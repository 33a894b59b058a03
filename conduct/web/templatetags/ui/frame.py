"""The frame around a page: bars, the other language, icons, the rail beside the text."""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from conduct.web.templatetags.ui.bricks import brick, register

PUBLIC_BAR = (
    ("contact:start", _("Contact the desk")),
    ("contact:number", _("I have a number")),
    ("contact:who_sees", _("Who sees it?")),
    ("provisions:code", _("The Code")),
)
OTHER = {"en": ("ja", "日本語"), "ja": ("en", "English")}
ICONS = frozenset("arrow-left arrow-right check clock copy exit file lock plus print seal search warning eye".split())


@register.inclusion_tag("components/brand.html")
def brand(url: str = "") -> dict[str, object]:
    """The seal and the name of the desk, as the way to the first page."""
    return {"url": url or address("home")}


@register.simple_tag(takes_context=True)
def page_look(context: dict) -> dict[str, object]:
    """Colours, density, keys and name of whoever is signed in; the page may say otherwise. Nobody outside /w/."""
    request: HttpRequest | None = context.get("request")
    user = request.user if request and request.path.startswith("/w/") and hasattr(request, "user") else None
    look = look_of(user) if user and user.is_authenticated else {}
    return look | {name: context[name] for name in ("theme", "density", "keys_on", "viewer") if name in context}


def look_of(person: object) -> dict[str, object]:
    """From the profile. The name is written as the reader's language writes it."""
    name = getattr(person, "name_ja", "") if get_language() == "ja" else ""
    theme = getattr(person, "theme", "")
    return {
        "theme": theme if theme in ("light", "dark") else "",
        "density": getattr(person, "density", ""),
        "keys_on": getattr(person, "keys", False),
        "viewer": name or str(person),
    }


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
    there = translate_url(request.path, code) if request else ""
    return {"url": there if request and there != request.path else "", "code": code, "name": name}


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
