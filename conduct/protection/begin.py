"""How a watch begins: its days by the rules, and whom it watches as a mark that only the vault can compare."""

from datetime import datetime
from uuid import UUID

from cases.models import Party
from conduct import clock
from conduct.protection.models import Watch
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.protection import check_in_after, watch_ends_on
from conduct.rules.vocabulary import WatchedAs
from conduct.vault import blind


def begin(
    record: Record, person: UUID, watched_as: WatchedAs, *, since: datetime, now: datetime, party: Party | None = None
) -> Watch:
    """From the day of the report, or from the day on which a witness was entered."""
    since_on = clock.day(since)
    return Watch.objects.create(
        record=record,
        watched_as=watched_as.value,
        mark=blind.mark(record, person),
        party=party,
        since_on=since_on,
        until_on=watch_ends_on(since_on, under=readings_on(clock.day(now))),
        next_on=check_in_after(since_on, since_on),
    )
