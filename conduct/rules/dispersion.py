"""Counts by rank that tell nothing about a single person: small cells are hidden, and nothing leads back to them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from conduct.rules.vocabulary import PersonClass

FEWEST = 5


class Rank(StrEnum):
    """Whom a question is about, in groups that are compared."""

    STAFF = "staff"
    OFFICERS = "officers"
    LEADERS = "leaders"
    OTHERS = "others"


class Outcome(StrEnum):
    """What came of a question."""

    ANSWERED = "answered"
    OTHERWISE = "otherwise"  # answered, and differently from a precedent
    NEEDS_WAIVER = "needs_waiver"
    UNANSWERED = "unanswered"


RANK_OF = {
    PersonClass.EMPLOYEE: Rank.STAFF,
    PersonClass.SUB_EMPLOYEE: Rank.STAFF,
    PersonClass.OFFICER: Rank.OFFICERS,
    PersonClass.DELEGATE: Rank.OFFICERS,
    PersonClass.SUB_OFFICER: Rank.OFFICERS,
    PersonClass.DIRECTOR: Rank.LEADERS,
    PersonClass.CEO: Rank.LEADERS,
    PersonClass.STATUTORY_AUDITOR: Rank.LEADERS,
}
HIGHEST_FIRST = (Rank.LEADERS, Rank.OFFICERS, Rank.STAFF, Rank.OTHERS)


def rank_of(people: Iterable[PersonClass]) -> Rank:
    """The highest rank among the people concerned; whoever is outside, or not known, counts with the others."""
    ranks = {RANK_OF.get(person, Rank.OTHERS) for person in people}
    return next((rank for rank in HIGHEST_FIRST if rank in ranks), Rank.OTHERS)


def dispersed(pairs: Iterable[tuple[Rank, Outcome]]) -> Mapping[Rank, Mapping[Outcome, int | None]]:
    """How often each outcome came in each rank; None for fewer than five, nought included.

    No total of any kind is given, because a hidden cell could be worked out from its complement. What is shown is
    therefore the same whatever the hidden cells hold.
    """
    counted = Counter(pairs)
    return {rank: {each: _shown(counted[rank, each]) for each in Outcome} for rank in Rank}


def _shown(count: int) -> int | None:
    return count if count >= FEWEST else None
