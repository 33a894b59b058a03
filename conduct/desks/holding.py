"""A legal hold placed from the page of one matter."""

from datetime import datetime

from cases.models import Case
from conduct.people.actor import Actor
from conduct.retention import services


def place_hold(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """The same service as for several records, as an act on one."""
    services.place_hold(actor=actor, records=[case.record], reason=reason, now=now)
    return case
