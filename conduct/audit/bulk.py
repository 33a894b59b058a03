"""Ledger lines by the thousand, for `manage.py seed`: the very bytes that `ledger.record` makes. Who asks stores them."""

import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from uuid import UUID

from conduct.audit.domains import Domain
from conduct.audit.entry import VERSION, leaf_hash
from conduct.audit.events import Event
from conduct.rules.vocabulary import ActsAs


def ledger_row(
    domain: Domain, event: Event, actor: UUID | None, about: UUID, *, at: datetime, facts: Mapping[str, str]
) -> tuple[object, ...]:
    """domain, event, acts_as, actor, record, facts, happened_at, entry, leaf. A line without actor is the system's.

    Words, keys and dates alone, all ASCII: sorted and without spaces they are canonical (RFC 8785) as they are.
    """
    acts_as = ActsAs.PERSON if actor else ActsAs.REPORTER if event is Event.REPORT_FILED else ActsAs.SYSTEM
    line = {"domain": domain, "event": event, "acts_as": acts_as, "actor": str(actor or ""), "record": str(about)}
    told = line | {
        "version": VERSION,
        "facts": facts,
        "happened_at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "salt": secrets.token_hex(16),
    }
    entry = json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")
    return domain, event, acts_as, actor, about, json.dumps(facts), at, entry, leaf_hash(entry)
