"""Commands that ask the rulebook and need no database."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from conduct.rules.commands.run import ABOUT, Streams, add_options, in_utf8, run


class RuleCommand(BaseCommand):
    """Reads the standard input, calls the function of `python -m conduct.rules`, and ends with its status."""

    name = ""
    requires_system_checks: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help = ABOUT[self.name]

    def add_arguments(self, parser: ArgumentParser) -> None:
        add_options(parser, self.name)

    def handle(self, *args: Any, **options: Any) -> None:
        streams = Streams(sys.stdin.buffer, in_utf8(sys.stdout), in_utf8(sys.stderr))
        given = {key: options[key] for key in ("lang", "json") if key in options}
        if status := run(self.name, streams, **given):
            sys.exit(status)
