#!/usr/bin/env python3
"""What `make` calls. Standard library only: it makes .venv from the hashed locks and hands over to it.

make setup       only the environment: .venv, with everything pinned
make demo        the made-up company in the browser: PORT (8000), data in CONDUCT_RUN_DIR (.run); Ctrl-C stops it
make test        every test, real worker and browser included; ARGS="tests/unit -x" goes on to pytest
make test-full   the same at full volume, then the suite on each Python from 3.11 to 3.13 that is here: hours
make check       format, lint, types, imports, migrations, API schema, unit and architecture tests: under a minute
make bench       the benchmarks, as ratios of one run; the figures go to bench.json in CONDUCT_RUN_DIR
make reset       throws the demo's data away
make lock        for maintainers: writes the locks anew from conduct/requirements/*.in
"""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "conduct" / "requirements"
VENV = ROOT / ".venv"
PY = str(VENV / "bin" / "python")
STAMP = VENV / "conduct-lock"  # which lock the environment holds
VERSIONS = ("3.13", "3.12", "3.11")
EMBEDDED = ("-P", "conduct/embedded.py")  # -P: no module of conduct/ may shadow a package
FRESH = (PY, *EMBEDDED, "exec", "--ephemeral", "--")
ELSEWHERE = (".git", ".venv", ".run", "static-collected", "__pycache__", ".*_cache", ".hypothesis")


def say(text: str) -> None:
    print(f"[conduct] {text}", flush=True)


def hand_over(*command: str, **environment: str) -> None:
    os.execve(command[0], list(command), {**os.environ, **environment})


# The environment


def version_of(program: str) -> str:
    """A name on PATH proves nothing, it may be a shim that fails: the program is run. No answer without venv."""
    asked = "import sys, ssl, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run([program, "-c", asked], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def interpreters() -> dict[str, str]:
    """One program for each version that is here. The Python that runs this file comes first."""
    names = [shutil.which(f"python{version}") for version in VERSIONS]
    pyenv = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
    found: dict[str, str] = {}
    for program in (
        sys.executable,
        *filter(None, names),
        *sorted(glob.glob(f"{pyenv}/versions/3.1[123].*/bin/python")),
    ):
        if (version := version_of(program)) in VERSIONS:
            found.setdefault(version, program)
    return found


def python() -> str:
    found = interpreters() or (apt_installs("python3-venv") and interpreters())
    if not found:
        sys.exit("Conduct needs Python 3.11, 3.12 or 3.13 with venv. On Debian: apt install python3 python3-venv")
    return next(iter(found.values()))


def apt_installs(package: str) -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"installing Debian's {package}")
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
    return subprocess.run(install, check=False, **quiet).returncode == 0


def ensure(lock: str, *as_good: str) -> None:
    """An environment with exactly what the lock holds. One that holds a lock `as_good` is left as it is."""
    held = STAMP.read_text() if STAMP.exists() and version_of(PY) else ""
    if held in [digest(name) for name in (lock, *as_good)]:
        return
    begun = time.monotonic()
    if not held:  # never finished, or its Python has gone
        subprocess.run([python(), "-m", "venv", "--clear", VENV], check=True)
    STAMP.unlink(missing_ok=True)
    fill(REQUIREMENTS / lock)
    STAMP.write_text(digest(lock))
    say(f"packages ready in {time.monotonic() - begun:.0f} s")


def digest(lock: str) -> str:
    return hashlib.sha256(b"".join((REQUIREMENTS / name).read_bytes() for name in (lock, "uv.lock.txt"))).hexdigest()


def fill(lock: Path) -> None:
    """uv, because it is fast; pip, where only pip has been told of a mirror."""
    pip = [PY, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-warn-script-location"]
    subprocess.run([*pip, "--require-hashes", "-r", REQUIREMENTS / "uv.lock.txt"], check=True)
    home = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~"))
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV), **({} if os.access(home, os.W_OK) else {"UV_NO_CACHE": "1"})}
    sync = [VENV / "bin" / "uv", "pip", "sync", "-q", "--require-hashes", "--no-build", lock]
    if subprocess.run(sync, check=False, env=environment, stderr=subprocess.DEVNULL).returncode:
        say("uv could not fetch everything; trying with pip")
        subprocess.run([*pip, "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", lock], check=True)


def chromium(*arguments: str) -> None:
    """No browser test is left out silently. Whoever names other tests only needs no browser."""
    named = [argument for argument in arguments if argument.startswith("tests")]
    needless = named and not any(path.strip("/") == "tests" or path.startswith("tests/browser") for path in named)
    names = (os.environ.get("CHROMIUM") or "chromium", "chromium", "chromium-browser", "google-chrome")
    if needless or any(map(shutil.which, names)) or apt_installs("chromium"):
        return
    sys.exit(
        "The browser tests need Chromium. On Debian: apt install chromium. Or let CHROMIUM name a browser's program."
    )


def compile_catalogues() -> None:
    compiler = [PY, "-m", "babel.messages.frontend", "-q", "compile", "-d", "conduct/locale", "-D", "django"]
    subprocess.run(compiler, check=True)


# The targets


def setup() -> None:
    ensure("test.lock")
    compile_catalogues()


def demo() -> None:
    ensure("run.lock", "test.lock")
    compile_catalogues()
    hand_over(PY, *EMBEDDED, "exec", "--", PY, "-P", "conduct/serve.py")


def test(*arguments: str) -> None:
    ready_to_test(*arguments)
    hand_over(*FRESH, *pytest(*arguments))


def ready_to_test(*arguments: str) -> None:
    setup()
    chromium(*arguments)


def pytest(*arguments: str) -> list[str]:
    processes = max(2, min(4, os.cpu_count() or 2))
    return [PY, "-m", "pytest", "-n", str(processes), "--dist", "worksteal", *arguments]


def test_full(*arguments: str) -> None:
    """Full volume on the Python at hand; then the suite on each one found, in a copy with an environment of its own."""
    ready_to_test(*arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the copies are thrown away
    full = subprocess.run([*FRESH, *pytest(*arguments)], check=False, env={**os.environ, "CONDUCT_FULL": "1"})
    outcome = {"full volume": full.returncode}
    here = interpreters()
    for version in reversed(VERSIONS):
        outcome[f"Python {version}"] = test_in_a_copy(here[version], arguments) if version in here else None
    for name, code in outcome.items():
        say(f"{name}: {'not found here, not tried' if code is None else 'failed' if code else 'passed'}")
    sys.exit(any(outcome.values()))


def test_in_a_copy(program: str, arguments: tuple[str, ...]) -> int:
    with tempfile.TemporaryDirectory(prefix="conduct-copy-") as folder:
        copy = Path(folder) / "conduct"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*ELSEWHERE))
        return subprocess.run([program, "conduct/bootstrap.py", "test", *arguments], cwd=copy, check=False).returncode


def check() -> None:
    setup()
    hand_over(*FRESH, PY, "-P", "conduct/checks.py", DJANGO_SETTINGS_MODULE="conduct.settings.test")


def bench(*arguments: str) -> None:
    setup()
    figures = ROOT / os.environ.get("CONDUCT_RUN_DIR", ".run") / "bench.json"
    figures.parent.mkdir(parents=True, exist_ok=True)
    plain = ("-p", "no:randomly", "-o", "python_files=bench_*.py", "-s", "-q")
    hand_over(*FRESH, PY, "-m", "pytest", *plain, *(arguments or ("tests/bench",)), CONDUCT_BENCH_FILE=str(figures))


def reset() -> None:
    hand_over(python(), *EMBEDDED, "reset")


def lock() -> None:
    ensure("test.lock")
    made = {"run.in": "run.lock", "test.in": "test.lock", "uv.in": "uv.lock.txt"}
    how = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--upgrade", "-q")
    for wanted, written in made.items():
        subprocess.run(
            [VENV / "bin" / "uv", "pip", "compile", *how, wanted, "-o", written], check=True, cwd=REQUIREMENTS
        )


def tell() -> None:
    print(__doc__)


TARGETS = {
    "help": tell, "setup": setup, "demo": demo, "test": test, "test-full": test_full, "check": check, "bench": bench,
    "reset": reset, "lock": lock,
}  # fmt: skip

if __name__ == "__main__":
    os.chdir(ROOT)
    target, *rest = sys.argv[1:] or ["help"]
    if target not in TARGETS:
        sys.exit(__doc__)
    TARGETS[target](*rest)
