"""Whose log a line stands in. With one shared log its mere length would tell what happens elsewhere."""

from collections.abc import Iterable
from enum import StrEnum

from conduct.rules.vocabulary import Body


class Domain(StrEnum):
    """An authority's own log, and one for what belongs to no record's body."""

    CEO = "ceo"
    BOARD = "board"
    BOSA = "bosa"
    SYSTEM = "system"


OF_BODY = {
    Body.SUPERVISOR: Domain.SYSTEM,
    Body.OUTSIDE_CODE: Domain.CEO,
    Body.CEO: Domain.CEO,
    Body.BOARD: Domain.BOARD,
    Body.BOSA: Domain.BOSA,
}
_EVERYBODY = frozenset({Domain.SYSTEM})
READ_BY = {
    Body.SUPERVISOR: _EVERYBODY,
    Body.OUTSIDE_CODE: _EVERYBODY | {Domain.CEO},
    Body.CEO: _EVERYBODY | {Domain.CEO},
    Body.BOARD: _EVERYBODY | {Domain.CEO, Domain.BOARD},
    Body.BOSA: frozenset(Domain),
}


def read_by_both(origin: Body, target: Body) -> Domain:
    """The log in which both ends of a hand-on can read that it happened, and why: that of the lower of the two."""
    return max(OF_BODY[origin], OF_BODY[target], key=lambda log: sum(log in read for read in READ_BY.values()))


def read_by(bodies: Iterable[Body]) -> frozenset[Domain]:
    """The logs whose lines about one record these bodies read: their own and those of bodies below them."""
    return _EVERYBODY.union(*(READ_BY[body] for body in bodies))
