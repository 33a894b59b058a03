from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.services._reading_back import check_open, hear
from conduct.inquiries.services._tasks import NoSuchTask
from conduct.inquiries.services.finish_task import own_task, settle
from conduct.people.actor import Actor


@transaction.atomic
def answer_read_back(*, actor: Actor, case: Case, task: int, confirmed: bool, remarks: str, now: datetime) -> Case:
    """Say, as the person who was heard, whether the record of the interview is right."""
    require(actor, Permission.DO_TASK, case.record)
    case = held(actor, Permission.DO_TASK, case)

    found = own_task(actor, case, task)
    version = found.reads_back
    if version is None:
        raise NoSuchTask
    check_open(version)

    hear(version, actor, confirmed=confirmed, remarks=remarks, now=now)
    settle(found, actor, now=now)

    number = version.interview.number
    ledger.record(actor, Event.INTERVIEW_CHECKED, case.record, at=now, number=number, version=version.version)
    return case
