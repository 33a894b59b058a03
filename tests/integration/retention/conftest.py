"""Finished records at each desk, and the day on which their time has ended."""

from datetime import timedelta

import pytest

from cases.services import answer_keeping, close_case, propose_keeping, take_case
from conduct import clock
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention import sweeping
from conduct.retention.services import confirm_disposal, propose_disposal
from conduct.rules.calendar import add_months
from conduct.rules.vocabulary import Channel, PersonClass


@pytest.fixture
def acting(staff):
    """acting("ceo", then): that person with the roles held on that day."""
    return lambda name, at: Actor.of(staff.person(name), clock.day(at))


@pytest.fixture
def at_bosa(filed, actor, now):
    """at_bosa(): a report about an officer, taken and closed by the statutory auditors."""

    def make(*about):
        case = filed(*(about or [PersonClass.OFFICER]), channel=Channel.BOSA_NAMED)
        case = take_case(actor=actor("auditor1"), case=case, now=now)
        return close_case(actor=actor("auditor1"), case=case, reason="Nothing in it.", now=now)

    return make


@pytest.fixture
def at_ceo(filed, actor, now):
    """at_ceo(): a report about an employee that two people found not material and the CEO closed."""

    def make(*about):
        case = take_case(actor=actor("ceo"), case=filed(*(about or ["employee2"])), now=now)
        propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
        case = answer_keeping(actor=actor("controls"), case=case, confirmed=True, reason="Yes.", now=now)
        return close_case(actor=actor("ceo"), case=case, reason="Settled.", now=now)

    return make


@pytest.fixture
def after(now):
    """after(years=10): the same hour that many years later, and a day."""

    def later(years, days=1):
        day = add_months(clock.day(now), 12 * years)
        return now.replace(year=day.year, month=day.month, day=day.day) + timedelta(days=days)

    return later


def sweep(*moments):
    """What the beat does at each of these moments, save for carrying out."""
    for moment in moments:
        sweeping.forget_reopened()
        while keys := sweeping.uncounted(clock.day(moment)):
            sweeping.count(keys, now=moment)
        sweeping.announce(now=moment)


@pytest.fixture
def due(after):
    """due(record, years=10): the moment at which its time has ended and it was announced in time."""

    def make(*records, years=10):
        then = after(years)
        sweep(then - timedelta(days=40), then)
        return then

    return make


@pytest.fixture
def agreed(acting):
    """agreed(records, then): a batch that auditor1 proposed and auditor2 confirmed; not carried out yet."""

    def make(records, then, by=("auditor1", "auditor2")):
        batch = propose_disposal(actor=acting(by[0], then), records=records, now=then)
        confirm_disposal(actor=acting(by[1], then), rows=list(batch.rows.select_related("record")), now=then)
        return batch

    return make


def fresh(record):
    return Record.objects.get(pk=record.pk)
