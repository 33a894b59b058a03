from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import can, held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.ending import let_go
from conduct.inquiries.services._standing import check_may_plan, mandate_of
from conduct.inquiries.services._tasks import open_task
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class TheBodyExcuses(RuleBroken):
    """What the plan demands is not for the team to leave out."""

    sentence = gettext_noop("The plan demands this step. Only the body itself can excuse it.")


@transaction.atomic
def excuse_task(*, actor: Actor, case: Case, task: int, reason: str, now: datetime) -> Case:
    """Leave a step out, with a reason that is kept. What is mandatory only the body excuses; nothing is deleted."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = mandate_of(case)
    check_may_plan(actor, inquiry, now=now)
    found = open_task(inquiry, task)
    if found.mandatory and not can(actor, Permission.RECORD_WORK, case.record):
        raise TheBodyExcuses

    found.excuse = vault.seal(case.record, Sealed.REASON, reason, now=now)
    found.excused_at, found.excused_by = now, actor.who
    found.save(update_fields=["excuse", "excused_at", "excused_by"])
    let_go(found.owner, case.record)

    ledger.record(actor, Event.TASK_EXCUSED, case.record, at=now)
    return case
