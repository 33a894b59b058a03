from datetime import date, datetime, timedelta

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.services._executing import execution_of
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed

QUARTER = timedelta(days=90)


class NoProof(RuleBroken):
    """Done is what can be shown."""

    sentence = gettext_noop("Write what shows that it was carried out.")


@transaction.atomic
def finish_measure(
    *, actor: Actor, case: Case, measure: int, proof: str, check_on: date | None = None, now: datetime
) -> Case:
    """Write down the proof that a measure was carried out, and the day on which somebody looks whether it works."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    one = execution_of(case, measure, finished=False)
    if not proof.strip():
        raise NoProof

    one.proof = vault.seal(case.record, Sealed.PROOF, proof, now=now)
    one.finished_by, one.finished_at = actor.who, now
    one.check_on = check_on or clock.day(now) + QUARTER
    one.save(update_fields=["proof", "finished_by", "finished_at", "check_on"])

    ledger.record(actor, Event.MEASURE_FINISHED, case.record, at=now, number=measure)
    return case
