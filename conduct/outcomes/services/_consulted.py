"""Whom the rule names for an opinion on a measure, as the facts stand today (III ¶4, A3, D4)."""

from datetime import datetime

from cases.models import Case
from cases.services._desk import desk_of
from conduct import clock
from conduct.access import wall
from conduct.outcomes.models import Measure
from conduct.outcomes.services._concerned import Concerned, concerned
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import consulted
from conduct.rules.vocabulary import Authority, Body


class OtherBody(RuleBroken):
    """III ¶4 names exactly one body."""

    sentence = gettext_noop("The body to consult here is another one: {body}")


class NobodyToConsult(RuleBroken):
    """The Code asks for nobody's opinion on a civil step against somebody whom it does not bind."""

    sentence = gettext_noop("The Code names nobody to consult about this.")


def body_to_consult(case: Case, about: Concerned, *, now: datetime) -> Body:
    """The rule's body, or whoever stands in for it: a CEO who is out of the matter is not consulted in it (D4)."""
    authority = consulted(about.person, about.materiality, under=readings_on(clock.day(now))).answer
    if authority is Authority.OUTSIDE_CODE:
        return Body.OUTSIDE_CODE
    return desk_of(authority, wall.people_behind(case.record), now=now)


def keep_consulted(actor: Actor, measure: Measure, *, now: datetime) -> Body:
    """Ask the rule again, for the facts may have changed, and keep its answer. Raises WaitsForWeight and others."""
    about = concerned(actor, measure.case, measure.finding.allegation.party, now=now)
    body = body_to_consult(measure.case, about, now=now)
    if measure.consulted != body:
        measure.consulted = body.value
        measure.save(update_fields=["consulted"])
    return body
