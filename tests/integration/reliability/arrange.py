"""Run as a program against servers of its own: files reports whose deadlines fall due within the next seconds.

python -m tests.integration.reliability.arrange REPORTS SECONDS SEED
"""

import os
import random
import sys
from datetime import timedelta
from pathlib import Path

import django
import pgtrigger

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conduct.settings.test")
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from cases.services import About, Report, file_report  # noqa: E402
from conduct import clock  # noqa: E402
from conduct.deadlines.models import Deadline  # noqa: E402
from conduct.provisions.models import CodeVersion  # noqa: E402
from conduct.provisions.services import load_calendars  # noqa: E402
from conduct.rules.vocabulary import Channel, PersonClass  # noqa: E402
from conduct.vault.vault import make_server_key  # noqa: E402
from tests.integration.conftest import NOON, SINCE, Staff  # noqa: E402

DAY = timedelta(days=1)


def arrange(reports: int, seconds: int, seed: int) -> None:
    call_command("migrate", verbosity=0)
    if not Path(settings.VAULT_KEY_FILE).exists():
        make_server_key()
    load_calendars()
    counts = {"pages": 6, "section_count": 13, "paragraph_count": 28}
    days = {"adopted_on": SINCE, "effective_on": SINCE, "imported_at": NOON}
    CodeVersion.objects.create(sha256="0" * 64, title="Code", source_name="code.txt", **counts, **days)
    employee = Staff().actor("employee1")
    report = Report(channel=Channel.BOSA_NAMED, about=(About(person_class=PersonClass.OFFICER),), told={"what": "x"})
    for _ in range(reports):
        file_report(actor=employee, report=report, now=clock.now())
    spread(seconds, random.Random(seed))


@pgtrigger.ignore("deadlines.Deadline:what_is_due_stays")
def spread(seconds: int, chance: random.Random) -> None:
    """Every deadline falls due at a moment of its own; its second escalation lies far away."""
    now = clock.now()
    for deadline in Deadline.objects.order_by("pk"):
        at = now + timedelta(seconds=chance.uniform(0, seconds))
        deadline.started_at, deadline.due_at, deadline.try_at = at - DAY, at, at
        deadline.save()


if __name__ == "__main__":
    arrange(*map(int, sys.argv[1:]))
