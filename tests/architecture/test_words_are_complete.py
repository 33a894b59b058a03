"""Every sentence that a person may see has its Japanese twin, with the same gaps."""

import re
from io import BytesIO

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tests.architecture.tree import ROOT, files, python

KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None, "gettext_noop": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2), "_n": (1, 2),
}  # fmt: skip
GAP = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def said_in_python(path, source):
    for _, message, _, _ in extract("python", BytesIO(source.encode()), KEYWORDS, options={"encoding": "utf-8"}):
        yield path, message if isinstance(message, str) else tuple(message)


def everything_said():
    for path in python():
        yield from said_in_python(path, (ROOT / path).read_text())
    for path in files(".html", ".txt", within=("templates",)):
        as_python = templatize((ROOT / path).read_text())
        yield from said_in_python(path, "\n".join(line.strip() for line in as_python.splitlines()))


SAID = {message: path for path, message in everything_said()}


@pytest.fixture(scope="module")
def japanese():
    with (ROOT / "conduct/locale/ja/LC_MESSAGES/django.po").open("rb") as file:
        return {message.id: message for message in read_po(file, locale="ja") if message.id}


def variants(string):
    return [string] if isinstance(string, str) else list(string)


def test_every_sentence_is_in_the_catalogue(japanese):
    assert sorted(f"{path}: {message}" for message, path in SAID.items() if message not in japanese) == []


def test_none_is_empty_or_only_guessed(japanese):
    doubtful = [key for key, message in japanese.items() if message.fuzzy or not all(variants(message.string))]

    assert doubtful == []


def test_the_gaps_are_the_same(japanese):
    """A gap that is missing or misspelt would break the page in one language only."""
    different = [
        key
        for key, message in japanese.items()
        for string in variants(message.string)
        if set(GAP.findall(string)) - set(GAP.findall(" ".join(variants(key))))
        or (isinstance(key, str) and set(GAP.findall(key)) != set(GAP.findall(string)))
    ]

    assert different == []


def test_sentences_were_found_at_all():
    assert len(SAID) >= 200
