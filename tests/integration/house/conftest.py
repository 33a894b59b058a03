"""Runs of the embedded servers as somebody at a terminal would have them."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg2
import pytest

from tests.conftest import OUTSIDE, ROOT

ANSWER = "import os, psycopg2; print(psycopg2.connect(os.environ['DATABASE_URL']).server_version)"


class Run:
    """One `embedded.py exec` on a folder, and whatever processes belong to it."""

    def __init__(self, folder: Path, *command: str, **environment: str) -> None:
        self.folder = folder
        given = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        self.process = subprocess.Popen(
            [sys.executable, "-P", "conduct/embedded.py", "exec", "--", *command],
            cwd=ROOT,
            env={**given, "CONDUCT_RUN_DIR": str(folder), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def first_line(self):
        return self.process.stdout.readline().strip()

    def outcome(self):
        out, err = self.process.communicate(timeout=30)
        return self.process.returncode, out, err

    def left_behind(self):
        """Processes that still work in the folder, or were started for it. PostgreSQL overwrites what it was given."""
        return [pid for pid in filter(str.isdigit, os.listdir("/proc")) if self._belongs(Path("/proc") / pid)]

    def _belongs(self, process):
        with contextlib.suppress(OSError):
            if os.readlink(process / "cwd").startswith(str(self.folder)):
                return True
            return f"CONDUCT_RUN_DIR={self.folder}".encode() in (process / "environ").read_bytes()
        return False


@pytest.fixture
def run(tmp_path):
    """run("sleep", "60"): a command between servers of its own; killed afterwards if it still runs."""
    runs = []

    def start(*command, folder="run", **environment):
        runs.append(Run(tmp_path / folder, *command, **environment))
        return runs[-1]

    yield start
    for each in runs:
        if each.process.poll() is None:
            each.process.send_signal(signal.SIGTERM)
            each.outcome()


@pytest.fixture
def ask():
    """ask(addresses, "select 1"): the first value, on a connection of its own."""

    def query(addresses, sql):
        with contextlib.closing(psycopg2.connect(addresses["DATABASE_URL"])) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchone()[0] if cursor.description else None

    return query


@pytest.fixture
def short_folder():
    """Short enough for sockets, and open to everybody on the way to it: pytest's own folders are neither."""
    with tempfile.TemporaryDirectory(prefix="cdt-") as folder:
        yield Path(folder)


@pytest.fixture
def port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])
