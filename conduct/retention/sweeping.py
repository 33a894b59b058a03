"""What the beat does: count the dates anew, tell in one digest a month, carry out what two people agreed on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import Q

from conduct import clock
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe_digest
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.retention.counting import LEAD, kept_all
from conduct.retention.models import Digest, Disposal, Expiry
from conduct.retention.services import dispose
from conduct.rules.vocabulary import Body, Stage

log = structlog.get_logger(__name__)
BATCH = 500
DESKS = (Body.CEO, Body.BOARD, Body.BOSA)
CONCLUDED = Q(stage=Stage.CONCLUDED.value, disposed_at=None)


def uncounted(day: date) -> list[UUID]:
    """The ids of finished records whose date was not counted on this day."""
    stale = Record.objects.filter(CONCLUDED).filter(Q(expiry=None) | Q(expiry__counted_on__lt=day))
    return list(stale.order_by("pk").values_list("pk", flat=True)[:BATCH])


@transaction.atomic
def count(keys: Iterable[UUID], *, now: datetime) -> int:
    """Count until when these records are kept, by the schedules of the day. Announced or postponed stays so."""
    day = clock.day(now)
    counted = kept_all(Record.objects.filter(pk__in=list(keys)), under=readings_on(day))
    for key, decision in counted.items():
        found = {"paper": decision.answer.paper, "due_on": decision.answer.until, "counted_on": day}
        Expiry.objects.update_or_create(record_id=key, defaults=found)
    return len(counted)


def forget_reopened() -> None:
    """A matter that is open again has no date; when it is finished anew, it is announced anew."""
    Expiry.objects.exclude(record__stage=Stage.CONCLUDED.value).delete()


@transaction.atomic
def announce(*, now: datetime) -> int:
    """Tell each person at a desk, at most once a month, that records are due to go. Answers how many were told."""
    day = clock.day(now)
    due = Expiry.objects.filter(announced_on=None, due_on__lte=day + LEAD)
    fresh = Expiry.objects.filter(pk__in=list(due.values_list("pk", flat=True)))
    told, announced = 0, set[UUID]()
    for person, actor in at_desks(day).items():
        seen = set(fresh.filter(record__in=scope(actor, Permission.RECORD_DISPOSE)).values_list("pk", flat=True))
        if seen and is_first(person, day):
            owe_digest(News.RECORDS_DUE_TO_GO, to=[person], now=now)
            told, announced = told + 1, announced | seen
    Expiry.objects.filter(pk__in=announced).update(announced_on=day)
    return told


def at_desks(day: date) -> dict[Person, Actor]:
    people = dict.fromkeys(person for body in DESKS for person in at_the_desk_of(body, day) if person.is_active)
    return {person: Actor.of(person, day) for person in people}


def is_first(person: Person, day: date) -> bool:
    _, made = Digest.objects.get_or_create(person=person, month=day.replace(day=1))
    return made


def carry_out(rows: Sequence[Disposal], *, now: datetime) -> dict[str, int]:
    """Dispose of each of these rows in a transaction of its own. One that fails stays for the next sweep."""
    done: dict[str, int] = defaultdict(int)
    for row in rows:
        try:
            over = dispose(actor=SYSTEM, row=row, now=now)
            done["disposed" if over.disposed_at else "stopped"] += 1
        except Exception:
            log.exception("disposal_failed", row=row.pk)
            done["failed"] += 1
    return done


def to_carry_out() -> list[Disposal]:
    """What two people agreed on and nobody has carried out yet, the oldest first."""
    return list(Disposal.objects.to_do().select_related("record").order_by("confirmed_at", "pk")[:BATCH])
