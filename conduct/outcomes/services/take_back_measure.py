from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.services._deciding import check_undecided
from conduct.outcomes.services._standing import measure_of
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def take_back_measure(*, actor: Actor, case: Case, measure: int, reason: str, now: datetime) -> Case:
    """Take back a proposal on which the company has not decided, with a reason."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    one = measure_of(case, measure)
    check_undecided(one)

    one.reason = vault.seal(case.record, Sealed.REASON, reason, now=now)
    one.ended_by, one.ended_at = actor.who, now
    one.save(update_fields=["reason", "ended_by", "ended_at"])

    ledger.record(actor, Event.MEASURE_TAKEN_BACK, case.record, at=now, number=measure)
    return case
