"""Everything that can be done to a delegation of the CEO's authority (I ¶5)."""

from conduct.office.services.authorise_delegation import authorise_delegation
from conduct.office.services.draft_delegation import draft_delegation
from conduct.office.services.lapse_delegation import lapse_delegation
from conduct.office.services.record_resolution import record_resolution
from conduct.office.services.revoke_delegation import revoke_delegation

__all__ = [
    "authorise_delegation",
    "draft_delegation",
    "lapse_delegation",
    "record_resolution",
    "revoke_delegation",
]
