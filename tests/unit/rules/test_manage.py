"""`manage.py` and `python -m conduct.rules` answer alike, because they call the same function."""

import io
import json
import sys

import pytest
from django.core.management import call_command

from conduct.rules.commands.run import ABOUT, Streams, run
from tests.unit.rules.test_commands import LINES, call


def of_manage(name, monkeypatch, capsysbinary, *lines, **options):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines))))
    call_command(name, **options)
    return capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize("name", LINES)
def test_lines_are_answered_alike_and_refused_alike(name, monkeypatch, capsysbinary):
    line = json.dumps(LINES[name]).encode()
    assert of_manage(name, monkeypatch, capsysbinary, line) == call(name, line)[1]

    with pytest.raises(SystemExit) as ended:
        of_manage(name, monkeypatch, capsysbinary, line, b"{")
    printed = capsysbinary.readouterr()
    assert ended.value.code == 2
    assert printed.out == b"" and printed.err.startswith(b"line 2: this is not JSON")


@pytest.mark.parametrize(("name", "options"), [("rulebook", {"lang": "ja"}), ("norms", {"json": True})])
def test_tables_are_printed_alike(name, options, monkeypatch, capsysbinary):
    out = io.StringIO()
    run(name, Streams(io.BytesIO(), out, io.StringIO()), **options)

    assert of_manage(name, monkeypatch, capsysbinary, **options) == out.getvalue()
    assert name in ABOUT
