"""Investigations under a mandate, with people in the team."""

from datetime import timedelta

import pytest

from cases.services import open_investigation, take_case
from conduct import clock
from conduct.access.permissions import Permission
from conduct.inquiries.models import Inquiry, Task
from conduct.inquiries.services import Asked, ask_member, give_mandate, sign_statement
from conduct.rules.vocabulary import Channel, PersonClass, TeamPart
from tests.integration.core.conftest import entry
from tests.integration.desks.conftest import at, moment, page, words

__all__ = ["at", "entry", "moment", "page", "words"]


@pytest.fixture
def opened(filed, actor, now):
    """opened(): a report about an officer that BoSA has taken and begun to investigate; no mandate yet."""

    def make(*about, **more):
        case = filed(*(about or (PersonClass.OFFICER,)), channel=Channel.BOSA_NAMED, **more)
        case = take_case(actor=actor("auditor1"), case=case, now=now)
        return open_investigation(actor=actor("auditor1"), case=case, now=now)

    return make


@pytest.fixture
def mandated(opened, actor, now):
    """The same, with a mandate in force."""

    def make(*about, **more):
        terms = {"question": "Was the journal changed?", "scope": "The second quarter.", "given_on": clock.day(now)}
        return give_mandate(actor=actor("auditor1"), case=opened(*about, **more), now=now, **terms)

    return make


@pytest.fixture
def ask(actor, staff, now):
    """ask(case, "employee2", TeamPart.MEMBER, days=5): asked into the team by BoSA, not signed."""

    def make(case, name, part=TeamPart.MEMBER, *, days=None, at=None, by="auditor1"):
        when = at or now
        ends_on = clock.day(when) + timedelta(days=days) if days is not None else None
        asked = Asked(person=staff.person(name), part=part, ends_on=ends_on, engagement="The journals.")
        return ask_member(actor=actor(by), case=case, asked=asked, now=when)

    return make


@pytest.fixture
def join(ask, actor, now):
    """join(case, "employee2", TeamPart.MEMBER): the same, and signed without a conflict."""

    def make(case, name, part=TeamPart.MEMBER, *, at=None, **more):
        ask(case, name, part, at=at, **more)
        return sign_statement(actor=actor(name), case=case, no_conflict=True, now=at or now)

    return make


@pytest.fixture
def inquiry():
    """inquiry(case): its mandate in force."""
    return lambda case: Inquiry.objects.get(record=case.record, ended_at=None)


@pytest.fixture
def steps():
    """steps(case): the tasks in the order of their days."""
    return lambda case: list(Task.objects.filter(record=case.record).order_by("due_on", "pk"))


OPENING = (Permission.RECORD_VIEW, Permission.READ_SEALED, Permission.INQUIRE)
