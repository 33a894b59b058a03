"""Under which licences is what we run on? Lists them, and refuses what nobody has looked at.

python -m conduct.licences     one line for each package of run.lock that is installed; status 1 if one is refused
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

RUN_LOCK = Path(__file__).resolve().parent / "requirements" / "run.lock"
FREE = re.compile(r"\b(MIT|MIT-0|BSD|Apache|PSF|Python Software Foundation|ISC|PostgreSQL|Zlib|Dual License)\b", re.I)
REFUSED = re.compile(r"\bAGPL|\bAffero|\bSSPL|\bGPL|\bLGPL", re.I)
EXPLAINED = {
    "psycopg2-binary": "LGPL with exceptions: used unchanged, as a library of its own",
    "python-crontab": "LGPLv3: pulled in by django-celery-beat, used unchanged, as a library of its own",
}


def licence_of(package: Distribution) -> str:
    """The expression if there is one, else the classifiers, else the first line of the field."""
    words = package.metadata
    if expression := words.get("License-Expression"):
        return expression
    classifiers = [
        line.split("::")[-1].strip() for line in words.get_all("Classifier", []) if line.startswith("License ::")
    ]
    return ", ".join(classifiers) or words.get("License", "").strip().split("\n")[0]


def installed() -> dict[str, str]:
    """The licence of each package of the lock. Those that this Python does not need are not installed."""
    found = {}
    for name in re.findall(r"^([\w.-]+)==", RUN_LOCK.read_text(), re.M):
        try:
            found[name] = licence_of(distribution(name))
        except PackageNotFoundError:
            continue
    return found


def doubtful(name: str, licence: str) -> bool:
    return name not in EXPLAINED and (bool(REFUSED.search(licence)) or not FREE.search(licence))


def main() -> int:
    packages = installed()
    for name, licence in packages.items():
        print(f"{name:30} {EXPLAINED.get(name, licence)}")
    refused = [name for name, licence in packages.items() if doubtful(name, licence)]
    for name in refused:
        print(f"{name}: nobody has looked at this licence yet: {packages[name] or 'none given'}", file=sys.stderr)
    return int(bool(refused))


if __name__ == "__main__":
    sys.exit(main())
