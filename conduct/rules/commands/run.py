"""The five commands by name; `manage.py` and `python -m conduct.rules` call the same function."""

import argparse
import io
import sys
from collections.abc import Sequence
from typing import IO, NamedTuple

from conduct.rules.commands import deadline, norms, quorum, route, rulebook

LINES = {"route": route.run, "deadline": deadline.run, "quorum": quorum.run}
ABOUT = {
    "route": "Where each matter goes; JSON Lines in and out.",
    "deadline": "When each duty is due; JSON Lines in and out.",
    "quorum": "Whether each vote is quorate and carried; JSON Lines in and out.",
    "rulebook": "The whole rulebook as readable tables.",
    "norms": "The norms of the Code, each with the tests that name it.",
}


def add_options(parser: argparse.ArgumentParser, name: str) -> None:
    """The options of one command."""
    if name == "rulebook":
        parser.add_argument("--lang", choices=("en", "ja"), default="en", help="English or Japanese")
    if name == "norms":
        parser.add_argument("--json", action="store_true", help="print JSON")


class Streams(NamedTuple):
    """Where a command reads and writes."""

    stdin: IO[bytes]
    out: IO[str]
    errors: IO[str]


def run(name: str, streams: Streams, *, lang: str = "en", json: bool = False) -> int:
    """Run one command; the exit status: 0 it worked, 2 the input was refused."""
    if name in LINES:
        return LINES[name](*streams)
    return rulebook.run(streams.out, lang=lang) if name == "rulebook" else norms.run(streams.out, as_json=json)


def main(arguments: Sequence[str]) -> int:
    """Run the command that stands on the command line, on the standard streams in UTF-8."""
    parser = argparse.ArgumentParser(prog="python -m conduct.rules")
    commands = parser.add_subparsers(dest="name", required=True)
    for name, about in ABOUT.items():
        add_options(commands.add_parser(name, help=about, description=about), name)
    given = vars(parser.parse_args(arguments))
    return run(streams=Streams(sys.stdin.buffer, in_utf8(sys.stdout), in_utf8(sys.stderr)), **given)


def in_utf8(stream: IO[str]) -> IO[str]:
    """The same stream, writing UTF-8 whatever the locale says."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
