"""A measure that the company adopted, on its way from an owner to a proof."""

from datetime import date, datetime

from cases.models import Case
from conduct import clock
from conduct.outcomes.models import CompanyDecision, Execution
from conduct.outcomes.services._standing import measure_of
from conduct.provisions.queries import calendars, readings_on
from conduct.rules import clocks
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import DeadlineKind, Taken


class NotAdopted(RuleBroken):
    """Only what the company adopted is carried out."""

    sentence = gettext_noop("The company has not adopted this measure, so there is nothing to carry out.")


class NobodyCarriesItOut(RuleBroken):
    """A proof comes from somebody who had it to do."""

    sentence = gettext_noop("Nobody carries this measure out yet, or it is finished. Look at the list again.")


def adopted(case: Case, number: int) -> CompanyDecision:
    """The decision by which the company adopted a measure. Raises NotAdopted."""
    decision = CompanyDecision.objects.filter(measure=measure_of(case, number)).first()
    if decision is None or decision.taken == Taken.DROPPED:
        raise NotAdopted
    return decision


def execution_of(case: Case, number: int, *, finished: bool) -> Execution:
    """The measure as it is being carried out, or as it was. Raises NobodyCarriesItOut for the other."""
    found = Execution.objects.filter(decision=adopted(case, number)).first()
    if found is None or (found.finished_at is not None) is not finished:
        raise NobodyCarriesItOut
    return found


def usual_day(found_at: datetime, *, now: datetime) -> date:
    """Until when a measure is carried out unless another day is said: the company's target after a finding (A18)."""
    under = readings_on(clock.day(now))
    clock_id = clocks.CLOCK_OF[DeadlineKind.ACT]
    due = clocks.due(clock_id, start=found_at, facts={}, calendars=calendars(), under=under).answer.at
    assert due is not None
    return clock.day(due)
