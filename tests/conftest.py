"""What every test may ask for: servers of its own, Celery on its own database, patience, and the volume to run at."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FULL = os.environ.get("CONDUCT_FULL") == "1"
OUTSIDE = ("DATABASE_URL", "CONDUCT_BROKER_URL", "REDIS_CACHE_URL", "REDIS_SOCKET", "PGHOST", "PGUSER", "PGDATABASE")


def pytest_collection_modifyitems(config, items):
    """Tests marked `full` belong to `make test-full` alone; they are counted as deselected, never as skipped."""
    if not FULL:
        kept_back = [item for item in items if item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=kept_back)
        items[:] = [item for item in items if item not in kept_back]


def pytest_terminal_summary(terminalreporter):
    """How many runs stand behind each promise that is tried by sampling."""
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    volumes = {pair for report in reports for pair in getattr(report, "user_properties", ()) if pair[0] == "volume"}
    for _, text in sorted(volumes):
        terminalreporter.write_line(text)


@pytest.fixture(autouse=True)
def _speaks_english():
    """A page opened in Japanese leaves its language behind in the thread."""
    from django.utils import translation  # noqa: PLC0415 -- Django is set up by then

    translation.activate("en")


@pytest.fixture
def volume(record_property):
    """volume("sweeps with faults", sample=20, full=200): how often to try, also told in pytest's closing lines."""

    def choose(promise, *, sample, full):
        runs = full if FULL else sample
        record_property("volume", f"{promise}: N = {runs:,}" + ("" if FULL else f" of {full:,}"))
        return runs

    return choose


@pytest.fixture
def until():
    """until(check): waits until it is true, at most `limit` seconds."""

    def wait(check, limit=30):
        end = time.monotonic() + limit
        while not check():
            assert time.monotonic() < end, f"not within {limit} s"
            time.sleep(0.05)

    return wait


class Servers:
    """A second PostgreSQL and Valkey, which a test may stop, kill and start again without harm to the others."""

    def __init__(self, run: Path, **environment: str) -> None:
        self.run = run
        given = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
        self.environment = {**given, "CONDUCT_RUN_DIR": str(run), **environment}

    def call(self, *words):
        command = [sys.executable, "-P", "conduct/embedded.py", *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )

    def up(self):
        """Their addresses, ready for the environment of a command."""
        done = self.call("up")
        assert done.returncode == 0, done.stderr
        return {**self.environment, **dict(line.split("=", 1) for line in done.stdout.splitlines())}

    def down(self):
        self.call("down")

    def pids(self):
        return [int(line.split()[0]) for line in self.call("status").stdout.splitlines()]


@pytest.fixture
def own_servers(tmp_path):
    """Not started yet: `own_servers.up()` gives the addresses."""
    servers = Servers(tmp_path / "run")
    yield servers
    servers.call("reset")


@pytest.fixture
def celery(transactional_db):
    """celery("worker"), celery("beat"): real processes on this test's own database and queue; ended afterwards."""
    from django.db import connection  # noqa: PLC0415 -- Django is set up by then

    name = connection.settings_dict["NAME"]
    environment = {
        **os.environ,
        "DATABASE_URL": os.environ["DATABASE_URL"].replace("/conduct?", f"/{name}?"),
        "DJANGO_SETTINGS_MODULE": "conduct.settings.test",
        "PYTHONWARNINGS": "ignore",
    }
    options = {
        "worker": ("--concurrency", "1", "--without-gossip", "--without-mingle"),
        "beat": ("--pidfile=", "--max-interval", "1"),
    }
    running = []

    def start(role, *more, **changes):
        command = [sys.executable, "-m", "celery", "-A", "conduct.worker", role, "--loglevel", "warning"]
        running.append(subprocess.Popen([*command, *options[role], *more], cwd=ROOT, env={**environment, **changes}))
        return running[-1]

    yield start
    end_all(running)


def end_all(processes):
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
