"""`make demo` from nothing: a copy of the tree, an environment of its own, a page that answers, Ctrl-C, nothing left.

Needs the package index, or a mirror that pip or uv has been told of: without one this test fails and says so.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from conduct import bootstrap
from tests.conftest import OUTSIDE, ROOT

NOBODY = 65534
NOT_OURS = re.compile("CONDUCT_|DJANGO_|PYTEST|VIRTUAL_ENV|PYTHON")
LEFT_OUT = ("__pycache__", "test", "tests", "site-packages", "idlelib", "include", "share", "*.a")
KINDS = {"as I am": os.geteuid()} | ({"as an ordinary user": NOBODY} if os.geteuid() == 0 else {})


class Start:
    """`bootstrap.py demo` in a folder where nothing is yet but the tree. An ordinary user also has an empty home."""

    def __init__(self, folder: Path, uid: int, port: str) -> None:
        self.folder, self.uid, self.port = folder, uid, port
        ignored = shutil.ignore_patterns(*bootstrap.ELSEWHERE, "*.mo")
        shutil.copytree(ROOT, folder / "conduct", ignore=ignored)
        (folder / "home").mkdir()
        program = self.python()
        if self.identity():
            for path in (folder, *folder.rglob("*")):
                os.chown(path, uid, uid, follow_symlinks=False)
        self.process = subprocess.Popen(
            [program, "conduct/bootstrap.py", "demo"], cwd=folder / "conduct", env=self.environment(),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True, **self.identity(),
        )  # fmt: skip
        self.told = []

    def identity(self):
        return {"user": self.uid, "group": self.uid, "extra_groups": []} if self.uid != os.geteuid() else {}

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if name not in OUTSIDE and not NOT_OURS.match(name)}
        if self.uid != os.geteuid():
            home = str(self.folder / "home")
            kept |= {"HOME": home, "XDG_CACHE_HOME": home, "LD_LIBRARY_PATH": str(self.folder / "python" / "lib")}
        return kept | {"PORT": self.port}

    def python(self):
        """The Python at hand; a copy of it, where it lies in a home that an ordinary user may not enter."""
        program = Path(os.path.realpath(sys.executable))
        with contextlib.suppress(OSError):
            if subprocess.run([program, "-c", ""], check=False, cwd="/", **self.identity()).returncode == 0:
                return program
        shutil.copytree(
            sys.base_prefix, self.folder / "python", ignore=shutil.ignore_patterns(*LEFT_OUT), symlinks=True
        )
        return self.folder / "python" / program.relative_to(sys.base_prefix)

    def until_open(self):
        """Everything it prints up to the line with the address."""
        for line in self.process.stdout:
            self.told.append(line)
            if line.startswith("Open "):
                return "".join(self.told)
        raise AssertionError(
            "the demo did not start from an empty folder; is a package index, or a mirror, within reach?\n"
            + "".join(self.told)
        )

    def press_ctrl_c(self):
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.communicate(timeout=40)
        return self.process.returncode

    def left_behind(self):
        """What still runs out of the folder, or in it."""
        return [pid for pid in filter(str.isdigit, os.listdir("/proc")) if self._belongs(Path("/proc") / pid)]

    def _belongs(self, process):
        with contextlib.suppress(OSError):
            here = str(self.folder)
            if os.readlink(process / "cwd").startswith(here):
                return True
            return here.encode() in (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
        return False


@pytest.fixture
def start(short_folder, port):
    begun = []

    def begin(uid):
        begun.append(Start(short_folder, uid, port))
        return begun[0]

    yield begin
    for each in begun:
        if each.process.poll() is None:
            os.killpg(each.process.pid, signal.SIGTERM)
            each.process.communicate(timeout=40)


@pytest.mark.parametrize("kind", KINDS)
def test_one_command_makes_the_demo_and_ctrl_c_takes_all_of_it_away(start, kind):
    demo = start(KINDS[kind])

    told = demo.until_open()
    with urllib.request.urlopen(f"http://localhost:{demo.port}/", timeout=10) as page:
        shown = page.read().decode()

    assert re.search(r"^\[conduct\] packages ready in \d+ s$", told, re.M)
    assert f"Open http://localhost:{demo.port}/" in told and "auditor1" in told
    assert page.status == 200 and "Conduct" in shown
    assert {path.stat().st_uid for path in (demo.folder / "conduct" / ".run").iterdir()} == {KINDS[kind]}
    assert len(demo.left_behind()) > 5

    assert demo.press_ctrl_c() == 0
    assert demo.left_behind() == []
