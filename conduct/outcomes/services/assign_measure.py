from datetime import date, datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import CompanyDecision, Execution
from conduct.outcomes.services._executing import NobodyCarriesItOut, adopted, usual_day
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import roles_on
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import NeverBosa
from conduct.rules.vocabulary import Role


class DayBefore(RuleBroken):
    """Time runs forward."""

    sentence = gettext_noop("Choose a day that has not passed.")


@transaction.atomic
def assign_measure(
    *, actor: Actor, case: Case, measure: int, owner: Person, due_on: date | None = None, now: datetime
) -> Case:
    """Say who carries out a measure that the company adopted, and until when; again to change either.

    Without a day the company's target after a finding counts (C16). Never a statutory auditor (A47).
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    decision = adopted(case, measure)
    if Role.STATUTORY_AUDITOR in roles_on(owner, clock.day(now)):
        raise NeverBosa
    day = due_on or max(usual_day(decision.measure.finding.made_at, now=now), clock.day(now))
    if day < clock.day(now):
        raise DayBefore

    assign(decision, actor, owner, day, now=now)

    ledger.record(actor, Event.MEASURE_ASSIGNED, case.record, at=now, number=measure, due=day)
    return case


def assign(decision: CompanyDecision, actor: Actor, owner: Person, day: date, *, now: datetime) -> None:
    """The reminders of an earlier day begin again."""
    if Execution.objects.filter(decision=decision, finished_at__isnull=False).exists():
        raise NobodyCarriesItOut
    said = {"owner": owner, "due_on": day, "assigned_by": actor.who, "assigned_at": now}
    Execution.objects.update_or_create(decision=decision, defaults={**said, "reminded_at": None, "late_at": None})
