"""How what somebody told us reads on a page."""

import json
import re

from django.utils.translation import gettext as _

from conduct.web.answers import told_rows

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")


def answers(told: str) -> list[dict[str, str]]:
    """The reporter's answers by question: {label, value, lang}. A derived case names the matter it follows from."""
    said = json.loads(told)
    if source := said.pop("source", ""):
        said[_("Follows from the matter")] = source
    return [row | {"lang": language_of(row["value"])} for row in told_rows(said)]


def language_of(text: str) -> str:
    """For the voice of a screen reader and the shape of signs: nobody is asked in which language he writes."""
    return "ja" if JAPANESE.search(text) else "en"
