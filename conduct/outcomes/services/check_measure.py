from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.services._executing import NobodyCarriesItOut, execution_of
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def check_measure(*, actor: Actor, case: Case, measure: int, works: bool, result: str, now: datetime) -> Case:
    """Write down whether a measure that was carried out works. Once; what more is needed is another measure."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    one = execution_of(case, measure, finished=True)
    if one.checked_at is not None:
        raise NobodyCarriesItOut

    one.result = vault.seal(case.record, Sealed.PROOF, result, now=now)
    one.works, one.checked_by, one.checked_at = works, actor.who, now
    one.save(update_fields=["result", "works", "checked_by", "checked_at"])

    ledger.record(actor, Event.MEASURE_CHECKED, case.record, at=now, number=measure)
    return case
