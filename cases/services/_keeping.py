"""Ending a proposal to keep a matter that nobody will answer any more."""

from datetime import datetime

from cases.models import Case
from conduct.access import grants
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import SYSTEM


def end_keeping(case: Case, *, now: datetime) -> None:
    """The proposal falls, and the second person is let out again. Nothing where none waits."""
    keeping = case.keepings.waiting().select_related("second_person").first()
    if keeping is None:
        return
    keeping.ended_at = now
    keeping.save(update_fields=["ended_at"])
    grants.withdraw_all(keeping.second_person, case.record)
    ledger.record(SYSTEM, Event.KEEPING_ENDED, case.record, at=now)
