from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import Measure
from conduct.outcomes.services._concerned import concerned
from conduct.outcomes.services._consulted import body_to_consult
from conduct.outcomes.services._standing import allegation_of, finding_on, next_number
from conduct.outcomes.services._working import ACTED_WHILE, check_at_work
from conduct.outcomes.words import Proposed
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.rules.outcome import NoViolation, check_measure
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def propose_measure(*, actor: Actor, case: Case, number: int, proposed: Proposed, now: datetime) -> Case:
    """Propose a measure after what was found on an allegation. Nothing is decided by it (III ¶4)."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ACTED_WHILE)
    allegation = allegation_of(case, number)
    finding = finding_on(allegation)
    if finding is None:
        raise NoViolation
    about, under = concerned(actor, case, allegation.party, now=now), readings_on(clock.day(now))
    check_measure(proposed.kind, about.violation(finding), aggravating=proposed.aggravating, under=under)
    place = next_number(case.measures)

    Measure.objects.create(
        case=case, number=place, finding=finding, kind=proposed.kind.value, proposed_by=actor.who, proposed_at=now,
        consulted=body_to_consult(case, about, now=now).value,
        text=vault.seal(case.record, Sealed.PROPOSED, proposed.kept(), now=now),
    )  # fmt: skip

    ledger.record(actor, Event.MEASURE_PROPOSED, case.record, at=now, number=place)
    return case
