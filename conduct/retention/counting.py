"""Until when a record is kept, and what keeps it from being disposed of at this moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from conduct import clock
from conduct.audit import ledger
from conduct.audit.domains import read_by
from conduct.audit.events import Event
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import HIDDEN
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.retention.facts import facts_of
from conduct.retention.models import PENDING, Disposal, Expiry
from conduct.retention.words import Why
from conduct.rules.decision import Decision
from conduct.rules.disposal import Kept, kept_until
from conduct.rules.readings import Readings
from conduct.rules.retention import HELD
from conduct.rules.vocabulary import Body

QUIET = timedelta(days=30)
NOTICE = timedelta(days=30)
LEAD = timedelta(days=60)
DIALOGUE = frozenset({Event.NOTE_ADDED, Event.TEXT_OPENED, Event.RECORD_REOPENED, Event.RECORD_CLOSED})


def kept(record: Record, *, day: date) -> Decision[Kept]:
    """Until when one record is kept, by the schedules of that day."""
    return kept_all([record], under=readings_on(day))[record.pk]


def kept_all(records: Iterable[Record], *, under: Readings) -> dict[UUID, Decision[Kept]]:
    """The same for many records, in a few queries."""
    return {key: kept_until(facts, under=under) for key, facts in facts_of(records).items()}


def why_not(record: Record, *, now: datetime, proposed: bool = False) -> Why | None:
    """The first thing that keeps this record from being disposed of now, or None. `proposed`: it has been."""
    return why_not_all([record], now=now, proposed=proposed)[record.pk]


def why_not_all(records: Iterable[Record], *, now: datetime, proposed: bool = False) -> dict[UUID, Why | None]:
    """The same for many records, in as many queries for fifty as for one."""
    found, day = list(records), clock.day(now)
    ends = kept_all(found, under=readings_on(day))
    counted = Expiry.objects.in_bulk([record.pk for record in found])
    waiting = set(Disposal.objects.filter(PENDING, record__in=found).values_list("record", flat=True))
    runs, talked = with_clocks(found), talked_about(found, now=now)

    def first(record: Record) -> Why | None:
        asked = (
            (Why.GONE, record.disposed_at is not None),
            (by_rule(ends[record.pk].answer, day), True),
            (Why.POSTPONED, is_postponed(counted.get(record.pk), day)),
            (Why.CLOCK_RUNS, record.pk in runs),
            (Why.DIALOGUE, record.pk in talked),
            (Why.NOT_ANNOUNCED, not was_announced(counted.get(record.pk), day)),
            (Why.PROPOSED, not proposed and record.pk in waiting),
        )
        return next((why for why, holds in asked if why and holds), None)

    return {record.pk: first(record) for record in found}


def by_rule(kept: Kept, day: date) -> Why | None:
    """What the rules of retention say by themselves."""
    if kept.until is None:
        return Why.HELD if kept.paper == HELD.id else Why.OPEN
    return Why.NOT_DUE if kept.until > day else None


def is_postponed(counted: Expiry | None, day: date) -> bool:
    return bool(counted and counted.postponed_until and counted.postponed_until > day)


def was_announced(counted: Expiry | None, day: date) -> bool:
    return bool(counted and counted.announced_on and counted.announced_on + NOTICE <= day)


def with_clocks(records: Iterable[Record]) -> set[UUID]:
    """Those on which a duty runs that their own body may know of."""
    hidden = Q(kind__in=[kind.value for kind in HIDDEN]) & ~Q(record__body=Body.BOSA.value)
    owed = Deadline.objects.owed().filter(record__in=list(records)).exclude(hidden)
    return set(owed.values_list("record", flat=True))


def talked_about(records: Iterable[Record], *, now: datetime) -> set[UUID]:
    """Those of which their own body's logs show that somebody wrote or read something in the quiet period.

    Logs of other bodies count for nothing: what waits because of them would tell that something lies there.
    """
    by_body = defaultdict(list)
    for record in records:
        by_body[Body(record.body)].append(record)
    said = (ledger.spoken_of(rows, DIALOGUE, read_by([body]), now - QUIET) for body, rows in by_body.items())
    return set().union(*said)
