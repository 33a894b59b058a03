"""Until when a record is kept, and what keeps it from being disposed of at this moment."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from conduct import clock
from conduct.audit import ledger
from conduct.audit.domains import Domain, read_by
from conduct.audit.events import Event
from conduct.deadlines.queries import duties_of
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.retention.facts import facts_of
from conduct.retention.models import PENDING, Expiry, Hold
from conduct.retention.words import Why
from conduct.rules.decision import Decision
from conduct.rules.disposal import Kept, kept_until
from conduct.rules.readings import Readings
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
    day = clock.day(now)
    until = kept(record, day=day).answer.until
    expiry = Expiry.objects.filter(record=record).first()
    asked = (
        (Why.GONE, lambda: record.disposed_at is not None),
        (Why.HELD, lambda: Hold.objects.lying().filter(record=record).exists()),
        (Why.OPEN, lambda: until is None),
        (Why.NOT_DUE, lambda: until is not None and until > day),
        (Why.POSTPONED, lambda: expiry and expiry.postponed_until and expiry.postponed_until > day),
        (Why.CLOCK_RUNS, lambda: duties_of(record, own_logs(record)).exists()),
        (Why.DIALOGUE, lambda: is_talked_about(record, now=now)),
        (Why.NOT_ANNOUNCED, lambda: not expiry or not expiry.announced_on or expiry.announced_on + NOTICE > day),
        (Why.PROPOSED, lambda: not proposed and record.disposals.filter(PENDING).exists()),
    )
    return next((why for why, holds in asked if holds()), None)


def is_talked_about(record: Record, *, now: datetime) -> bool:
    """Whether its own body's logs show that somebody wrote or read something in the quiet period.

    Logs of other bodies count for nothing: what waits because of them would tell that something lies there.
    """
    lines = ledger.timeline(record, own_logs(record)).filter(happened_at__gt=now - QUIET)
    return lines.filter(event__in=[event.value for event in DIALOGUE]).exists()


def own_logs(record: Record) -> frozenset[Domain]:
    """The logs that the body that holds the record reads."""
    return read_by([Body(record.body)])
