"""What `make` calls: which Python, which packages, which browser; and a sentence where one is missing."""

import ast
import os
import re
import shutil
import subprocess
import sys

import pytest

from conduct import bootstrap
from tests.conftest import ROOT


@pytest.fixture
def nobody_special(monkeypatch):
    """No root, hence no apt; nothing on PATH."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CHROMIUM", raising=False)


def test_make_knows_the_targets_that_others_rely_on():
    listed = re.search(r"^TARGETS := (.*)$", (ROOT / "Makefile").read_text(), re.M)[1].split()

    assert set(listed) == set(bootstrap.TARGETS)
    assert set(listed) == {"help", "setup", "demo", "test", "test-full", "check", "bench", "reset", "lock"}


def test_make_help_names_every_target():
    told = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^ *make (\S+)", told, re.M)) == set(bootstrap.TARGETS) - {"help"}


def test_an_old_python_can_still_read_the_file_and_look_for_a_newer_one():
    ast.parse((ROOT / "conduct" / "bootstrap.py").read_text(), feature_version=(3, 8))


def test_a_name_on_path_that_fails_is_no_python(tmp_path):
    shim = tmp_path / "python3.12"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)

    assert bootstrap.version_of(str(shim)) == ""
    assert bootstrap.version_of(str(tmp_path / "missing")) == ""


def test_the_python_at_hand_comes_first():
    assert next(iter(bootstrap.interpreters())) == f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_without_any_python_that_will_do_it_says_what_to_install(monkeypatch, nobody_special):
    monkeypatch.setattr(bootstrap, "interpreters", dict)

    with pytest.raises(SystemExit, match="On Debian: apt install python3 python3-venv"):
        bootstrap.python()


@pytest.mark.parametrize(
    "named", [(), ("tests",), ("-x",), ("tests/browser/test_front_door.py",), ("tests/unit", "tests/")]
)
def test_without_a_browser_its_tests_are_refused_not_left_out(nobody_special, named):
    with pytest.raises(SystemExit, match="On Debian: apt install chromium"):
        bootstrap.chromium(*named)


def test_tests_that_need_no_browser_run_without_one(nobody_special):
    bootstrap.chromium("tests/unit", "-x")


def test_an_environment_that_holds_the_lock_is_left_as_it_is(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "PY", sys.executable)
    monkeypatch.setattr(bootstrap, "fill", lambda lock: pytest.fail("filled again"))
    bootstrap.STAMP.write_text(bootstrap.digest("test.lock"))

    bootstrap.ensure("test.lock")
    bootstrap.ensure("run.lock", "test.lock")


def test_a_changed_lock_is_filled_in_and_remembered(monkeypatch, tmp_path):
    filled = []
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "PY", sys.executable)
    monkeypatch.setattr(bootstrap, "fill", lambda lock: filled.append(lock.name))
    bootstrap.STAMP.write_text("an older one")

    bootstrap.ensure("run.lock")

    assert filled == ["run.lock"]
    assert bootstrap.STAMP.read_text() == bootstrap.digest("run.lock")


def test_every_lock_pins_by_hash_and_holds_what_is_wanted():
    for name in ("run.lock", "test.lock", "uv.lock.txt"):
        entries = re.findall(r"^([\w.-]+)==.*?(?=^\w|\Z)", (bootstrap.REQUIREMENTS / name).read_text(), re.M | re.S)
        blocks = re.split(r"^(?=[\w.-]+==)", (bootstrap.REQUIREMENTS / name).read_text(), flags=re.M)[1:]
        assert entries and all("--hash=sha256:" in block for block in blocks)
    wanted = re.findall(r"^([\w.-]+)", (bootstrap.REQUIREMENTS / "run.in").read_text(), re.M)
    pinned = re.findall(r"^([\w.-]+)==", (bootstrap.REQUIREMENTS / "run.lock").read_text(), re.M)
    assert set(wanted) <= set(pinned)


def test_ci_runs_the_readmes_command():
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert script.read_text().rstrip().endswith("exec make test") and "set -eu" in script.read_text()
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0
    assert shutil.which("make")
