"""Who may do what. Tables and their two readers: `reach` for lists, `decide` for one record. No database.

The wall comes first and beats everything. Then a role reaches the records of its own body; then a copy lets a
body read along; then a grant admits a single person. Otherwise: no.
"""

from enum import StrEnum

from conduct.access.permissions import Permission as P
from conduct.rules.vocabulary import Body, Role

BODY_OF = {
    Role.CEO: Body.CEO,
    Role.DIRECTOR: Body.BOARD,
    Role.STATUTORY_AUDITOR: Body.BOSA,
    Role.SECRETARY: Body.BOARD,
}
DECIDERS = frozenset({Role.CEO, Role.DIRECTOR, Role.STATUTORY_AUDITOR})

OPEN_TO_ALL = frozenset({P.REPORT_FILE})
BY_ROLE: dict[P, frozenset[Role]] = {
    P.RECORD_VIEW: DECIDERS | {Role.SECRETARY},
    P.READ_SEALED: DECIDERS,
    P.RECORD_WORK: DECIDERS,
    P.RECORD_HAND_ON: DECIDERS,
}
BY_COPY: dict[P, frozenset[Role]] = {
    P.RECORD_VIEW: frozenset({Role.STATUTORY_AUDITOR, Role.DIRECTOR}),
    P.READ_SEALED: frozenset({Role.STATUTORY_AUDITOR, Role.DIRECTOR}),
}
OVERSIGHT: dict[P, frozenset[Role]] = {P.RECORD_OVERSEE: frozenset({Role.STATUTORY_AUDITOR})}
BY_GRANT = frozenset({P.RECORD_VIEW, P.RECORD_WORK, P.RECORD_CONFIRM, P.READ_SEALED})


def reach(roles: frozenset[Role], permission: P) -> frozenset[Body]:
    """The bodies whose own records these roles reach with this permission."""
    return bodies_of(roles & BY_ROLE.get(permission, frozenset()))


def reach_by_copy(roles: frozenset[Role], permission: P) -> frozenset[Body]:
    """The bodies whose copies these roles read with this permission."""
    return bodies_of(roles & BY_COPY.get(permission, frozenset()))


def oversees(roles: frozenset[Role], permission: P) -> bool:
    """Whether these roles reach the late duties of every body (A41). Existence and lateness only, never the text."""
    return bool(roles & OVERSIGHT.get(permission, frozenset()))


def bodies_of(roles: frozenset[Role]) -> frozenset[Body]:
    """The bodies that these roles belong to."""
    return frozenset(BODY_OF[role] for role in roles if role in BODY_OF)


class Verdict(StrEnum):
    """Why somebody may, or may not."""

    WALLED = "walled"
    BY_ROLE = "by_role"
    BY_COPY = "by_copy"
    BY_OVERSIGHT = "by_oversight"
    BY_GRANT = "by_grant"
    NO_REASON = "no_reason"


ALLOWING = frozenset({Verdict.BY_ROLE, Verdict.BY_COPY, Verdict.BY_OVERSIGHT, Verdict.BY_GRANT})


def decide(
    permission: P, *, roles: frozenset[Role], body: Body, copies: frozenset[Body], walled: bool, granted: bool
) -> Verdict:
    """What `scope` answers about one record, and why. The wall comes first."""
    grounds = (
        (walled, Verdict.WALLED),
        (body in reach(roles, permission), Verdict.BY_ROLE),
        (bool(copies & reach_by_copy(roles, permission)), Verdict.BY_COPY),
        (oversees(roles, permission), Verdict.BY_OVERSIGHT),
        (granted and permission in BY_GRANT, Verdict.BY_GRANT),
    )
    return next((verdict for holds, verdict in grounds if holds), Verdict.NO_REASON)
