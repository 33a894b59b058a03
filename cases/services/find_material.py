from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services._determination import seal_grounds, write_determination
from cases.services._keeping import end_keeping
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet, start_clock
from conduct.people.actor import Actor
from conduct.records.spine import place
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind, Materiality
from conduct.vault import vault
from conduct.vault.kinds import Sealed

FOUND_WHILE = frozenset({CaseState.TRIAGE, CaseState.INVESTIGATING})


class NotToBeFound(RuleBroken):
    """Only the CEO's desk finds a matter material before handing it on."""

    sentence = gettext_noop("This matter is not being assessed at the CEO's desk.")


@transaction.atomic
def find_material(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Find a matter material: the act that shows that the CEO lacks authority, so the time to hand on begins (C14)."""
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    if Body(case.record.body) is not Body.CEO or case.state not in FOUND_WHILE:
        raise NotToBeFound

    vault.seal(case.record, Sealed.REASON, reason, now=now)
    grounds = seal_grounds(case, None, reason, now=now)
    write_determination(case, Materiality.MATERIAL, grounds=grounds, by=actor.who, now=now)
    end_keeping(case, now=now)
    place(case.record, Body.CEO, provisional=True)
    meet(case.record, DeadlineKind.TRIAGE, actor=actor, now=now)
    start_clock(case.record, DeadlineKind.HAND_ON, now=now)

    ledger.record(actor, Event.MATERIAL_FOUND, case.record, at=now)
    return case
