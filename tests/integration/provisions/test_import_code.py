"""`import_code` as an operator meets it."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from conduct.audit.models import AuditEvent
from conduct.clock import day, now
from conduct.provisions.models import CodeVersion, Paragraph

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english():
    """A page opened by another test leaves its language behind in this thread."""
    with translation.override("en"):
        yield


@pytest.fixture
def file(tmp_path, sample):
    path = tmp_path / "code.txt"
    path.write_bytes(sample)
    return path


@pytest.fixture
def run():
    """run(*words) gives exit status, what went to standard output, and the lines on standard error."""

    def called(*words) -> tuple[int, str, list[str]]:
        out, err, status = StringIO(), StringIO(), 0
        try:
            call_command("import_code", *map(str, words), stdout=out, stderr=err)
        except SystemExit as end:
            status = end.code
        return status, out.getvalue(), err.getvalue().splitlines()

    return called


def test_a_code_is_imported_and_described(run, file):
    status, out, err = run(
        file, "--resolution", "B-26-03", "--adopted-on", "2026-03-20", "--effective-on", "2026-04-01"
    )

    version = CodeVersion.objects.get()
    assert (status, err) == (0, [])
    assert json.loads(out) == {
        "sha256": version.sha256,
        "sections": 13,
        "paragraphs": 27,
        "list_items": 17,
        "pages": 6,
        "warnings": [],
        "new": True,
    }
    assert (version.adopted_on, version.effective_on) == (date(2026, 3, 20), date(2026, 4, 1))
    assert (version.resolution, version.source_name) == ("B-26-03", "code.txt")
    assert Paragraph.objects.count() == 44


def test_the_ledger_says_that_a_version_was_taken_in(run, file):
    run(file)

    assert AuditEvent.objects.get().event == "code:adopted"


def test_without_days_it_takes_effect_today_and_the_missing_resolution_is_pointed_out(run, file):
    _, out, _ = run(file)

    version, today = CodeVersion.objects.get(), day(now())
    assert (version.adopted_on, version.effective_on) == (today, today)
    assert json.loads(out)["warnings"] == ["No resolution was named. Give the Board's resolution with --resolution."]


def test_a_code_adopted_for_a_later_day_takes_effect_then(run, file):
    run(file, "--adopted-on", "2999-01-01")

    assert CodeVersion.objects.get().effective_on == date(2999, 1, 1)


def test_a_dry_run_describes_and_stores_nothing(run, file):
    status, out, _ = run(file, "--dry-run")

    answer = json.loads(out)
    assert (status, answer["new"], answer["paragraphs"]) == (0, True, 27)
    assert not CodeVersion.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("words", [(), ("--dry-run",), ("--effective-on", "2030-01-01")])
def test_the_same_file_again_says_so_and_changes_nothing(words, run, file):
    _, first, _ = run(file, "--resolution", "B-26-03")
    before = CodeVersion.objects.values().get()

    status, again, err = run(file, *words)

    assert status == 0
    assert err == ["This file was adopted before. Nothing was changed."]
    assert json.loads(again) == json.loads(first) | {"new": False}
    assert CodeVersion.objects.values().get() == before
    assert AuditEvent.objects.count() == 1


BAD = {
    "truncated": lambda data: data[:9000],
    "wrong heading order": lambda data: data.replace(b"IV. FAIR DEALING", b"V. FAIR DEALING"),
    "a contents list that disagrees": lambda data: data.replace(b"IV. Fair Dealing", b"IV. Dealing Fairly"),
    "HTML": lambda data: b"<html><body><p>I. PURPOSE</p></body></html>",
    "binary": lambda data: bytes(range(256)),
    "50 MB": lambda data: data * 4000,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "empty": lambda data: b"",
    "outside ASCII": lambda data: data.replace(b"Kaede does", "Kaede – does".encode()),
}


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_with_its_lines_and_nothing_is_changed(what, dry, run, file, sample):
    file.write_bytes(BAD[what](sample))

    status, out, err = run(file, *dry)

    assert (status, out) == (2, "")
    assert err
    assert all(line.startswith("Line ") for line in err)
    assert not CodeVersion.objects.exists()
    assert not AuditEvent.objects.exists()


def test_a_fault_is_told_in_the_language_of_the_operator(run, file, sample):
    file.write_bytes(sample.replace(b"IV. Fair Dealing", b"IV. Dealing Fairly"))

    with translation.override("ja"):
        _, _, err = run(file)

    assert err == ["15行目：IV章の題は、目次では「Dealing Fairly」、本文では「FAIR DEALING」です。"]


def test_a_file_that_is_not_there_is_refused(run, tmp_path):
    status, out, err = run(tmp_path / "nothing.txt")

    assert (status, out) == (2, "")
    assert err == [f"{tmp_path}/nothing.txt cannot be read: No such file or directory."]


def test_a_code_cannot_take_effect_before_its_adoption(run, file):
    status, _, err = run(file, "--adopted-on", "2026-04-02", "--effective-on", "2026-04-01")

    assert status == 2
    assert err == ["The Code cannot take effect on 2026-04-01, before its adoption on 2026-04-02."]
    assert not CodeVersion.objects.exists()


def test_a_day_that_is_none_is_refused(run, file):
    with pytest.raises(CommandError, match="tomorrow is not a day"):
        run(file, "--effective-on", "tomorrow")


def test_a_reference_that_does_not_fit_is_refused(run, file):
    with pytest.raises(CommandError, match="longer than 200 characters"):
        run(file, "--resolution", "B" * 201)


def test_load_calendars_says_what_it_added():
    answers = []
    for _ in range(2):
        out = StringIO()
        call_command("load_calendars", stdout=out)
        answers.append(json.loads(out.getvalue()))

    assert answers[0]["added"] > 1000
    assert answers[1] == {"added": 0, "confirmed": 0}
