"""A delegation at every step, on a frozen day: 25 November 2026 at noon in Tokyo."""

from datetime import date, timedelta

import pytest

from conduct.audit.models import AuditEvent
from conduct.office.services import authorise_delegation, draft_delegation, record_resolution
from conduct.people.actor import Actor
from conduct.people.models import Delegation
from conduct.people.vocabulary import FunctionName
from conduct.rules.vocabulary import Power

TODAY = date(2026, 11, 25)
LAST = date(2027, 3, 31)
NUMBER = "B-26-07"


@pytest.fixture(autouse=True)
def functions(staff):
    """secretary1, admin1 and so on."""
    for word in FunctionName:
        staff.function(f"{word.value}1", word)


@pytest.fixture
def on(staff):
    """on("controls", day): that person as of that day."""
    return lambda name, day=TODAY: Actor.of(staff.person(name), day)


@pytest.fixture
def draft(staff, on, now):
    """draft(powers…): asked of the Board, from today to the end of March unless other days are given."""

    def make(*powers, to="controls", by="ceo", first_on=TODAY, last_on=LAST, at=now):
        listed = powers or tuple(Power)
        days = {"first_on": first_on, "last_on": last_on}
        return draft_delegation(actor=on(by), delegate=staff.person(to), powers=listed, now=at, **days)

    return make


@pytest.fixture
def record(on, now):
    def make(delegation, *, by="secretary1", number=NUMBER, resolved_on=TODAY, ends_on=None, at=now):
        days = {"resolved_on": resolved_on, "ends_on": ends_on}
        return record_resolution(actor=on(by), delegation=delegation, number=number, now=at, **days)

    return make


@pytest.fixture
def authorise(on, now):
    def make(delegation, *, by="director1", number=NUMBER, at=now):
        return authorise_delegation(actor=on(by), delegation=delegation, number=number, now=at)

    return make


@pytest.fixture
def in_force(draft, record, authorise, now):
    """in_force(powers…): authorised by the Board."""

    def make(*powers, ends_on=None, at=now, **more):
        delegation = draft(*powers, at=at, **more)
        record(delegation, ends_on=ends_on, at=at)
        return authorise(delegation, at=at)

    return make


@pytest.fixture
def delegate(in_force, on):
    """delegate(powers…): the actor who may do these for the CEO."""

    def make(*powers):
        in_force(*powers)
        return on("controls")

    return make


@pytest.fixture
def later(now):
    return now + timedelta(minutes=5)


@pytest.fixture
def again():
    return lambda delegation: Delegation.objects.select_related("ceo", "delegate", "resolution").get(pk=delegation.pk)


@pytest.fixture
def lines():
    """lines("delegation:lapsed"): what the ledger says of that event."""
    return lambda event: list(AuditEvent.objects.filter(event=event).order_by("id"))
