"""What `make check` looks at, two at a time, between embedded servers. Prints what is wrong and how long each took."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

MANAGE = (sys.executable, "manage.py")
TOOL = (sys.executable, "-m")
PYTEST = (*TOOL, "pytest", "-q", "--no-header", "-p", "no:cacheprovider")
LONG = ("twenty_thousand", "provisional_exactly", "under_every_reading_each_rule")  # `make test` has these as well
CHECKS = {
    "unit tests": (*PYTEST, "tests/unit", "-k", " and ".join(f"not {name}" for name in LONG)),
    "architecture tests, import contracts": (*PYTEST, "tests/architecture"),
    "types": (*TOOL, "mypy"),
    "API schema": (*MANAGE, "spectacular", "--fail-on-warn", "--validate", "--file", "/dev/null"),
    "migrations": (*MANAGE, "makemigrations", "--check", "--dry-run"),
    "system checks": (*MANAGE, "check", "--fail-level", "WARNING"),
    "lint": (*TOOL, "ruff", "check"),
    "format": (*TOOL, "ruff", "format", "--check"),
}


def holds(name: str) -> bool:
    begun = time.monotonic()
    outcome = subprocess.run(CHECKS[name], check=False, capture_output=True, text=True)
    verdict = "wrong" if outcome.returncode else "right"
    words = outcome.stdout + outcome.stderr if outcome.returncode else ""
    print(f"{verdict} {time.monotonic() - begun:5.1f} s  {name}\n{words}".rstrip(), flush=True)
    return outcome.returncode == 0


def main() -> int:
    with ThreadPoolExecutor(max_workers=2) as pool:
        return int(not all(list(pool.map(holds, CHECKS))))


if __name__ == "__main__":
    sys.exit(main())
