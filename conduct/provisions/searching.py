"""Finding words in the Code, and showing where they stand. Works on the server; the address keeps what was sought."""

import re
import unicodedata

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from conduct.provisions.keys import parts_of, parts_of_slug

LONGEST = 100


def cleaned(query: str) -> str:
    """What was typed, with full-width letters as plain ones and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", query).replace("\0", "").split())[:LONGEST].strip()


def pattern_of(query: str) -> re.Pattern[str] | None:
    """Large and small letters are alike. Nothing typed finds nothing."""
    return re.compile(re.escape(query), re.IGNORECASE) if query else None


def key_of(query: str) -> str:
    """The paragraph that was named instead of words, such as "III ¶3" or iii-3."""
    parts = parts_of(query.upper()) or parts_of_slug(query.lower())
    return parts.key if parts else ""


def marked(text: str, pattern: re.Pattern[str] | None) -> SafeString:
    """The text, escaped, with a mark around everything that was found."""
    if pattern is None:
        return format_html("{}", text)
    pieces, end = [], 0
    for found in pattern.finditer(text):
        pieces.append((text[end : found.start()], found[0]))
        end = found.end()
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[end:])
