from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import CompanyDecision
from conduct.outcomes.services import _deciding as deciding
from conduct.outcomes.services._concerned import concerned
from conduct.outcomes.services._consulted import keep_consulted
from conduct.outcomes.services._standing import measure_of
from conduct.outcomes.services._working import ACTED_WHILE, check_at_work
from conduct.outcomes.words import Decided
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.rules.outcome import check_divergence, check_organ
from conduct.rules.vocabulary import MeasureKind
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def decide_measure(*, actor: Actor, case: Case, measure: int, decided: Decided, now: datetime) -> Case:
    """Write down what the company decided on a measure, after the opinion of the body that the rule names (III ¶4).

    Whoever decides is the organ of the company's own rules, never the Statutory Auditors (A20, A47).
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ACTED_WHILE)
    one = measure_of(case, measure)
    deciding.check_undecided(one)
    if decided.decided_on > clock.day(now):
        raise deciding.NotYetHappened
    under, about = readings_on(clock.day(now)), concerned(actor, case, one.finding.allegation.party, now=now)
    check_organ(decided.organ, MeasureKind(one.kind), about.person, under=under)
    opinion = deciding.opinion_before(one, keep_consulted(actor, one, now=now), decided.decided_on)
    departs = check_divergence(deciding.view_in(actor, opinion), decided.taken, reason=decided.divergence)

    CompanyDecision.objects.create(
        measure=one, consultation=opinion, organ=decided.organ, taken=decided.taken.value, departs=departs,
        decided_on=decided.decided_on, decided_at=now, written_by=actor.who,
        text=vault.seal(case.record, Sealed.RESOLVED, decided.text, now=now),
        divergence=vault.seal(case.record, Sealed.REASON, decided.divergence, now=now) if departs else None,
    )  # fmt: skip
    deciding.follow(actor, case, decided.taken, now=now)

    ledger.record(actor, Event.MEASURE_DECIDED, case.record, at=now, number=measure, taken=decided.taken)
    return case
