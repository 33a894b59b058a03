from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.answers.models import PrecedentsShown
from conduct.answers.queries import precedents
from conduct.answers.services._competence import check_may_answer
from conduct.answers.services._paragraphs import check_known
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor


@transaction.atomic
def show_precedents(*, actor: Actor, case: Case, paragraphs: Sequence[str], now: datetime) -> Case:
    """Put the earlier answers on these paragraphs before whoever is going to answer. Nothing is answered unseen."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_answer(actor, case, now=now)
    check_known(case.record, paragraphs)
    found = precedents(actor, paragraphs, version=case.record.code_version, besides=case.record)

    PrecedentsShown.objects.create(
        record=case.record, person=actor.who, paragraphs=list(paragraphs), shown_at=now, had_some=bool(found)
    )

    ledger.record(actor, Event.PRECEDENTS_SHOWN, case.record, at=now, count=len(found))
    return case
