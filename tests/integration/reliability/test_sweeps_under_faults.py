"""No deadline is lost, no consequence happens twice, and none is late by more than the outage and a minute.

Real PostgreSQL, real Valkey, two real workers and two real beats, on servers of this test's own. At random the
workers are killed, the broker is emptied, and the database is killed.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import psycopg2
import pytest

ROOT = Path(__file__).resolve().parents[3]
CELERY = [sys.executable, "-m", "celery", "-A", "conduct.worker"]
QUIET = ["--loglevel", "critical"]
ALONE = ["--concurrency", "1", "--without-gossip", "--without-mingle"]
ROLES = {
    "worker-1": [*CELERY, "worker", *QUIET, *ALONE, "-n", "one@h"],
    "worker-2": [*CELERY, "worker", *QUIET, *ALONE, "-n", "two@h"],
    "beat-1": [*CELERY, "beat", *QUIET, "--pidfile=", "--max-interval", "1"],
    "beat-2": [*CELERY, "beat", *QUIET, "--pidfile=", "--max-interval", "1"],
}
REPORTS, MINUTE = 30, timedelta(minutes=1)


class Machinery:
    """The processes of a production machine, each started again when it dies, as a supervisor would."""

    def __init__(self, servers, environment):
        self.servers, self.environment, self.running = servers, environment, {}
        self.outages, self.faults = [], Counter()

    def keep_up(self):
        for role, command in ROLES.items():
            if role not in self.running or self.running[role].poll() is not None:
                self.running[role] = subprocess.Popen(
                    command, cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )  # fmt: skip

    def stop(self):
        for process in self.running.values():
            end_group(process)

    def kill_a_worker(self, chance):
        end_group(self.running[chance.choice(["worker-1", "worker-2"])])

    def empty_the_broker(self, chance):
        import redis  # noqa: PLC0415

        redis.Redis(unix_socket_path=self.environment["REDIS_SOCKET"]).flushall()

    def kill_the_database(self, chance):
        began = time.monotonic()
        for pid in self.servers.pids():
            name = Path(f"/proc/{pid}/comm").read_text().strip()
            if name == "postgres":
                os.kill(pid, signal.SIGKILL)
        self.servers.up()
        self.outages.append(time.monotonic() - began)

    def fault(self, chance):
        """Each kind once, in a random order, then whichever comes."""
        acts = [self.kill_a_worker, self.empty_the_broker, self.kill_the_database]
        new = [act for act in acts if not self.faults[act.__name__]]
        act = chance.choice(new or acts)
        act(chance)
        self.faults[act.__name__] += 1


def end_group(process):
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(10)


def ask(environment, question):
    with psycopg2.connect(environment["DATABASE_URL"]) as connection, connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


@pytest.fixture
def machinery(own_servers, tmp_path):
    addresses = own_servers.up()
    environment = {
        **addresses,
        "DJANGO_SETTINGS_MODULE": "conduct.settings.test",
        "CONDUCT_SWEEP_SECONDS": "1",
        "CONDUCT_VAULT_KEY_FILE": str(tmp_path / "vault.key"),
        "PYTHONWARNINGS": "ignore",
    }
    machine = Machinery(own_servers, environment)
    yield machine
    machine.stop()


def test_nothing_is_lost_nothing_happens_twice(machinery, volume, until):
    sweeps = volume("sweeps with killed workers, emptied broker and killed database", sample=25, full=200)
    chance = random.Random(20061125)
    arrange = [sys.executable, "-m", "tests.integration.reliability.arrange", str(REPORTS), str(sweeps), "7"]
    subprocess.run(arrange, cwd=ROOT, env=machinery.environment, check=True)
    due = dict(ask(machinery.environment, "SELECT id, step FROM deadlines_deadline"))

    for second in range(sweeps):
        machinery.keep_up()
        if second % 4 == 3:
            machinery.fault(chance)
        time.sleep(1)
    machinery.keep_up()
    left = f"SELECT count(*) FROM deadlines_deadline WHERE id IN {tuple(due)} AND passed_at IS NULL"
    until(lambda: ask(machinery.environment, left) == [(0,)], limit=90)
    machinery.stop()

    assert set(machinery.faults) >= {"kill_a_worker", "empty_the_broker", "kill_the_database"}
    lateness = f"SELECT max(passed_at - due_at) FROM deadlines_deadline WHERE id IN {tuple(due)}"
    late = ask(machinery.environment, lateness)
    assert late[0][0] <= timedelta(seconds=max(machinery.outages)) + MINUTE
    steps = Counter(due.values())
    passed = "SELECT count(*) FROM audit_auditevent WHERE event = 'deadline:passed'"
    assert ask(machinery.environment, passed) == [(len(due),)]
    shown = "SELECT count(*), count(DISTINCT (record_id, duty)) FROM handoffs_lateness"
    assert ask(machinery.environment, shown) == [(steps["due"], steps["due"])]
    told = "SELECT news, count(*) FROM notices_notice WHERE news IN ('time_half_gone', 'time_passed') GROUP BY news"
    auditors = 3
    assert dict(ask(machinery.environment, told)) == {
        "time_half_gone": steps["reminder"] * auditors,
        "time_passed": steps["due"] * auditors,
    }


def test_what_was_already_due_when_everything_was_down_passes_at_the_next_sweep(machinery, until):
    arrange = [sys.executable, "-m", "tests.integration.reliability.arrange", "5", "0", "7"]
    subprocess.run(arrange, cwd=ROOT, env=machinery.environment, check=True)

    machinery.keep_up()

    open_and_due = "SELECT count(*) FROM deadlines_deadline WHERE passed_at IS NULL AND due_at < now()"
    until(lambda: ask(machinery.environment, open_and_due) == [(0,)], limit=60)
