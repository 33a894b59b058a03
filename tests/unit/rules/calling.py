"""Calling the commands as a script does: lines in; the status, what was printed and the faults out."""

import io
import json

from conduct.rules.commands.run import Streams, run

ROUTE = {
    "id": 1, "kind": "report", "subjects": [{"class": "officer"}], "materiality": "unknown", "matter": None,
    "channel": "ceo",
}  # fmt: skip
DEADLINE = {"id": 1, "clock": "C14", "start": "2026-11-20T10:00+09:00", "facts": {}}
QUORUM = {"id": 1, "body": "board", "members": 6, "recused": 1, "present": 3, "for": 2, "against": 1}
LINES = {"route": ROUTE, "deadline": DEADLINE, "quorum": QUORUM}


def call(name, *lines):
    """Status, what was printed, and each fault."""
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    out, errors = io.StringIO(), io.StringIO()
    status = run(name, Streams(io.BytesIO(b"\n".join(written) + b"\n"), out, errors))
    return status, out.getvalue(), errors.getvalue().splitlines()


def answers(name, *lines):
    status, out, faults = call(name, *lines)
    assert (status, faults) == (0, [])
    return [json.loads(line) for line in out.splitlines()]
