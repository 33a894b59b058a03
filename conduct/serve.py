"""The demo in the foreground: a database with the made-up company, then web, worker and beat as three processes.

Run between embedded servers. One address, and the people to sign in as, are printed when the first page answers.
If one process ends by itself, all end, with status 1; Ctrl-C or TERM ends them with status 0.
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from conduct import servers  # noqa: E402

BIN = Path(sys.executable).parent
PORT = os.environ.get("PORT", "8000")
FIRST_PAGE = f"http://127.0.0.1:{PORT}/"
CELERY = (str(BIN / "celery"), "--quiet", "-A", "conduct.worker")
PROCESSES = {
    "web": (str(BIN / "gunicorn"), "-c", "python:conduct.settings.gunicorn", "conduct.wsgi"),
    "worker": (*CELERY, "worker", "--concurrency", "2", "--loglevel", "warning"),
    "beat": (*CELERY, "beat", "--loglevel", "warning", "--pidfile="),
}
Running = dict[str, subprocess.Popen[bytes]]


def environment() -> dict[str, str]:
    run = Path(os.environ["CONDUCT_RUN_DIR"])
    demo = {
        "CONDUCT_DEMO": "1",
        "CONDUCT_BIND": f"127.0.0.1:{PORT}",
        "CONDUCT_ADDRESS": f"http://localhost:{PORT}",
        "CONDUCT_VAULT_KEY_FILE": str(run / "vault.key"),
        "DJANGO_SETTINGS_MODULE": "conduct.settings.dev",
        "PYTHONWARNINGS": "ignore",
    }
    return {"CONDUCT_LOG": "WARNING", **os.environ, **demo}


def prepared() -> str:
    """Everything that needs Django, in one process that starts it once. What it tells: the people to sign in as."""
    command = [sys.executable, "-P", __file__, "prepare"]
    done = subprocess.run(command, check=False, env=environment(), stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit("[conduct] the demo could not be prepared")
    return done.stdout


def prepare() -> None:
    import django  # noqa: PLC0415 -- only in the process that prepares
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    if not Path(os.environ["CONDUCT_VAULT_KEY_FILE"]).exists():
        call_command("make_vault_key", stdout=sys.stderr)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_demo", stdout=sys.stderr)
    call_command("demo_people")


def refuse_a_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(PORT)))
        except OSError:
            sys.exit(f"[conduct] port {PORT} is taken. Choose another: make demo PORT=8001")


def launch() -> Running:
    """Each in a session of its own: Ctrl-C comes to us alone, and we ask each to end once."""
    ends_with_us = servers.before(signal.SIGTERM)
    options = {"env": environment(), "start_new_session": True, "preexec_fn": ends_with_us}
    return {name: subprocess.Popen(command, **options) for name, command in PROCESSES.items()}  # type: ignore[call-overload]


def wait_for_first_page(processes: Running, limit: float = 60) -> None:
    end = time.monotonic() + limit
    while time.monotonic() < end and not ended(processes):
        try:
            urllib.request.urlopen(FIRST_PAGE, timeout=10).close()
            return
        except urllib.error.HTTPError as fault:
            sys.exit(f"[conduct] the first page answers with {fault.code}")
        except OSError:
            time.sleep(0.1)
    if not ended(processes):
        sys.exit(f"[conduct] no answer within {limit:.0f} s")


def ended(processes: Running) -> list[str]:
    return [name for name, process in processes.items() if process.poll() is not None]


def stop(processes: Running) -> None:
    for process in processes.values():
        process.terminate()
    end = time.monotonic() + 20
    for process in processes.values():
        try:
            process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()


def be_asked_to_end(_sign: int, _frame: FrameType | None) -> None:
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)
    sys.exit(0)


def main() -> None:
    os.chdir(ROOT)
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, be_asked_to_end)
    refuse_a_taken_port()
    people = prepared()
    processes: Running = {}
    try:
        processes = launch()
        wait_for_first_page(processes)
        print(f"\n{people}\nOpen http://localhost:{PORT}/   (Ctrl-C stops)", flush=True)
        while not (gone := ended(processes)):
            time.sleep(0.3)
        sys.exit(f"[conduct] {' and '.join(gone)} ended by itself; everything else is stopped as well")
    finally:
        stop(processes)


if __name__ == "__main__":
    prepare() if sys.argv[1:] == ["prepare"] else main()
