"""What a person presses and fills in."""

from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString

from conduct.web.templatetags.ui.bricks import brick, register
from conduct.web.templatetags.ui.frame import address

BUTTONS = ("primary", "secondary", "seal", "quiet")


@register.inclusion_tag("components/button.html")
def button(text: str, kind: str = "primary", url: str = "", name: str = "", value: str = "") -> dict[str, object]:
    """A button that sends its form, or a link that looks like one when it has a url. "seal" cannot be undone."""
    return {"text": text, "kind": BUTTONS[BUTTONS.index(kind)], "url": url, "name": name, "value": value}


@register.inclusion_tag("components/back_link.html")
def back_link(url: str, text: str = "") -> dict[str, object]:
    """The way back, above the heading."""
    return {"url": url, "text": text}


@register.inclusion_tag("components/exit_bar.html")
def exit_bar() -> dict[str, object]:
    """Leave this page at once: a real form, first after the skip link. No token, so that it sets no cookie."""
    return {"url": address("contact:exit"), "after": address("contact:after")}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, object]:
    """What is wrong, each line a link to its field, in the words that stand at the field."""
    shown = [form for form in forms if isinstance(form, BaseForm)]
    return {
        "general": [str(error) for form in shown for error in form.non_field_errors()],
        "fields": [(first_control(field), error) for form in shown for field in form for error in field.errors],
    }


@register.simple_tag
def question(field: BoundField) -> SafeString:
    """A field whose label is the heading of the page."""
    return field.render(context={"field": field, "is_heading": True})


@register.simple_block_tag
def actions(content: str) -> SafeString:
    """The row of buttons under a form or a matter."""
    return brick("actions", content=content)


@register.inclusion_tag("components/filter_bar.html")
def filter_bar(form: BaseForm, found: str = "", clear_url: str = "") -> dict[str, object]:
    """Filters of a list, sent by GET so that the address keeps them."""
    return {"form": form, "found": found, "clear_url": clear_url}


def first_control(field: BoundField) -> str:
    """Groups of radios and boxes have no control with the field's own id; their first choice has one."""
    return field.id_for_label or f"{field.auto_id}_0"
