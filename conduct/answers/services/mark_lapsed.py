from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.answers.services._asker import tell_the_asker
from conduct.answers.services._publishing import end_waiting
from conduct.answers.services._standing import standing_answer
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def mark_lapsed(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Say that the facts on which an answer rests have changed: it no longer holds, and the asker is told."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    answer = standing_answer(case.record)
    answer.lapse_reason = vault.seal(case.record, Sealed.REASON, reason, now=now)
    answer.lapsed_at, answer.lapsed_by = now, actor.who
    answer.save(update_fields=["lapse_reason", "lapsed_at", "lapsed_by"])
    end_waiting(case.record, now=now)
    tell_the_asker(News.ANSWER_LAPSED, case.record, now=now)

    ledger.record(actor, Event.ANSWER_LAPSED, case.record, at=now)
    return case
