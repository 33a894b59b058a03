from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import Entry
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._people import (
    NotInThisCase,
    check_may_change,
    end,
    enter,
    identified,
    must_stay_blind,
    rows_of,
)
from conduct.handoffs.services._reroute import reroute
from conduct.handoffs.services.open_linked_case import open_linked_case
from conduct.people.actor import Actor


@transaction.atomic
def correct_party(*, actor: Actor, case: Case, place: int, entry: Entry | None, reason: str, now: datetime) -> Case:
    """Correct the person at a place of the list, or take that person out (`entry` None). What stood there stays on
    file. Whose the matter is, is asked again at once.

    `place`: 1 for the first of the people as they stand. Raises NotInThisCase where there is none.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_change(case)
    entry = identified(entry, case, now=now) if entry else None
    if entry is not None and must_stay_blind(actor, case, entry, now=now):
        return open_linked_case(actor=actor, case=case, entry=entry, reason=reason, now=now)
    facts = known(actor, case, now=now)
    if not 1 <= place <= len(facts.entries):
        raise NotInThisCase

    row = rows_of(case, facts.entries, now=now)[place - 1]
    end(row, by=actor.who, now=now)
    if entry is not None:
        enter(case, entry, by=actor.who, follows=row, now=now)
    ledger.record(actor, Event.PARTY_CORRECTED if entry else Event.PARTY_TAKEN_OUT, case.record, at=now)
    rest = [each for number, each in enumerate(facts.entries, 1) if number != place]
    reroute(case, facts.having([*rest, *([entry] if entry else [])]), actor=actor, note=reason, now=now)
    return case
