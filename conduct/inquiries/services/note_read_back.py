from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.services._content import interview_of, writable
from conduct.inquiries.services._reading_back import hear, last_version
from conduct.people.actor import Actor


@transaction.atomic
def note_read_back(*, actor: Actor, case: Case, number: int, confirmed: bool, remarks: str, now: datetime) -> Case:
    """Enter what the person who was heard said about the printed record: it is right, or what is not."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    writable(actor, case, now=now)
    version = last_version(interview_of(actor, case, number, now=now))

    hear(version, actor, confirmed=confirmed, remarks=remarks, now=now)

    ledger.record(actor, Event.INTERVIEW_CHECKED, case.record, at=now, number=number, version=version.version)
    return case
