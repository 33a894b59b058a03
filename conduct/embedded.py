#!/usr/bin/env python3
"""Runs a command between two embedded servers: PostgreSQL and Valkey, without Docker, without root.

    python -P conduct/embedded.py exec [--ephemeral] -- COMMAND…   both up, COMMAND with their addresses, both down
    python -P conduct/embedded.py up | down | status               in the background, until `down`
    python -P conduct/embedded.py reset                            throws the data away

CONDUCT_RUN_DIR (.run) holds data and logs; --ephemeral takes a fresh folder, without fsync, and throws it away.
Where DATABASE_URL and CONDUCT_BROKER_URL are set, `exec` uses those servers and starts none.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from conduct import servers  # noqa: E402
from conduct.servers import Place  # noqa: E402

SIGNALS = (signal.SIGINT, signal.SIGTERM)
TEMPORARY = "conduct-run-"
OURS = ("pg", "pg-unfinished", "valkey", "postgres.log", "valkey.log", "vault.key", "bench.json", "lock")


@contextlib.contextmanager
def alone(place: Place) -> Iterator[None]:
    """Two runs on one folder would stop each other's servers."""
    place.run.mkdir(parents=True, exist_ok=True)
    with (place.run / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(f"Conduct is already running in {place.run}. Stop it, or set CONDUCT_RUN_DIR to another folder.")
        yield


def run_inside(place: Place, command: list[str]) -> int:
    """The command's exit status. Servers that ran before stay up afterwards."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
    servers.LIBC.prctl(servers.ADOPT_ORPHANS, 1, 0, 0, 0)
    with alone(place):
        ran_before = servers.anything_runs(place)
        started: dict[int, str] = {}
        try:
            started = servers.start(place, tied=True)
            return watch(command, place.addresses(), started)
        finally:
            for sign in SIGNALS:
                signal.signal(sign, signal.SIG_IGN)
            end_orphans(spared=set(started))
            if not ran_before:
                servers.stop(place)


def watch(command: list[str], addresses: dict[str, str], started: dict[int, str]) -> int:
    """Ctrl-C reaches the command by itself, on the same terminal; a TERM to us alone is handed on."""
    ends_with_us = servers.before(signal.SIGTERM)
    signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS)  # until we know whom to hand them on to
    try:
        child = subprocess.Popen(command, env=os.environ | addresses, preexec_fn=ends_with_us)  # noqa: PLW1509
    except OSError as fault:
        sys.exit(f"{command[0]}: {fault.strerror}")
    signal.signal(signal.SIGTERM, lambda *_: ask_to_end(child.pid))
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    return outcome_of(child, started)


def outcome_of(child: subprocess.Popen[bytes], started: dict[int, str]) -> int:
    """Waits for the command, and clears away everybody else who ends meanwhile. A server may not."""
    died = ""
    while True:
        pid, status = os.wait()
        if pid == child.pid:
            code = os.waitstatus_to_exitcode(status)
            return 1 if died else code if code >= 0 else 128 - code
        if pid in started:
            died = started[pid]
            print(f"{died} stopped by itself; everything else is stopped as well.", file=sys.stderr)
            ask_to_end(child.pid)


def ask_to_end(pid: int, sign: int = signal.SIGTERM) -> None:
    """Not Popen.terminate, which would take the child's status away from whoever waits for it."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, sign)


def end_orphans(spared: set[int], limit: float = 10) -> None:
    """What the command left behind has become our child: asked to end, and after half the time made to."""
    begun = time.monotonic()
    while (left := children() - spared) and time.monotonic() < begun + limit:
        sign = signal.SIGTERM if time.monotonic() < begun + limit / 2 else signal.SIGKILL
        for pid in left:
            ask_to_end(pid, sign)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.1)


def children() -> set[int]:
    return {int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}


def run_and_forget(command: list[str]) -> int:
    """On a fresh folder that is thrown away. Folders of runs that were killed are thrown away first."""
    for lock in Path(tempfile.gettempdir()).glob(f"{TEMPORARY}*/lock"):
        left = Place(lock.parent)
        with contextlib.suppress(SystemExit, OSError), alone(left):
            servers.stop(left)
            servers.throw_away(left)
    place = Place(Path(tempfile.mkdtemp(prefix=TEMPORARY)), durable=False)
    try:
        return run_inside(place, command)
    finally:
        servers.throw_away(place)


def execute(place: Place, words: list[str]) -> int:
    ephemeral = words[:1] == ["--ephemeral"]
    command = words[ephemeral:]
    command = command[1:] if command[:1] == ["--"] else command
    if not command:
        sys.exit("exec needs a command.")
    if os.environ.get("DATABASE_URL") and os.environ.get("CONDUCT_BROKER_URL"):
        os.execvp(command[0], command)
    return run_and_forget(command) if ephemeral else run_inside(place, command)


def up(place: Place) -> int:
    with alone(place):
        servers.start(place, tied=False)
    print(*(f"{name}={value}" for name, value in place.addresses().items()), sep="\n")
    return 0


def down(place: Place) -> int:
    with alone(place):
        servers.stop(place)
    return 0


def status(place: Place) -> int:
    found = {pid_file: pid for pid_file in place.pid_files if (pid := servers.running(pid_file))}
    for pid_file, pid in found.items():
        print(pid, pid_file)
    return 0 if found else 1


def reset(place: Place) -> int:
    """Only what a run makes: the folder may be one that somebody chose for other things as well."""
    with alone(place):
        servers.stop(place)
        for name in OURS:
            thing = place.run / name
            shutil.rmtree(thing) if thing.is_dir() else thing.unlink(missing_ok=True)
    shutil.rmtree(place.shared, ignore_errors=True)
    if left := sorted(entry.name for entry in place.run.iterdir()):
        print(f"Left alone in {place.run}: {', '.join(left)}")
    else:
        place.run.rmdir()
    return 0


def main(verb: str = "", *words: str) -> int:
    place = Place((ROOT / os.environ.get("CONDUCT_RUN_DIR", ".run")).resolve())
    if verb == "exec":
        return execute(place, list(words))
    if verb in (verbs := {"up": up, "down": down, "status": status, "reset": reset}):
        return verbs[verb](place)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
