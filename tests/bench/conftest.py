"""The benchmarks: three databases, and the table at the end.

CONDUCT_BENCH_RECORDS (1,000,000) is the largest size; below 100,000 no target is insisted on.
CONDUCT_BENCH_FILE is where the figures go.
"""

import os
import sys
from pathlib import Path

import pytest

from tests.bench.figures import Figure, table, write
from tests.bench.stores import Stores

RECORDS = int(os.environ.get("CONDUCT_BENCH_RECORDS", "1000000"))
AIM = "a million in 10 minutes"
FIGURES = []


@pytest.fixture(scope="session")
def thorough():
    """thorough(20, quick=2): how often, in earnest or only to see that it runs."""
    return lambda times, quick=1: times if RECORDS >= 100_000 else quick


@pytest.fixture(scope="session")
def stores(django_db_blocker):
    """A thousand, a hundred thousand and a million records, unless fewer are asked for."""
    with django_db_blocker.unblock():
        made = Stores((min(1_000, RECORDS // 4), min(100_000, RECORDS // 2), RECORDS))
        try:
            pace = made.make()
            FIGURES.append(Figure("records written by `seed`", pace, "a second", AIM, pace / (10**6 / 600)))
            yield made
        finally:
            made.drop()


@pytest.fixture
def found():
    """found(Figure(…)): keeps it for the table. At full size a missed target fails."""

    def keep(figure):
        FIGURES.append(figure)
        print(*table([figure])[1:], file=sys.stderr)
        assert figure.met or RECORDS < 100_000, f"{figure.name}: {figure.ratio:.3g}, not {figure.target}"

    return keep


def pytest_terminal_summary(terminalreporter):
    for line in table(FIGURES) if FIGURES else ():
        terminalreporter.write_line(line)


def pytest_sessionfinish():
    if FIGURES and "CONDUCT_BENCH_FILE" in os.environ:
        write(FIGURES, Path(os.environ["CONDUCT_BENCH_FILE"]))
