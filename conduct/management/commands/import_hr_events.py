"""Takes events of personnel from a CSV file, so that bad treatment after a report does not go unseen."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from conduct import clock
from conduct.management.file_command import REFUSED
from conduct.people.actor import SYSTEM
from conduct.people.imports.faults import FileRefused
from conduct.people.imports.reading import text_of
from conduct.protection.hr_file import HrLine, hr_lines, people_of
from conduct.protection.services import import_hr_events

LAYOUT = """
Takes events of personnel. FILE is CSV in UTF-8 with commas; the first line names the columns, in any order:

  username   whose work it changes      event  dismissal, discipline, transfer, pay_cut, lower_rating, end_of_contract
  on         the day of it, YYYY-MM-DD; a day to come is allowed

Nothing of a line is kept but a mark, by which the same line is known again: the same file twice changes nothing.
What this command prints does not depend on who has told us anything.

Every faulty line is named; with one of them nothing of the file is taken (exit status 2).
"""


class Command(BaseCommand):
    help = LAYOUT

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen; change nothing")

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        try:
            lines = hr_lines(text_of(file))
            fresh = self.take(lines, dry_run=dry_run)
        except FileRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            sys.exit(REFUSED)
        self.stdout.write(json.dumps(answer(lines, fresh, dry_run=dry_run), ensure_ascii=False, indent=1))

    @transaction.atomic
    def take(self, lines: list[HrLine], *, dry_run: bool) -> set[int]:
        """A dry run does all of it and takes it back, so that it cannot say anything else."""
        people = people_of(lines)
        fresh = import_hr_events(actor=SYSTEM, lines=lines, people=people, now=clock.now())
        transaction.set_rollback(dry_run)
        return fresh


def answer(lines: list[HrLine], fresh: set[int], *, dry_run: bool) -> dict[str, object]:
    told = [{"line": each.number, "act": "add", "kind": "hr_event", "key": each.key} for each in lines]
    added = [line for line in told if line["line"] in fresh]
    counts = {"add": {"hr_event": len(added)} if added else {}, "change": {}, "end": {}}
    return {"dry_run": dry_run, **counts, "unchanged": len(lines) - len(added), "lines": added}
