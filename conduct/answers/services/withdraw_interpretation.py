from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.answers.services._standing import public_part
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def withdraw_interpretation(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Withdraw the public part of an answer. It stays readable under its number, marked with the day."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    one = public_part(case.record)
    one.withdrawal = vault.seal(case.record, Sealed.REASON, reason, now=now)
    one.withdrawn_on, one.withdrawn_by = clock.day(now), actor.who
    one.save(update_fields=["withdrawal", "withdrawn_on", "withdrawn_by"])

    ledger.record(actor, Event.INTERPRETATION_WITHDRAWN, case.record, at=now, year=one.year, number=one.number)
    return case
