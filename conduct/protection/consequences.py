"""What follows for protection from what others do: a witness who is entered in a case is watched over."""

from datetime import datetime

from cases.models import Party
from cases.services import Entry
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.handoffs.entered import when_entered
from conduct.people.actor import SYSTEM
from conduct.protection.begin import begin
from conduct.rules.vocabulary import Kind, PartyRole, WatchedAs


@when_entered
def watch_the_witness(party: Party, entry: Entry, *, now: datetime) -> None:
    """From the day of the entry; taken out or corrected, the entry ends and the watch with it."""
    record = party.case.record
    if entry.role is PartyRole.WITNESS and entry.person_id and record.kind == Kind.REPORT:
        begin(record, entry.person_id, WatchedAs.WITNESS, since=now, now=now, party=party)
        ledger.record(SYSTEM, Event.WATCH_STARTED, None, at=now, domain=Domain.SYSTEM)
