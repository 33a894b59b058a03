"""The desks: whose each one is, which body it serves, where its pages stand."""

from dataclasses import dataclass

from conduct.rules.vocabulary import Body, Role


@dataclass(frozen=True, slots=True)
class Desk:
    """One of the places where people work. `first`, `queue` and `shelf` are names of pages."""

    slug: str
    body: Body | None
    roles: frozenset[Role]
    first: str
    queue: str = ""
    shelf: str = ""

    def __str__(self) -> str:
        return self.slug


OWN = Desk("me", None, frozenset(), "desks:me")
CEO = Desk("desk", Body.CEO, frozenset({Role.CEO, Role.DELEGATE}), "desks:today", "desks:triage", "desks:cases")
BOARD = Desk(
    "board", Body.BOARD, frozenset({Role.DIRECTOR, Role.SECRETARY}), "desks:board", "desks:board", "desks:matters"
)
BOSA = Desk("bosa", Body.BOSA, frozenset({Role.STATUTORY_AUDITOR}), "desks:bosa", "desks:bosa", "desks:bosa_cases")
DESKS = (BOSA, CEO, BOARD, OWN)  # the first that a person holds is where signing in leads
BY_SLUG = {desk.slug: desk for desk in DESKS}
BY_BODY = {desk.body: desk for desk in DESKS if desk.body}
OF_A_DESK = frozenset().union(*(desk.roles for desk in DESKS))


def desks_of(roles: frozenset[Role]) -> tuple[Desk, ...]:
    """Every desk these roles open. What is one's own is open to everybody."""
    return tuple(desk for desk in DESKS if desk is OWN or desk.roles & roles)


class DeskInAddress:
    """A body's desk in an address, such as /w/board/cases/…"""

    regex = "desk|board|bosa"

    def to_python(self, slug: str) -> Desk:
        return BY_SLUG[slug]

    def to_url(self, desk: Desk | str) -> str:
        return str(desk)


class AnyDeskInAddress(DeskInAddress):
    """The same, or a person's own place: /w/me/cases/… for somebody who was let in on one record."""

    regex = "me|desk|board|bosa"
