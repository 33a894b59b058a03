"""Every word of the rulebook can be read, in both languages, and every sentence keeps its gaps."""

import ast
import re
from enum import StrEnum
from pathlib import Path

import pytest

from conduct.rules import vocabulary
from conduct.rules.commands.japanese import LOCALE, japanese, read_pairs
from conduct.rules.labels import LABELS, label
from conduct.rules.sentence import WORDS, Sentence
from conduct.rules.vocabulary import Body, PersonClass

RULES = Path(vocabulary.__file__).parent
ENUMS = [words for words in vars(vocabulary).values() if isinstance(words, type) and issubclass(words, StrEnum)]
GAP = re.compile(r"\{\w+\}")


def marked_texts():
    for path in sorted(RULES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if is_call and node.func.id in ("gettext_noop", "_") and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


TEXTS = sorted(set(marked_texts()))
SAME_IN_BOTH = {"CEO"}


@pytest.mark.parametrize("words", [words for words in ENUMS if words is not StrEnum], ids=lambda words: words.__name__)
def test_every_word_of_an_enum_has_a_label(words):
    assert set(LABELS[words]) == set(words)
    assert WORDS[words.__name__] is words


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_said_in_japanese_with_the_same_gaps(text):
    told = japanese()(text)

    assert (told != text and not told.isascii()) or GAP.sub("", told).isascii() is (text in SAME_IN_BOTH)
    assert sorted(GAP.findall(told)) == sorted(GAP.findall(text))


def test_there_is_something_to_say():
    assert len(TEXTS) > 500


def test_words_that_are_spelt_alike_keep_their_own_labels():
    assert Body.CEO == PersonClass.CEO
    assert (label(Body.CEO), label(PersonClass.CEO), label("ceo"), label(3)) == (
        "Chief Executive Officer",
        "CEO",
        "ceo",
        "3",
    )


def test_a_sentence_survives_being_written_down_and_is_told_in_another_language_later():
    sentence = Sentence("This is presumed material because of: {sign}.", {"sign": vocabulary.Sign.BRIBERY, "n": 3})
    again = Sentence.from_data(sentence.to_data())

    assert str(again) == "This is presumed material because of: bribery."
    assert again.told(japanese()) == "次の事情により、重要な事案と推定します：贈賄。"


def test_the_uncompiled_catalogue_says_the_same(tmp_path):
    folder = tmp_path / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_bytes((LOCALE / "ja" / "LC_MESSAGES" / "django.po").read_bytes())
    uncompiled = japanese(tmp_path)

    assert [text for text in TEXTS if uncompiled(text) != japanese()(text)] == []
    assert uncompiled("not in the catalogue") == "not in the catalogue"


def test_without_any_catalogue_the_reader_is_told_which_file_is_missing(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"django\.po"):
        japanese(tmp_path / "nowhere")


def test_the_small_reader_knows_texts_of_several_lines_and_notes():
    catalogue = '# note\nmsgid ""\nmsgstr "head"\n\n#, x\nmsgid "a "\n"b"\nmsgstr "c\\n"\n"d"\n'

    assert read_pairs(catalogue) == {"": "head", "a b": "c\nd"}
