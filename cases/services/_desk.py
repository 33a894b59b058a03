"""Which desk opens a report, where the one that the rule names has nobody to open it."""

from datetime import datetime

from conduct import clock
from conduct.people.models import Person
from conduct.people.queries import ceo_on, members_on
from conduct.provisions.queries import readings_on
from conduct.rules import deciders
from conduct.rules.vocabulary import Authority, Body, Holder

DESKS = {Holder.CEO: Body.CEO, Holder.BOARD: Body.BOARD}
SECTIONS = {Authority.INVESTOR_RELATIONS, Authority.LEGAL_SECTION}  # they answer requests; a report goes to the CEO


def desk_of(intake: Authority, reporter: Person | None, *, now: datetime) -> Body:
    """The desk of the rule, or of whoever stands in where the CEO's post is empty or he himself reports (D4, D5)."""
    body, day = Body.CEO if intake in SECTIONS else Body(intake.value), clock.day(now)
    if body is not Body.CEO:
        return body
    ceo = ceo_on(day)
    chief = deciders.Chief(present=ceo is not None, conflicted=ceo is not None and ceo == reporter)
    seats = {name: deciders.Members(members=members_on(name, day).count()) for name in (Body.BOARD, Body.BOSA)}
    offices = deciders.Offices(chief=chief, board=seats[Body.BOARD], bosa=seats[Body.BOSA])
    holder = deciders.stands_in(body, offices=offices, under=readings_on(day)).answer
    return DESKS.get(holder, Body.BOSA)
