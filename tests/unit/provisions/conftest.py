from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def sample() -> bytes:
    """The repository's own code of conduct, of a company that does not exist."""
    return (ROOT / "conduct" / "provisions" / "sample-code.txt").read_bytes()
