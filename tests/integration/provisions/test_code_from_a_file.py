"""From a file to the pages by the operator's command: our sample, and the filed Code where it lies at hand."""

import json
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from conduct.provisions.models import CodeVersion, Paragraph
from tests.integration.provisions.conftest import SAMPLE

FILED = Path(__file__).parents[4] / "shared" / "domain" / "code-of-conduct.txt"
FILES = [path for path in (SAMPLE, FILED) if path.exists()]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def taken(request, db):
    """The file in force, and what the command answered."""
    told = StringIO()
    call_command("import_code", request.param, "--effective-on", "2026-04-01", "--resolution", "B-26-03", stdout=told)
    return CodeVersion.objects.get(), json.loads(told.getvalue())


def opened(address):
    answer = Client().get(address, secure=True)
    assert answer.status_code == 200, address
    return " ".join(unescape(answer.content.decode()).split())


def test_the_command_counts_what_it_took(taken):
    version, told = taken

    assert {name: told[name] for name in ("sections", "paragraphs", "list_items", "pages", "warnings", "new")} == {
        "sections": 13, "paragraphs": 27, "list_items": 17, "pages": 6, "warnings": [], "new": True,
    }  # fmt: skip
    assert told["sha256"] == version.sha256
    assert Paragraph.objects.filter(version=version).count() == 27 + 17


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_word_of_it_stands_on_its_page_and_on_the_page_of_its_paragraph(taken, language):
    version, _ = taken
    whole = opened(f"/{language}/code/")

    assert version.sha256 in whole
    for row in Paragraph.objects.filter(version=version):
        slug = row.key.lower().replace(" ¶", "-").replace("(", "-").replace(")", "")
        words = " ".join(row.text.split())
        assert words in whole, row.key
        assert words in opened(f"/{language}/code/{slug}/"), row.key
