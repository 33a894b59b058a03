from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.services._working import ALLEGED_WHILE, check_at_work
from conduct.outcomes.services.correct_allegation import open_allegation
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def withdraw_allegation(*, actor: Actor, case: Case, number: int, reason: str, now: datetime) -> Case:
    """Take an allegation back that nobody has answered, with a reason. It stays readable and needs no finding."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ALLEGED_WHILE)
    allegation = open_allegation(case, number)

    allegation.reason = vault.seal(case.record, Sealed.REASON, reason, now=now)
    allegation.ended_by, allegation.ended_at = actor.who, now
    allegation.save(update_fields=["reason", "ended_by", "ended_at"])

    ledger.record(actor, Event.ALLEGATION_WITHDRAWN, case.record, at=now, number=number)
    return case
