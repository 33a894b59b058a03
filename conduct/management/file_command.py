"""What the commands have in common that take a file into the register."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandParser

from conduct import clock
from conduct.people.imports.faults import FileRefused
from conduct.people.imports.lines import Line
from conduct.people.imports.reading import text_of
from conduct.people.imports.register import take

REFUSED = 2


class FileCommand(BaseCommand):
    """FILE [--dry-run]: what it would add, change and end, as JSON; exit status 2 and a line for each fault."""

    lines_of: ClassVar[Callable[[str], list[Line]]]

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen; change nothing")

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        try:
            outcome = take(type(self).lines_of(text_of(file)), now=clock.now(), dry_run=dry_run)
        except FileRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            sys.exit(REFUSED)
        answer = {"dry_run": dry_run, **outcome.to_json()}
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
