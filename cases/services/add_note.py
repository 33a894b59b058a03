from datetime import datetime

from django.db import transaction

from cases.models import Case, Note
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def add_note(*, actor: Actor, case: Case, text: str, now: datetime) -> Case:
    """Write something down about a case, for those who work on it."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    sealed = vault.seal(case.record, Sealed.NOTE, text, now=now)
    Note.objects.create(case=case, text=sealed, author=actor.who, written_at=now)

    ledger.record(actor, Event.NOTE_ADDED, case.record, at=now)
    return case
