"""Gives the Code its Japanese words, from a JSON file of section numerals and paragraph keys."""

import json
import sys
from argparse import RawDescriptionHelpFormatter
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from conduct import clock
from conduct.people.actor import SYSTEM
from conduct.provisions.exhibit import LIMIT
from conduct.provisions.japanese import read_japanese
from conduct.provisions.queries import code_version_on, untranslated
from conduct.provisions.services import translate_code
from conduct.rules.errors import RuleBroken

REFUSED = 2

LAYOUT = """
Gives a version of the Code its Japanese words; the adopted text is not touched. FILE is JSON in UTF-8: an object with
section numerals ("III": the title) and paragraph keys ("III ¶3", "III ¶3(1)": the words). What the file does not name
stays as it is. The answer is JSON: how many texts changed, and how many are still without Japanese words.
A key that the version does not have, or another layout, is refused and nothing is changed (exit status 2).
"""


class Command(BaseCommand):
    help = LAYOUT

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what would change; change nothing")
        parser.add_argument(
            "--in-force-on", type=date.fromisoformat, metavar="DAY", help="which version: YYYY-MM-DD; default: today"
        )

    def handle(self, *, file: Path, dry_run: bool, in_force_on: date | None, **options: Any) -> None:
        now = clock.now()
        try:
            answer = take(file, in_force_on or clock.day(now), dry_run=dry_run, now=now)
        except RuleBroken as refused:
            self.refuse(refused.told.told(_))
        except OSError as error:
            self.refuse(_("%(path)s cannot be read: %(why)s.") % {"path": error.filename, "why": error.strerror})
        else:
            self.stdout.write(json.dumps(answer))

    def refuse(self, line: str) -> None:
        self.stderr.write(line)
        sys.exit(REFUSED)


@transaction.atomic
def take(file: Path, day: date, *, dry_run: bool, now: datetime) -> dict[str, object]:
    with file.open("rb") as source:
        japanese = read_japanese(source.read(LIMIT * 4))
    version = code_version_on(day)
    changed = translate_code(actor=SYSTEM, version=version, japanese=japanese, now=now)
    answer = {"dry_run": dry_run, "sha256": version.sha256, "changed": changed, "missing": untranslated(version)}
    transaction.set_rollback(dry_run)
    return answer
