"""How often a property is tried: the same few hundred times in `make test`, ten thousand others in `make test-full`."""

import os

from hypothesis import settings

FULL = os.environ.get("CONDUCT_FULL") == "1"
tried = settings(deadline=None, derandomize=not FULL, max_examples=10_000 if FULL else 300)
