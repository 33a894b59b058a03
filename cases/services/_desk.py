"""Which desk opens a report, where the one that the rule names has nobody to open it."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from conduct import clock
from conduct.people.delegations import delegation_on, mandate_of
from conduct.people.models import Person
from conduct.people.queries import ceo_on, members_on
from conduct.provisions.queries import readings_on
from conduct.rules import deciders
from conduct.rules.vocabulary import Authority, Body, Holder, Power

DESKS = {
    Holder.CEO: Body.CEO,
    Holder.DELEGATE: Body.CEO,
    Holder.BOARD: Body.BOARD,
    Holder.OUTSIDE_DIRECTORS: Body.BOARD,
}
STAND_IN = frozenset({Body.CEO, Body.BOARD, Body.BOSA})
SECTIONS = {Authority.INVESTOR_RELATIONS, Authority.LEGAL_SECTION}  # they answer requests; a report goes to the CEO


def desk_of(intake: Authority, concerned: Collection[Person | None], *, now: datetime) -> Body:
    """The desk of the rule, or of whoever stands in for it (D2 to D5, D8).

    `concerned`: whom the report names, and who reports. The CEO is conflicted as either; a member of a board who is
    named takes no part there. Where counsel alone would be left, the statutory auditors' desk holds the matter.
    """
    body, day = Body.CEO if intake in SECTIONS else Body(intake.value), clock.day(now)
    if body not in STAND_IN:
        return body
    chief = chief_on(day, concerned)
    board, bosa = (seats(members_on(name, day), concerned) for name in (Body.BOARD, Body.BOSA))
    offices = deciders.Offices(chief=chief, board=board, bosa=bosa, outside_directors=board.eligible)
    holder = deciders.stands_in(body, offices=offices, under=readings_on(day)).answer
    return DESKS.get(holder, Body.BOSA)


def chief_on(day: date, concerned: Collection[Person | None]) -> deciders.Chief:
    """The CEO, and the delegate who may assess what comes in. A CEO who cannot sign in is absent (A17)."""
    ceo, delegation = ceo_on(day), delegation_on(day)
    triages = delegation is not None and Power.TRIAGE in mandate_of(delegation).powers
    return deciders.Chief(
        present=ceo is not None and ceo.is_active,
        conflicted=ceo is not None and ceo in concerned,
        delegate_active=triages,
        delegate_conflicted=delegation is not None and delegation.delegate in concerned,
    )


def seats(members: Iterable[Person], concerned: Collection[Person | None]) -> deciders.Members:
    """The seats of a board, and those of them who are named."""
    sitting = list(members)
    out = len([member for member in sitting if member in concerned])
    return deciders.Members(members=len(sitting), recused=out, implicated=out)
