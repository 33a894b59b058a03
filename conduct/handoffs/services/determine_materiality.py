from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import propose_keeping
from cases.services._determination import seal_grounds, write_determination
from cases.services._keeping import end_keeping
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet, start_clock
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._people import check_may_change
from conduct.handoffs.services._reroute import reroute
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Body, DeadlineKind, Materiality, Reply


@transaction.atomic
def determine_materiality(
    *, actor: Actor, case: Case, outcome: Materiality, replies: Mapping[str, Reply], reason: str, now: datetime
) -> Case:
    """Say how grave a matter is, with the answers it rests on and a reason (A4). Whose it is follows at once.

    Not material takes effect when a second person confirms. Material at the CEO's desk: the duty to hand on begins
    with this finding and is fulfilled by it (C14), because the matter leaves in the same moment.
    """
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    check_may_change(case)
    if outcome is Materiality.NON_MATERIAL:
        return propose_keeping(actor=actor, case=case, reason=reason, replies=replies, now=now)

    end_keeping(case, now=now)
    grounds = seal_grounds(case, replies, reason, now=now)
    write_determination(case, outcome, grounds=grounds, by=actor.who, now=now)
    at_the_ceo = Body(case.record.body) is Body.CEO
    if at_the_ceo and outcome is Materiality.MATERIAL:
        meet(case.record, DeadlineKind.TRIAGE, actor=actor, now=now)
        start_clock(case.record, DeadlineKind.HAND_ON, now=now)
    ledger.record(actor, Event.DETERMINED, case.record, at=now, weight=outcome)
    reroute(case, known(actor, case, now=now), actor=actor, note=reason, now=now)
    return case
