from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet
from conduct.people.actor import Actor
from conduct.records.spine import locked, move
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind


class NotYetYours(RuleBroken):
    """While nobody has decided on materiality, the CEO may only preserve evidence and ask for facts (A4)."""

    sentence = gettext_noop("Until it is decided whether this is material, no investigation can be opened here.")


@transaction.atomic
def open_investigation(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Open an investigation as the competent body (III ¶4). Ends the time to open or decline (C15) and to triage."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = locked(case)

    if case.record.provisional and Body(case.record.body) is Body.CEO:
        raise NotYetYours

    move(case, CaseState.INVESTIGATING)
    meet(case.record, DeadlineKind.TRIAGE, actor=actor, now=now)
    meet(case.record, DeadlineKind.OPEN_OR_DECLINE, actor=actor, now=now)

    ledger.record(actor, Event.INVESTIGATION_OPENED, case.record, at=now)
    return case
