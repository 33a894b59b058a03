from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services.take_case import TRIAGE
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import start_clock
from conduct.people.actor import Actor
from conduct.records.spine import move
from conduct.rules.vocabulary import DeadlineKind, Kind
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def reopen_case(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Open a closed case again, because something new is known. Its triage starts afresh."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    move(case, TRIAGE[Kind(case.record.kind)])
    vault.seal(case.record, Sealed.REASON, reason, now=now)
    case.handler = actor.person
    case.save(update_fields=["handler"])
    start_clock(case.record, DeadlineKind.TRIAGE, now=now)

    ledger.record(actor, Event.RECORD_REOPENED, case.record, at=now)
    return case
