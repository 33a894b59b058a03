"""The Japanese of the rulebook's sentences, from the project's catalogue, with or without it being compiled."""

import gettext
from ast import literal_eval
from collections.abc import Callable
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parents[2] / "locale"


@cache
def japanese(locale: Path = LOCALE) -> Callable[[str], str]:
    """Translates a marked text; a text without a pair stays English. Raises `FileNotFoundError` without a catalogue."""
    folder = locale / "ja" / "LC_MESSAGES"
    if (folder / "django.mo").exists():
        return gettext.translation("django", localedir=locale, languages=["ja"]).gettext
    pairs = read_pairs((folder / "django.po").read_text(encoding="utf-8"))
    return lambda text: pairs.get(text) or text


def read_pairs(catalogue: str) -> dict[str, str]:
    """The pairs of an uncompiled catalogue; texts may run over several lines. Plurals are not used by the rulebook."""
    pairs: dict[str, str] = {}
    parts = {"msgid": "", "msgstr": ""}
    now = "msgid"
    for line in [*catalogue.splitlines(), "msgid"]:
        word, _, quoted = line.partition(" ")
        if word == "msgid" and now == "msgstr":
            pairs[parts["msgid"]] = parts["msgstr"]
            parts = {"msgid": "", "msgstr": ""}
        now = word if word in parts else now
        text = quoted if word in parts else line
        parts[now] += literal_eval(text) if text.startswith('"') else ""
    return pairs
