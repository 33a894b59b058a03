"""The one library that every brick is registered in, and how a block brick is printed."""

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


def brick(name: str, /, **context: object) -> SafeString:
    """Print templates/components/<name>.html."""
    return render_to_string(f"components/{name}.html", context)
