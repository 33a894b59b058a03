"""What a question brings with it that a report does not: it may be about whoever asks."""

from datetime import date

from cases.services._report import Report
from conduct.access.policy import DECIDERS
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import person_class
from conduct.provisions.queries import readings_on
from conduct.rules.route import Route
from conduct.rules.vocabulary import Authority, Kind


def asks_of_own(actor: Actor, report: Report, day: date) -> list[Person]:
    """A decider who asks about a situation like the own one takes no part in the answer (A2, A6). The name is sealed;
    only the wall knows whom it keeps out."""
    if report.kind is not Kind.QUESTION or actor.person is None or not actor.roles & DECIDERS or report.people:
        return []
    own = person_class(actor.person, day, under=readings_on(day))
    return [actor.person] if own in {about.person_class for about in report.about} else []


def opened_by(route: Route) -> Authority:
    """The desk that opens it; where the CEO's only passes it on, the one to which it goes by itself (A33)."""
    return route.lead if route.beyond_ceo and route.intake is Authority.CEO else route.intake
