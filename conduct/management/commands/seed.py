"""Fills a database with as many believable records as somebody wants to measure with."""

import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from conduct import clock
from conduct.access import acting
from conduct.demo.seed.house import NobodyHome
from conduct.demo.seed.running import MOST, SEEDS, Taken, fill
from conduct.management.commands.load_demo import load_house
from conduct.people.models import Person
from conduct.records.models import Record

REFUSED = 2
USED = "This database is in use. Records can never be deleted: seed an empty database, or the demo (CONDUCT_DEMO=1)."
TAKEN = "The records of this seed are here already: choose another --seed."
EMPTY_DESK = "The CEO, the Board, the Statutory Auditors or everybody else is missing in this company."


class Command(BaseCommand):
    help = "Fills an empty database, or the demo's, with believable records for measurements. They cannot be deleted."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--records", type=int, required=True, help=f"how many, up to {MOST:,}")
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same records (default: 1)")

    @acting.operator()
    def handle(self, *, records: int, seed: int, **options: Any) -> None:
        self.refuse_bad(records, seed)
        now = clock.now()
        if not Person.objects.exists():
            load_house(now=now)
        began = time.monotonic()
        try:
            fill(records, seed=seed, now=now, tell=lambda done: self.tell(done, records, began))
        except Taken:
            self.refuse(TAKEN)
        except NobodyHome:
            self.refuse(EMPTY_DESK)
        self.stdout.write(f"{records:,} records in {time.monotonic() - began:.0f} s")

    def refuse_bad(self, records: int, seed: int) -> None:
        if not 1 <= records <= MOST:
            self.refuse(f"--records: from 1 to {MOST:,}, not {records:,}")
        if not 0 <= seed < SEEDS:
            self.refuse(f"--seed: from 0 to {SEEDS - 1:,}, not {seed:,}")
        if not settings.DEMO and (Record.objects.exists() or Person.objects.exists()):
            self.refuse(USED)

    def tell(self, done: int, records: int, began: float) -> None:
        pace = done / max(time.monotonic() - began, 0.001)
        self.stderr.write(f"{done:,} of {records:,} records, {pace:,.0f} a second", ending="\r")

    def refuse(self, why: str) -> None:
        self.stderr.write(why)
        sys.exit(REFUSED)
