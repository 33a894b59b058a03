"""Protection as the statutory auditors see it, and the monthly question as its own person sees it."""

import json
from datetime import date
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse

from conduct import clock
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.people.models import Person
from conduct.protection.account import Account
from conduct.protection.models import Alert, CheckIn
from conduct.protection.queries import alerts, probes, told_check_ins
from conduct.protection.watching import own_check_ins
from conduct.provisions.queries import readings_on
from conduct.rules.protection import presumption
from conduct.rules.vocabulary import Measure, Seeking, WatchedAs, Wellbeing
from conduct.vault import vault

MOST = 50


def protection_page(here: Standing) -> dict[str, object]:
    """Alerts, answers to check-ins and attempts to find a name, the newest of each. No name stands in it."""
    return {
        "here": here,
        "now": here.now,
        "alerts": [alert_row(each) for each in alerts(here.actor)[:MOST]],
        "check_ins": [check_in_row(each) for each in told_check_ins(here.actor)[:MOST]],
        "probes": [
            {
                "probe": each,
                "how": Seeking(each.how),
                "who": name_of(each.person) if each.person else "",
                "reference": each.record.reference if each.record else "",
            }
            for each in probes(here.actor)[:MOST]
        ],
    }


def alert_row(alert: Alert) -> dict[str, object]:
    return {
        "alert": alert,
        "url": reverse("desks:alert", args=[alert.pk]),
        "reference": alert.watch.record.reference,
        "watched_as": WatchedAs(alert.watch.watched_as),
    }


def check_in_row(one: CheckIn) -> dict[str, object]:
    return {
        "check_in": one,
        "url": reverse("desks:check_in_told", args=[one.pk]),
        "reference": one.watch.record.reference,
        "answer": Wellbeing(one.answer),
        "watched_as": WatchedAs(one.watch.watched_as),
    }


def alert_at(here: Standing, key: UUID) -> Alert:
    """One alert. Http404 for what is hidden or missing alike."""
    return get_object_or_404(alerts(here.actor), pk=key)


def told_at(here: Standing, key: UUID) -> CheckIn:
    """One answer to a check-in. Http404 for what is hidden or missing alike."""
    return get_object_or_404(told_check_ins(here.actor), pk=key)


def open_alert(here: Standing, alert: Alert) -> dict[str, object]:
    """Whom it is about, what was done and when, and what the law presumes. The opening is written down first."""
    kept = json.loads(vault.open(here.actor, alert.told, now=here.now))
    measure, on = Measure(kept["measure"]), date.fromisoformat(kept["on"])
    reported_on = clock.day(alert.watch.record.opened_at)
    found = presumption(measure, measure_on=on, reported_on=reported_on, under=readings_on(clock.day(here.now)))
    person = Person.objects.filter(pk=kept["person"]).first() if kept["person"] else None
    return {"measure": measure, "on": on, "who": name_of(person) if person else "", "found": found}


def account_of(here: Standing, alert: Alert, reason: str) -> Account:
    """What the case is about that follows from an alert: the measure as it was imported, the reason as it was typed."""
    told = open_alert(here, alert)
    measure, on = told["measure"], told["on"]
    assert isinstance(measure, Measure)
    return Account(measure=measure, measure_on=on, what=reason)


def open_words(here: Standing, one: CheckIn) -> str:
    return vault.open(here.actor, one.words, now=here.now) if one.words else ""


def next_check_in(here: Standing) -> CheckIn | None:
    """The question that waits for this person."""
    waiting = own_check_ins(here.person, clock.day(here.now))
    return waiting[0] if waiting else None
