"""Takes an adopted code of conduct from a file in the EDGAR text layout into the house."""

import json
import sys
from argparse import ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from conduct import clock
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import SYSTEM
from conduct.provisions import exhibit
from conduct.provisions.exhibit import Exhibit, ExhibitRefused, Fault
from conduct.provisions.queries import is_adopted
from conduct.provisions.services import Adoption, adopt_code
from conduct.rules.errors import RuleBroken

REFUSED = 2
LONGEST = 200  # characters of a reference

LAYOUT = """
Takes a code of conduct into the house as a new version. FILE is plain ASCII text in the EDGAR layout: <PAGE> marks,
page numbers at the foot, a contents list, headings in capitals, paragraphs between blank lines, lists (1) (2) …

The answer is JSON: the hash of the file, how many sections, paragraphs, list items and pages were read, and warnings.
The same file again changes nothing. Every fault is told with its line, and then nothing is taken (exit status 2).
"""


class Command(BaseCommand):
    help = LAYOUT

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="say what was read; change nothing")
        parser.add_argument(
            "--adopted-on", type=day, metavar="DAY", help="YYYY-MM-DD; default: the day it takes effect"
        )
        parser.add_argument("--effective-on", type=day, metavar="DAY", help="YYYY-MM-DD; default: today")
        parser.add_argument("--resolution", type=reference, default="", help="reference of the Board's resolution")

    def handle(self, *, file: Path, dry_run: bool, **options: Any) -> None:
        now = clock.now()
        try:
            code = exhibit.read(bytes_of(file))
            adoption = adoption_of(file, now=now, **given(options))
            is_new = not is_adopted(code.sha256) if dry_run else take(code, adoption, now=now)
        except ExhibitRefused as refused:
            self.refuse([told(fault) for fault in refused.faults])
        except (RuleBroken, OSError) as refused:
            self.refuse([reason(refused)])
        else:
            self.stdout.write(json.dumps(answer(code, adoption, is_new), ensure_ascii=False, indent=1))
            if not is_new:
                self.stderr.write(_("This file was adopted before. Nothing was changed."))

    def refuse(self, lines: Sequence[str]) -> None:
        for line in lines:
            self.stderr.write(line)
        sys.exit(REFUSED)


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("%(text)s is not a day, such as 2026-04-01.") % {"text": text}) from None


def reference(text: str) -> str:
    if len(text) > LONGEST:
        raise ArgumentTypeError(_("The reference is longer than %(longest)s characters.") % {"longest": LONGEST})
    return text


def given(options: dict[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in ("adopted_on", "effective_on", "resolution")}


def bytes_of(file: Path) -> bytes:
    """One byte more than may be read is enough to know that the file is too large."""
    with file.open("rb") as source:
        return source.read(exhibit.LIMIT + 1)


def adoption_of(
    file: Path, *, now: datetime, adopted_on: date | None, effective_on: date | None, resolution: str
) -> Adoption:
    """Without a day it takes effect today; without a day of adoption it was adopted when it took effect."""
    effective_on = effective_on or max(clock.day(now), adopted_on or date.min)
    return Adoption(
        adopted_on=adopted_on or effective_on,
        effective_on=effective_on,
        resolution=resolution,
        source_name=file.name,
    )


@transaction.atomic
def take(code: Exhibit, adoption: Adoption, *, now: datetime) -> bool:
    """Store it and say so on the ledger. False where it is there already."""
    version, is_new = adopt_code(actor=SYSTEM, code=code, adoption=adoption, now=now)
    if is_new:
        ledger.record(SYSTEM, Event.CODE_ADOPTED, None, at=now, version=version.pk, effective=version.effective_on)
    return is_new


def answer(code: Exhibit, adoption: Adoption, is_new: bool) -> dict[str, object]:
    return {
        "sha256": code.sha256,
        "sections": len(code.sections),
        "paragraphs": len(code.paragraphs),
        "list_items": len(code.list_items),
        "pages": code.pages,
        "warnings": [*map(told, code.warnings), *([] if adoption.resolution or not is_new else [no_resolution()])],
        "new": is_new,
    }


def no_resolution() -> str:
    return _("No resolution was named. Give the Board's resolution with --resolution.")


def told(fault: Fault) -> str:
    return _("Line %(line)s: %(text)s") % {"line": fault.line, "text": fault.told.told(_)}


def reason(refused: RuleBroken | OSError) -> str:
    if isinstance(refused, RuleBroken):
        return refused.told.told(_)
    return _("%(path)s cannot be read: %(why)s.") % {"path": refused.filename, "why": refused.strerror}
