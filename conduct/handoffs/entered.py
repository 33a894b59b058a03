"""Who wants to know that somebody was entered in a case. Filled in by rooms above, at start-up."""

from collections.abc import Callable
from datetime import datetime

from cases.models import Party
from cases.services import Entry

WHEN_ENTERED: list[Callable[..., None]] = []


def when_entered(told: Callable[..., None]) -> Callable[..., None]:
    """Register what is done, in the same transaction, with each new entry: `told(party, entry, now=now)`."""
    if told not in WHEN_ENTERED:
        WHEN_ENTERED.append(told)
    return told


def tell(party: Party, entry: Entry, *, now: datetime) -> Party:
    """Store the new row, and tell everybody who wants to know."""
    party.save(force_insert=True)
    for told in WHEN_ENTERED:
        told(party, entry, now=now)
    return party
