"""Every branch of the rulebook and of access is taken by tests of their own, and each run of the tests measures it.

The long enumerations of the rulebook are left out here: they add certainty, and no branch.
"""

import os
import re
import subprocess
import sys

import pytest

from tests.conftest import OUTSIDE, ROOT

LONG = (
    "twenty_thousand", "every_combination", "rule_of_the_routing", "provisional_exactly", "every_fact_is_routed",
    "holidays_say", "may_be_anything", "same_gaps", "alone_never_decides", "alone_each_rule", "under_every_reading",
)  # fmt: skip
OWN_TESTS = {
    "conduct/rules": ("tests/unit/rules", "-k", " and ".join(f"not {name}" for name in LONG)),
    "conduct/access": (
        "tests/integration/access",
        "tests/integration/second_wall",
        "tests/integration/office/test_at_the_ceos_desk.py",
        "tests/integration/core/test_list_and_lock_agree.py",
        "tests/integration/core/test_people_in_a_case.py",
        "tests/integration/retention/test_holds.py",
        "tests/integration/retention/test_before_the_second_wall.py",
        "tests/integration/core/test_startup.py",
        "tests/integration/core/test_tied.py",
        "tests/integration/desks/test_who_takes_no_part.py",
        "tests/integration/core/test_before_reading.py",
        *("-k", "not production_settings and not without_any_power and (not every_combination or True-False-True)"),
    ),
}


def run(*command, **environment):
    """A run of its own: not the servers, the database and the options of the run that this test belongs to."""
    given = {name: value for name, value in os.environ.items() if name not in OUTSIDE and "PYTEST" not in name}
    return subprocess.run(
        command, cwd=ROOT, env={**given, **environment}, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.mark.parametrize("room", OWN_TESTS)
def test_every_branch_is_taken(room, tmp_path):
    measure = (sys.executable, "-m", "coverage")
    pytest_run = ("-m", "pytest", "-q", "-p", "no:cacheprovider", *OWN_TESTS[room])
    between = (sys.executable, "-P", "conduct/embedded.py", "exec", "--ephemeral", "--")
    figures = {"COVERAGE_FILE": str(tmp_path / "figures")}

    tested = run(*between, *measure, "run", f"--source={room}", *pytest_run, **figures)
    report = run(*measure, "report", "--fail-under=100", "--show-missing", "--skip-covered", **figures)

    assert tested.returncode == 0, tested.stdout
    assert report.returncode == 0, report.stdout
    statements, missed, branches, half_taken, _ = re.search(r"^TOTAL +(.*)$", report.stdout, re.M)[1].split()
    assert int(statements) > 100 and int(branches) >= 20 and (missed, half_taken) == ("0", "0")
