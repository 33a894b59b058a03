from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.office.services._delegation import tell
from conduct.office.services.lapse_delegation import lapse_delegation
from conduct.people.actor import SYSTEM, Actor
from conduct.people.dated import span
from conduct.people.delegations import instrument_of
from conduct.people.models import Delegation, Person
from conduct.people.queries import ceo_on, staff_holding
from conduct.provisions.queries import readings_on
from conduct.rules.delegation import NotTheCEO, NotTheOffice, check_draft, lapsed
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Power, Role


class OneAtATime(RuleBroken):
    """There is one CEO, and one delegate at a time."""

    sentence = gettext_noop("On some of these days there is a delegation already. Take that one back first.")


@transaction.atomic
def draft_delegation(
    *, actor: Actor, delegate: Person, powers: Collection[Power], first_on: date, last_on: date, now: datetime
) -> Delegation:
    """Ask the Board to let the officer in charge of internal controls act for the CEO (I ¶5). Nothing changes yet."""
    require(actor, Permission.DELEGATION_DRAFT)
    Person.objects.select_for_update(no_key=True).get(pk=actor.who.pk)

    today = clock.day(now)
    check_draft(frozenset(powers), first_on=first_on, last_on=last_on, today=today, under=readings_on(today))
    check_offices(actor.who, delegate, [today, first_on])
    check_free(first_on, last_on, now=now)

    delegation = Delegation.objects.create(
        ceo=actor.who,
        delegate=delegate,
        powers=[power.value for power in Power if power in powers],
        valid=span(first_on, last_on),
        known_from=now,
    )
    tell(News.DELEGATION_ASKED, delegation, actor=actor, now=now)

    days: dict[str, Any] = {"first_on": first_on, "last_on": last_on}
    listed: dict[str, Any] = {power.value: power in powers for power in Power}
    ledger.record(actor, Event.DELEGATION_DRAFTED, None, at=now, of=delegation.pk, **days, **listed)
    return delegation


def check_offices(ceo: Person, delegate: Person, days: Collection[date]) -> None:
    """Raises NotTheCEO or NotTheOffice where one of them does not hold the office on one of these days."""
    for day in days:
        if ceo_on(day) != ceo:
            raise NotTheCEO
        if delegate == ceo or not staff_holding(Role.INTERNAL_CONTROLS, day).filter(pk=delegate.pk).exists():
            raise NotTheOffice


def check_free(first_on: date, last_on: date, *, now: datetime) -> None:
    """Raises OneAtATime. What lapsed by itself and is not written down yet is written down here."""
    today = clock.day(now)
    for other in Delegation.objects.known().filter(ended_on=None, valid__overlap=span(first_on, last_on)):
        if not lapsed(instrument_of(other, today), today):
            raise OneAtATime
        lapse_delegation(actor=SYSTEM, delegation=other, now=now)
