"""The first page of the CEO's desk: duties by the clock."""

from datetime import timedelta

from django.urls import reverse

from conduct import clock
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import HIDDEN
from conduct.desks import queries
from conduct.desks.filters import Chosen, View
from conduct.desks.presenters.queue import record_url
from conduct.desks.standing import Standing
from conduct.rules.vocabulary import DeadlineKind, Kind

MATTERS, COMING = 20, 10
SOON = timedelta(days=2)


def today_page(here: Standing) -> dict[str, object]:
    """Every duty on the matters that are due first. Matters of other bodies have no place here, not even a count."""
    first = queries.queue(here, Chosen(view=View.ALL.value)).in_order()[:MATTERS]
    duties = Deadline.objects.owed().filter(record__in=[record.pk for record in first])
    shown = duties.exclude(kind__in=[kind.value for kind in HIDDEN]).select_related("record").order_by("due_at", "pk")
    tasks = [task(duty, here) for duty in shown]
    soon = clock.day(here.now) + SOON
    return {
        "here": here,
        "now": here.now,
        "late": [each for each in tasks if each["due_at"] < here.now],
        "soon": [each for each in tasks if here.now <= each["due_at"] and clock.day(each["due_at"]) <= soon],
        "coming": [each for each in tasks if clock.day(each["due_at"]) > soon][:COMING],
        "queue_url": reverse(here.desk.queue),
    }


def task(duty: Deadline, here: Standing) -> dict[str, object]:
    return {
        "duty": DeadlineKind(duty.kind),
        "kind": Kind(duty.record.kind),
        "reference": duty.record.reference,
        "url": record_url(here, duty.record.reference),
        "due_at": duty.due_at,
    }
