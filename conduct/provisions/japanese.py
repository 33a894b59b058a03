"""The Japanese text of a version: a JSON file of section numerals and paragraph keys, each with its words."""

import json
from collections.abc import Mapping

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NotATranslation(RuleBroken):
    """The file is not what it should be."""

    sentence = gettext_noop(
        "The Japanese text must be JSON in UTF-8: an object of keys such as “III ¶3”, each with words."
    )


class NotInThisVersion(RuleBroken):
    """A key that the version does not have."""

    sentence = gettext_noop("The Japanese text names “{key}”, which this version does not have.")


def read_japanese(data: bytes) -> dict[str, str]:
    """The words by their keys. Raises NotATranslation."""
    try:
        words = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotATranslation from None
    if not isinstance(words, dict) or not all(isinstance(text, str) and text.strip() for text in words.values()):
        raise NotATranslation
    return {key: text.strip() for key, text in words.items()}


def check_keys(words: Mapping[str, str], known: frozenset[str]) -> None:
    """Raises NotInThisVersion for the first key that is not known."""
    for key in words:
        if key not in known:
            raise NotInThisVersion(key=key)
