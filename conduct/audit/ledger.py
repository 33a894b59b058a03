"""The one door through which the ledger is written and read."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from conduct.audit.deeds import stamp
from conduct.audit.domains import OF_BODY, Domain
from conduct.audit.entry import canonical, leaf_hash
from conduct.audit.events import Event
from conduct.audit.models import FOR_THE_CEO, AuditEvent
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.rules.vocabulary import Body

Fact = StrEnum | int | date | bool | bytes  # words of the Code, keys, dates, hashes: never a name or a typed text
HASH_BYTES = 32


def record(
    actor: Actor, event: Event, about: Record | None, *, at: datetime, domain: Domain | None = None, **facts: Fact
) -> None:
    """Write one line into the log of the body that holds the record (or of `domain`), in the caller's transaction.

    Raises TypeError for a plain string among the facts: no name and no typed text can enter; OutsideTheDelegation
    where a delegate does what the delegation does not cover. What it covers carries the key of the delegation.
    """
    kept = {name: _kept(name, fact) for name, fact in facts.items()} | stamp(actor.mandate, event, about)
    where = domain or (OF_BODY[Body(about.body)] if about else Domain.SYSTEM)
    line = {
        "domain": where.value,
        "event": event.value,
        "acts_as": actor.acts_as.value,
        "actor": str(actor.person.pk) if actor.person else "",
        "record": str(about.pk) if about else "",
    }
    entry = canonical(line, kept, at)
    AuditEvent.objects.create(
        domain=where.value,
        event=event.value,
        actor=actor.person,
        acts_as=actor.acts_as.value,
        record=about,
        facts=kept,
        happened_at=at,
        entry=entry,
        leaf=leaf_hash(entry),
    )


def _kept(name: str, fact: object) -> str | int | bool:
    if type(fact) is str:
        raise TypeError(f"{name} is free text; the ledger takes words of the Code, keys and dates")
    if isinstance(fact, bytes):
        return _hash(name, fact)
    if isinstance(fact, datetime):
        return fact.isoformat()
    return str(fact) if isinstance(fact, StrEnum | date) else fact  # type: ignore[return-value]


def _hash(name: str, fact: bytes) -> str:
    if len(fact) != HASH_BYTES:
        raise TypeError(f"{name} is no hash of {HASH_BYTES} bytes")
    return fact.hex()


def timeline(about: Record, domains: Iterable[Domain]) -> QuerySet[AuditEvent]:
    """What these logs say about a record, oldest first."""
    lines = about.events.filter(domain__in=[domain.value for domain in domains]).select_related("actor")
    return lines.order_by("happened_at", "id")


def lines_under(delegation: int) -> QuerySet[AuditEvent]:
    """Everything that was done for the CEO under this delegation, oldest first."""
    return AuditEvent.objects.filter(FOR_THE_CEO, facts__delegation=delegation).order_by("happened_at", "id")


def spoken_of(
    records: Iterable[Record], events: Iterable[Event], domains: Iterable[Domain], since: datetime
) -> set[UUID]:
    """Of which of these records these logs tell one of these events after that moment."""
    lines = AuditEvent.objects.filter(record__in=list(records), happened_at__gt=since)
    said = lines.filter(event__in=[event.value for event in events], domain__in=[domain.value for domain in domains])
    return set(said.values_list("record", flat=True))
