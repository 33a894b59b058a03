"""Brings the closed days that this release knows into the table of closed days."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from conduct.provisions.services import load_calendars


class Command(BaseCommand):
    help = "Adds the closed days of Tokyo, the SEC, Nasdaq and the TSE that are missing. Again: changes nothing."

    def handle(self, **options: Any) -> None:
        loaded = load_calendars()
        self.stdout.write(json.dumps({"added": loaded.added, "confirmed": loaded.confirmed}))
