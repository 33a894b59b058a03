"""Loads the company that does not exist, with its people, its Code and its records, once."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from conduct import clock
from conduct.access import acting
from conduct.demo.company import load_company
from conduct.demo.records import load_records
from conduct.people.actor import SYSTEM
from conduct.provisions import exhibit
from conduct.provisions.japanese import read_japanese
from conduct.provisions.models import ReadingChange
from conduct.provisions.services import Adoption, adopt_code, load_calendars, translate_code
from conduct.records.models import Record

ADOPTED = date(2006, 4, 1)
SAMPLE = Path(settings.BASE_DIR) / "conduct" / "provisions" / "sample-code.txt"
JAPANESE = SAMPLE.with_name("sample-code-ja.json")
CHOSEN = {
    "sla_answer_question_bd": 5,
    "materiality_manager_rank": "head_of_department",
    "materiality_amount_jpy": 10**6,
    "retention_report_japan_years": 3,
}


class Command(BaseCommand):
    help = "Loads the demo: a made-up listed company, 1,953 people, a sample Code, some sixty records. Once."

    @acting.operator()
    def handle(self, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is loaded only where CONDUCT_DEMO=1: one password opens every account in it.")
        if Record.objects.exists():
            return
        now = clock.now()
        load_house(now=now)
        with transaction.atomic():
            records = load_records(now=now)
        self.stdout.write(f"loaded the demo company and {records} records")


@transaction.atomic
def load_house(*, now: datetime) -> None:
    """Calendars, the sample Code, what the company chose to read, its companies and people."""
    load_calendars()
    adoption = Adoption(adopted_on=ADOPTED, effective_on=ADOPTED, resolution="B-06-04", source_name=SAMPLE.name)
    version, _ = adopt_code(actor=SYSTEM, code=exhibit.read(SAMPLE.read_bytes()), adoption=adoption, now=now)
    translate_code(actor=SYSTEM, version=version, japanese=read_japanese(JAPANESE.read_bytes()), now=now)
    since = clock.day(now - timedelta(days=400))
    for key, value in CHOSEN.items():
        ReadingChange.objects.get_or_create(key=key, defaults={"value": value, "since": since, "why": "Demo"})
    load_company(now)
