from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import answer_keeping
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._reroute import reroute
from conduct.people.actor import SYSTEM, Actor
from conduct.rules.vocabulary import Materiality


@transaction.atomic
def answer_determination(*, actor: Actor, case: Case, confirmed: bool, reason: str, now: datetime) -> Case:
    """Say as second person whether a matter is not material (A4). Confirmed, whose it is follows at once (A4b)."""
    require(actor, Permission.RECORD_CONFIRM, case.record)
    case = held(actor, Permission.RECORD_CONFIRM, case)

    case = answer_keeping(actor=actor, case=case, confirmed=confirmed, reason=reason, now=now)
    if confirmed:
        ledger.record(SYSTEM, Event.DETERMINED, case.record, at=now, weight=Materiality.NON_MATERIAL)
        reroute(case, known(SYSTEM, case, now=now), actor=SYSTEM, note=reason, now=now)
    return case
