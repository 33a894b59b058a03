"""A version gets its Japanese words; the adopted text stays as it is."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation

from conduct.provisions.exhibit import read
from conduct.provisions.models import Paragraph, Section

WORDS = Path(__file__).parents[3] / "conduct" / "provisions" / "sample-code-ja.json"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


@pytest.fixture
def run():
    def called(*words) -> tuple[int, dict, list[str]]:
        out, err, status = StringIO(), StringIO(), 0
        try:
            call_command("translate_code", *map(str, words), stdout=out, stderr=err)
        except SystemExit as end:
            status = end.code
        return status, json.loads(out.getvalue() or "{}"), err.getvalue().splitlines()

    return called


def japanese():
    return {
        **dict(Section.objects.exclude(title_ja="").values_list("numeral", "title_ja")),
        **dict(Paragraph.objects.exclude(text_ja="").values_list("key", "text_ja")),
    }


def test_the_sample_has_japanese_words_for_every_title_and_paragraph(sample):
    code = read(sample)

    assert set(json.loads(WORDS.read_text())) == {
        *(section.numeral for section in code.sections),
        *(text.key for text in (*code.paragraphs, *code.list_items)),
    }


def test_the_words_are_stored_and_again_nothing_changes(run, version):
    first, again = run(WORDS), run(WORDS)

    facts = {"dry_run": False, "sha256": version.sha256, "missing": 0}
    assert first == (0, facts | {"changed": 57}, [])
    assert again == (0, facts | {"changed": 0}, [])
    assert japanese() == json.loads(WORDS.read_text())


def test_a_dry_run_says_what_would_change(run, version):
    _, answer, _ = run(WORDS, "--dry-run")

    assert (answer["changed"], answer["missing"]) == (57, 0)
    assert japanese() == {}


def test_a_part_may_be_translated_first(run, version, tmp_path):
    file = tmp_path / "part.json"
    file.write_text(json.dumps({"II": "法令の遵守", "II ¶1": "法令を守ります。"}))

    assert run(file)[1]["missing"] == 55
    assert japanese() == {"II": "法令の遵守", "II ¶1": "法令を守ります。"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"II ¶1": "a", "II ¶9": "b"}', "The Japanese text names “II ¶9”, which this version does not have."),
        ('{"II ¶1": 3}', "The Japanese text must be JSON"),
        ('{"II ¶1": " "}', "The Japanese text must be JSON"),
        ('["II ¶1"]', "The Japanese text must be JSON"),
        ("II ¶1", "The Japanese text must be JSON"),
        ("", "The Japanese text must be JSON"),
        ("[" * 100_000, "The Japanese text must be JSON"),
        ("\udcff", "The Japanese text must be JSON"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_is_changed(text, told, run, version, tmp_path):
    file = tmp_path / "bad.json"
    file.write_text(text, errors="surrogateescape")

    status, answer, err = run(file)

    assert (status, answer) == (2, {})
    assert err[0].startswith(told)
    assert japanese() == {}


def test_without_a_code_or_a_file_it_says_so(run, db, tmp_path):
    assert run(WORDS)[2][0].startswith("No Code of Conduct was in force on ")
    assert run(tmp_path / "nothing.json")[2] == [f"{tmp_path}/nothing.json cannot be read: No such file or directory."]
