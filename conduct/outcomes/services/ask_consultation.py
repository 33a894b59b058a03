from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import Consultation
from conduct.outcomes.services._consulted import NobodyToConsult, OtherBody, keep_consulted
from conduct.outcomes.services._deciding import check_undecided
from conduct.outcomes.services._standing import measure_of
from conduct.outcomes.services._working import ACTED_WHILE, check_at_work
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Body


@transaction.atomic
def ask_consultation(*, actor: Actor, case: Case, measure: int, body: Body, now: datetime) -> Case:
    """Ask the body that the rule names for its opinion on a proposed measure. No other body will do (III ¶4)."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ACTED_WHILE)
    one = measure_of(case, measure)
    check_undecided(one)
    named = keep_consulted(actor, one, now=now)
    if named is Body.OUTSIDE_CODE:
        raise NobodyToConsult
    if body is not named:
        raise OtherBody(body=named)

    asked = {"asked_by": actor.who, "asked_at": now}
    Consultation.objects.get_or_create(measure=one, body=body.value, defaults=asked)

    ledger.record(actor, Event.CONSULTATION_ASKED, case.record, at=now, number=measure, body=body)
    return case
