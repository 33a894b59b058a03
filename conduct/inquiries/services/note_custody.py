from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.services._content import exhibit_of, writable
from conduct.inquiries.services._evidence import note
from conduct.inquiries.wording import Line
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import CustodyStep

BY_HAND = (CustodyStep.HANDED_ON, CustodyStep.COPIED, CustodyStep.MOVED, CustodyStep.RETURNED)


class NotByHand(RuleBroken):
    """That it was received and opened is written down by itself."""

    sentence = gettext_noop("This line writes itself. Choose what happened to the original.")


@transaction.atomic
def note_custody(*, actor: Actor, case: Case, number: int, step: CustodyStep, line: Line, now: datetime) -> Case:
    """Note what happened to the original: handed on, copied, moved or given back; to whom, and where it lies now."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    writable(actor, case, now=now)
    if step not in BY_HAND:
        raise NotByHand
    exhibit = exhibit_of(actor, case, number, now=now)

    note(exhibit, step, actor, line=line, now=now)

    ledger.record(actor, Event.CUSTODY_NOTED, case.record, at=now, number=number, step_taken=step)
    return case
