"""Ledger lines by the thousand, for `manage.py seed`: the bytes that `ledger.record` makes. Who asks stores them."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from conduct.audit.domains import Domain
from conduct.audit.entry import VERSION, leaf_hash
from conduct.audit.events import Event
from conduct.rules.vocabulary import ActsAs


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: words of the Code, keys and dates alone. Without an actor it is the system's."""

    domain: Domain
    event: Event
    actor: UUID | None
    about: UUID
    at: datetime
    facts: Mapping[str, str]

    @property
    def acts_as(self) -> ActsAs:
        if self.actor:
            return ActsAs.PERSON
        return ActsAs.REPORTER if self.event is Event.REPORT_FILED else ActsAs.SYSTEM


def row_of(line: Line) -> tuple[object, ...]:
    """domain, event, acts_as, actor, record, facts, happened_at, entry, leaf.

    ASCII words without escapes, sorted and without spaces, are canonical (RFC 8785) as they are.
    """
    told = {
        "domain": line.domain,
        "event": line.event,
        "acts_as": line.acts_as,
        "actor": str(line.actor or ""),
        "record": str(line.about),
        "version": VERSION,
        "facts": line.facts,
        "happened_at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "salt": secrets.token_hex(16),
    }
    entry = json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")
    who = line.acts_as, line.actor, line.about
    return line.domain, line.event, *who, json.dumps(line.facts), line.at, entry, leaf_hash(entry)
