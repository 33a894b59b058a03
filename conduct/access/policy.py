"""Who may do what. Tables and their two readers: `reach` for lists, `decide` for one record. No database.

The wall comes first and beats everything. Then a role reaches the records of its own body; then a delegate works at
the CEO's desk, as far as the powers go; then a copy lets a body read along; then a grant admits a single person.
Otherwise: no.
"""

from enum import StrEnum

from conduct.access.permissions import Permission as P
from conduct.rules.delegation import reached
from conduct.rules.vocabulary import Body, Kind, Power, Role

BODY_OF = {
    Role.CEO: Body.CEO,
    Role.DELEGATE: Body.CEO,
    Role.DIRECTOR: Body.BOARD,
    Role.STATUTORY_AUDITOR: Body.BOSA,
    Role.SECRETARY: Body.BOARD,
}
DECIDERS = frozenset({Role.CEO, Role.DIRECTOR, Role.STATUTORY_AUDITOR})

OPEN_TO_ALL = frozenset({P.REPORT_FILE})
OF_AN_OFFICE: dict[P, frozenset[Role]] = {
    P.DELEGATION_VIEW: DECIDERS | {Role.DELEGATE, Role.SECRETARY},
    P.DELEGATION_DRAFT: frozenset({Role.CEO}),
    P.RESOLUTION_RECORD: frozenset({Role.SECRETARY}),
    P.RESOLUTION_CONFIRM: frozenset({Role.DIRECTOR}),
    P.DELEGATION_REVOKE: frozenset({Role.CEO, Role.DIRECTOR}),
    P.SCHEDULE_CHANGE: frozenset({Role.DIRECTOR}),
    P.PERSON_ERASE: frozenset({Role.STATUTORY_AUDITOR}),
    P.DESIGNATE: frozenset({Role.STATUTORY_AUDITOR}),
    P.PROTECTION_VIEW: frozenset({Role.STATUTORY_AUDITOR}),
    P.DESIGNATION_VIEW: frozenset({Role.STATUTORY_AUDITOR, Role.CUSTODIAN}),
    P.HR_IMPORT: frozenset(),  # by command alone
}
BY_ROLE: dict[P, frozenset[Role]] = {
    P.RECORD_VIEW: DECIDERS | {Role.SECRETARY},
    P.READ_SEALED: DECIDERS,
    P.RECORD_WORK: DECIDERS,
    P.RECORD_HAND_ON: DECIDERS,
    P.INQUIRE: DECIDERS,
    P.RECORD_HOLD: DECIDERS,
    P.RECORD_DISPOSE: DECIDERS,
    P.RECORD_RELEASE: DECIDERS,
    P.READ_DETERMINATION: DECIDERS,
}
BY_MANDATE = frozenset({P.RECORD_VIEW, P.READ_SEALED, P.RECORD_WORK, P.RECORD_HAND_ON, P.INQUIRE})
BY_COPY: dict[P, frozenset[Role]] = {
    P.RECORD_VIEW: frozenset({Role.STATUTORY_AUDITOR, Role.DIRECTOR}),
    P.READ_SEALED: frozenset({Role.STATUTORY_AUDITOR, Role.DIRECTOR}),
}
AFTER_DISPOSAL = frozenset({P.RECORD_VIEW, P.RECORD_OVERSEE})  # what remains possible where only the tombstone stays
OVERSIGHT: dict[P, frozenset[Role]] = {
    P.RECORD_OVERSEE: frozenset({Role.STATUTORY_AUDITOR}),
    P.READ_DETERMINATION: frozenset({Role.STATUTORY_AUDITOR}),
    P.RECORD_CALL_IN: frozenset({Role.STATUTORY_AUDITOR, Role.DIRECTOR}),
    P.RECORD_PROTECT: frozenset({Role.STATUTORY_AUDITOR}),
    P.IDENTITY_CONSENT: frozenset({Role.STATUTORY_AUDITOR, Role.CUSTODIAN}),
    P.WALLS_VIEW: frozenset({Role.STATUTORY_AUDITOR}),
}
BY_GRANT = frozenset(
    {
        P.RECORD_VIEW, P.RECORD_WORK, P.RECORD_CONFIRM, P.RECORD_RELEASE, P.READ_SEALED, P.READ_DETERMINATION,
        P.READ_IDENTITY, P.INQUIRE, P.SIGN_STATEMENT, P.DO_TASK,
    }
)  # fmt: skip


def reach(roles: frozenset[Role], permission: P) -> frozenset[Body]:
    """The bodies whose own records these roles reach with this permission."""
    return bodies_of(roles & BY_ROLE.get(permission, frozenset()))


def reach_by_mandate(powers: frozenset[Power], permission: P) -> frozenset[Kind]:
    """The kinds of records at the CEO's desk that a delegate with these powers reaches with this permission."""
    return reached(powers) if permission in BY_MANDATE else frozenset()


def reach_by_copy(roles: frozenset[Role], permission: P) -> frozenset[Body]:
    """The bodies whose copies these roles read with this permission."""
    return bodies_of(roles & BY_COPY.get(permission, frozenset()))


def holds_office_for(roles: frozenset[Role], permission: P) -> bool:
    """Whether these roles may do something that is about no record."""
    return permission in OPEN_TO_ALL or bool(roles & OF_AN_OFFICE.get(permission, frozenset()))


def oversees(roles: frozenset[Role], permission: P) -> bool:
    """Whether these roles reach the records of every body with this: late duties (A41), what was found not material
    (A4), who is shut out and why. Existence, lateness and the finding only, never the text of a report."""
    return bool(roles & OVERSIGHT.get(permission, frozenset()))


def bodies_of(roles: frozenset[Role]) -> frozenset[Body]:
    """The bodies that these roles belong to."""
    return frozenset(BODY_OF[role] for role in roles if role in BODY_OF)


class Verdict(StrEnum):
    """Why somebody may, or may not."""

    WALLED = "walled"
    BY_ROLE = "by_role"
    BY_MANDATE = "by_mandate"
    BY_COPY = "by_copy"
    BY_OVERSIGHT = "by_oversight"
    BY_GRANT = "by_grant"
    NO_REASON = "no_reason"


ALLOWING = frozenset(Verdict) - {Verdict.WALLED, Verdict.NO_REASON}


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


def decide_for_the_ceo(permission: P, *, powers: frozenset[Power], body: Body, kind: Kind, walled: bool) -> Verdict:
    """The same for what a delegate does with these powers. `walled`: the delegate, or the CEO for whom it is done."""
    if walled:
        return Verdict.WALLED
    reaches = body is Body.CEO and kind in reach_by_mandate(powers, permission)
    return Verdict.BY_MANDATE if reaches else Verdict.NO_REASON
