from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import Entry
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._people import check_may_change, enter, identified, must_stay_blind, rows_of
from conduct.handoffs.services._reroute import reroute
from conduct.handoffs.services.open_linked_case import open_linked_case
from conduct.people.actor import Actor


@transaction.atomic
def name_party(*, actor: Actor, case: Case, entry: Entry, reason: str, now: datetime) -> Case:
    """Name one more person in a case. Whose it is, is asked again at once; `reason` goes along where it moves (A4b).

    A person whom it would now be about, and who sees it, is named in a linked case sealed from that person instead;
    this one then shows nothing of it.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_change(case)
    entry = identified(entry, case, now=now)
    if must_stay_blind(actor, case, entry, now=now):
        return open_linked_case(actor=actor, case=case, entry=entry, reason=reason, now=now)
    facts = known(actor, case, now=now)

    rows_of(case, facts.entries, now=now)
    enter(case, entry, by=actor.who, now=now)
    ledger.record(actor, Event.PARTY_NAMED, case.record, at=now)
    reroute(case, facts.having((*facts.entries, entry)), actor=actor, note=reason, now=now)
    return case
