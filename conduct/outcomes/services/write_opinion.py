from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import Consultation, Measure
from conduct.outcomes.services._consulted import OtherBody, keep_consulted
from conduct.outcomes.services._deciding import NotYetHappened, check_undecided
from conduct.outcomes.services._standing import measure_of
from conduct.outcomes.services._working import ACTED_WHILE, check_at_work
from conduct.outcomes.words import Opinion
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NobodyAsked(RuleBroken):
    """An opinion answers a question."""

    sentence = gettext_noop("This body was not asked, or has answered already.")


@transaction.atomic
def write_opinion(*, actor: Actor, case: Case, measure: int, body: Body, opinion: Opinion, now: datetime) -> Case:
    """Write down the opinion that a body gave on a proposed measure, on which day. It is never changed."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ACTED_WHILE)
    one = measure_of(case, measure)
    check_undecided(one)
    named = keep_consulted(actor, one, now=now)
    if body is not named:
        raise OtherBody(body=named)
    asked = waiting(one, body)
    if opinion.given_on > clock.day(now):
        raise NotYetHappened

    asked.opinion = vault.seal(case.record, Sealed.OPINION, opinion.kept(), now=now)
    asked.given_on, asked.given_at, asked.written_by = opinion.given_on, now, actor.who
    asked.save(update_fields=["opinion", "given_on", "given_at", "written_by"])

    ledger.record(actor, Event.OPINION_WRITTEN, case.record, at=now, number=measure, body=body)
    return case


def waiting(measure: Measure, body: Body) -> Consultation:
    """Raises NobodyAsked."""
    found = measure.consultations.filter(body=body.value, given_at=None).first()
    if found is None:
        raise NobodyAsked
    return found
