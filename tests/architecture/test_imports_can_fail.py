"""Each contract has been seen to break: one wrong import for each, in a copy of the tree, all at once."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.architecture.test_imports import contracts
from tests.architecture.tree import ROOMS, ROOT

WRONG = {
    "Rooms are stacked; nothing imports upward": ("conduct/records/spine.py", "import conduct.audit.ledger"),
    "Every app has the same floors, and no admin": ("cases/admin.py", ""),
    "Views ask queries and services, never tables": ("conduct/desks/views/__init__.py", "import cases.models"),
    "The rulebook is plain Python": ("conduct/rules/sentence.py", "import django.conf"),
    "Only access knows django-guardian": ("cases/queries.py", "import guardian.shortcuts"),
    "Only the vault knows cryptography": ("conduct/web/errors.py", "import nacl.secret"),
    "Grants and walls are rows of access alone": ("cases/services/close_case.py", "import conduct.access.models"),
    "The ledger is written in one place": ("cases/services/take_case.py", "import conduct.audit.models"),
    "Sealed rows are read in one place": ("cases/queries.py", "import conduct.vault.cipher"),
    "Sealed text is destroyed in one place": ("conduct/desks/reading.py", "import conduct.vault.destruction"),
    "The reporter's door does not lead to casework": ("conduct/contact/steps.py", "import cases.queries"),
    "The admin knows reference data only": ("conduct/admin.py", "import conduct.records.models"),
}


def test_every_contract_breaks_on_a_wrong_import(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("static", "__pycache__"))
    for place, line in WRONG.values():
        with (tmp_path / place).open("a") as file:
            file.write(f"\n{line}\n")

    program = Path(sys.executable).with_name("lint-imports")
    told = subprocess.run([program, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False).stdout

    assert set(re.findall(r"^(.+) BROKEN", told, re.M)) == set(WRONG) == {contract["name"] for contract in contracts()}
