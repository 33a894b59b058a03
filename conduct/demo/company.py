"""Loads the company of the demo, once."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Permission
from django.db import transaction

from conduct import clock
from conduct.demo.cast import PASSWORD
from conduct.demo.chart import Chart
from conduct.demo.leaders import ISSUER, Meetings, add_leaders
from conduct.demo.workforce import Workforce
from conduct.people.imports.companies import lines_of_json
from conduct.people.imports.reading import text_of
from conduct.people.imports.register import take
from conduct.people.models import Company, Person

GROUP = Path(__file__).with_name("companies.json")
MAIL = "kaede.example"
LOOKED_AFTER = ("view_person", "change_person", "view_company", "change_company")


@transaction.atomic
def load_company(now: datetime) -> bool:
    """Companies, people and what they are. False where the company is there already: then nothing is touched."""
    if Company.objects.filter(key=ISSUER).exists():
        return False
    take(lines_of_json(text_of(GROUP)), now=now, dry_run=False)
    chart = Chart({company.key: company for company in Company.objects.all()}, now)
    meetings = Meetings.before(clock.day(now))
    add_leaders(chart, meetings, make_password(PASSWORD if settings.DEMO else None), MAIL)
    Workforce(chart, meetings, MAIL).add()
    chart.store()
    _let_admin_look_after_reference_data()
    return True


def _let_admin_look_after_reference_data() -> None:
    names = (*LOOKED_AFTER, "view_holiday", "add_holiday", "change_holiday")
    rights = Permission.objects.filter(codename__in=names, content_type__app_label__in=["people", "provisions"])
    Person.objects.get(username="admin").user_permissions.set(rights)
