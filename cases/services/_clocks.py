"""Which times begin when a desk has a matter, and when somebody becomes competent."""

from datetime import datetime

from conduct import clock
from conduct.deadlines.services import start_clock
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, DeadlineKind, Kind


def start_clocks(record: Record, *, first_received: datetime, now: datetime) -> None:
    """What runs once a desk has the record: acknowledge, triage, and open or decline or answer."""
    start_clock(record, DeadlineKind.ACKNOWLEDGE, now=now, since=first_received)
    start_clock(record, DeadlineKind.TRIAGE, now=now)
    if Kind(record.kind) is Kind.QUESTION:
        start_answer_clock(record, now=now)
    elif Body(record.body) is not Body.CEO:
        start_to_open(record, now=now)


def start_to_open(record: Record, *, now: datetime) -> None:
    """The time to open an investigation or decline, once somebody is competent (C15). A question has none."""
    if record.kind == Kind.REPORT:
        facts = {"first_received": record.opened_at}
        start_clock(record, DeadlineKind.OPEN_OR_DECLINE, now=now, facts=facts)


def start_answer_clock(record: Record, *, now: datetime) -> None:
    """C28 has no number in the Code: it runs only where the company has chosen one. The triage clock runs anyway."""
    if readings_on(clock.day(now)).sla_answer_question_bd is not None:
        start_clock(record, DeadlineKind.ANSWER, now=now)
