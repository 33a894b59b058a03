"""A company, a Code, a calendar and people to act with, on the real database."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pgtrigger
import pytest
from django.conf import settings

from cases.services import About, Report, file_report
from conduct.access.models import Statement
from conduct.people.actor import Actor
from conduct.people.dated import span
from conduct.people.models import Appointment, Company, Function, Person, Seat, Supervision
from conduct.people.vocabulary import FunctionName, Office, Relation
from conduct.provisions.models import CodeVersion
from conduct.provisions.services import load_calendars
from conduct.rules.vocabulary import Body, Channel, PersonClass
from conduct.vault.vault import make_server_key

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
SINCE = date(2020, 4, 1)
EMPTYING = "audit.AuditEvent:never_emptied"
UNDER_A_HOLD = tuple(f"vault.{table}:not_emptied_under_a_hold" for table in ("SealedItem", "DataKey", "Receipt"))


@pytest.fixture(scope="session", autouse=True)
def _vault_key():
    if not Path(settings.VAULT_KEY_FILE).exists():
        make_server_key()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Transactional tests end with a flush, which the ledger would refuse, and the vault under a hold."""
    with django_db_blocker.unblock():
        pgtrigger.disable(EMPTYING, *UNDER_A_HOLD)


@pytest.fixture
def now():
    return NOON


@pytest.fixture
def code(db):
    """A Code in force, and the committed calendars."""
    load_calendars()
    return CodeVersion.objects.create(
        sha256="0" * 64, title="Code", source_name="code.txt", pages=6, section_count=13, paragraph_count=28,
        adopted_on=SINCE, effective_on=SINCE, imported_at=NOON,
    )  # fmt: skip


class Staff:
    """People by username, made when they are first asked for."""

    POSTS = {
        "ceo": [(Office.CEO, None), (Office.DIRECTOR, Body.BOARD)],
        "director1": [(Office.DIRECTOR, Body.BOARD)],
        "director2": [(Office.DIRECTOR, Body.BOARD)],
        "auditor1": [(Office.STATUTORY_AUDITOR, Body.BOSA)],
        "auditor2": [(Office.STATUTORY_AUDITOR, Body.BOSA)],
        "auditor3": [(Office.STATUTORY_AUDITOR, Body.BOSA)],
        "officer1": [(Office.OFFICER, None)],
        "controls": [(Office.INTERNAL_CONTROLS, None)],
        "employee1": [(Office.EMPLOYEE, None)],
        "employee2": [(Office.EMPLOYEE, None)],
        "manager1": [(Office.EMPLOYEE, None)],
    }

    def __init__(self):
        self.issuer = Company.objects.create(key="issuer", name="Kaede Networks Inc.", relation=Relation.ISSUER.value)
        self.made = {}
        for name in self.POSTS:
            self.person(name)
        for name in ("employee1", "employee2"):
            employee, supervisor = self.made[name], self.made["manager1"]
            Supervision.objects.create(employee=employee, supervisor=supervisor, valid=span(SINCE))

    def person(self, name, **more):
        if name in self.made:
            return self.made[name]
        person = Person.objects.create_user(name, f"{name}@example.test", "demo", name=name.title(), **more)
        for office, body in self.POSTS.get(name, []):
            where = {"person": person, "company": self.issuer, "office": office.value}
            Appointment.objects.create(valid=span(SINCE), **where)
            if body:
                Seat.objects.create(person=person, body=body.value, presides=name == "auditor1", valid=span(SINCE))
        self.made[name] = person
        return person

    def function(self, name, function: FunctionName):
        Function.objects.create(person=self.person(name), function=function.value, valid=span(SINCE))
        return self.person(name)

    def actor(self, name):
        return Actor.of(self.person(name), NOON.date())


@pytest.fixture
def staff(code):
    return Staff()


@pytest.fixture
def actor(staff):
    """actor("auditor1"): that person, with the roles held on the day."""
    return staff.actor


@pytest.fixture
def filed(staff, now):
    """A report by employee1: filed("officer1") names a person, filed(PersonClass.DIRECTOR) a class, filed() nobody.

    Everybody has said to know of no conflict of interest in it; with stated=() nobody has.
    """

    def make(*about, channel=Channel.CEO, by="employee1", stated=None, **more):
        named = [
            About(person_class=word) if isinstance(word, PersonClass) else About(person=staff.person(word))
            for word in about or [PersonClass.UNKNOWN]
        ]
        report = Report(channel=channel, about=tuple(named), told={"what": "I saw it."}, **more)
        case = file_report(actor=staff.actor(by), report=report, now=now)
        say_no_conflict(case, staff.made.values() if stated is None else stated, now=now)
        return case

    return make


def say_no_conflict(case, people, *, now):
    """As if each of them had been asked before reading; for what is filed on other ways than by `filed`."""
    said = [Statement(record=case.record, person=person, stated_at=now) for person in people]
    Statement.objects.bulk_create(said, ignore_conflicts=True)
