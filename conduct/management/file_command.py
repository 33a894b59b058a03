"""What the commands have in common that take a file into the register."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.db.models import Q, QuerySet

from conduct import clock
from conduct.handoffs.services import reexamine_routing
from conduct.people.actor import SYSTEM
from conduct.people.imports.faults import FileRefused
from conduct.people.imports.lines import Line
from conduct.people.imports.outcome import Outcome
from conduct.people.imports.reading import text_of
from conduct.people.imports.register import take
from conduct.people.models import Person

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
            outcome = self.take(type(self).lines_of(text_of(file)), dry_run=dry_run)
        except FileRefused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            sys.exit(REFUSED)
        answer = {"dry_run": dry_run, **outcome.to_json()}
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))

    @transaction.atomic
    def take(self, lines: list[Line], *, dry_run: bool) -> Outcome:
        """Take the lines and, in the same transaction, ask again whose the open matters about these people are."""
        now = clock.now()
        outcome = take(lines, now=now, dry_run=dry_run)
        if not dry_run:
            reexamine_routing(actor=SYSTEM, people=concerned(outcome), now=now)
        return outcome


def concerned(outcome: Outcome) -> QuerySet[Person]:
    """Everybody whose offices, or whose companies, the file changed."""
    cells = [step.line.cells for step in outcome.steps]
    people = Q(username__in=[each["username"] for each in cells if "username" in each])
    companies = Q(appointments__company__key__in=[each["company"] for each in cells if "company" in each])
    return Person.objects.filter(people | companies).distinct()
