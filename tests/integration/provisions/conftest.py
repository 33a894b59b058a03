from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from conduct.people.actor import SYSTEM
from conduct.provisions.exhibit import read
from conduct.provisions.models import CodeVersion
from conduct.provisions.services import Adoption, adopt_code

SAMPLE = Path(__file__).parents[3] / "conduct" / "provisions" / "sample-code.txt"
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def sample() -> bytes:
    return SAMPLE.read_bytes()


@pytest.fixture
def adopt(db):
    """adopt(data, effective_on=…): a version in force; the same file again gives the same version."""

    def adopted(data: bytes, effective_on: date = date(2026, 4, 1), **more) -> CodeVersion:
        adoption = Adoption(
            **{"adopted_on": effective_on, "effective_on": effective_on, "resolution": "B-26-03"} | more
        )
        return adopt_code(actor=SYSTEM, code=read(data), adoption=adoption, now=NOW)[0]

    return adopted


@pytest.fixture
def version(adopt, sample) -> CodeVersion:
    return adopt(sample)
