from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.models import Case
from conduct.access.check import can, held, require
from conduct.access.permissions import Permission
from conduct.answers.models import NOBODY_YET, Proposal
from conduct.answers.services._publishing import leave, publish
from conduct.answers.services._standing import NothingAnswered, standing_answer
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NothingWaits(RuleBroken):
    """The wording was decided about, another one waits by now, or the answer has lapsed meanwhile."""

    sentence = gettext_noop("The public wording that you read no longer waits for an answer.")


class WhyNot(RuleBroken):
    """Whoever does not approve says why, so that the wording can be made better."""

    sentence = gettext_noop("Write why you do not approve it.")


@transaction.atomic
def decide_wording(*, actor: Actor, case: Case, proposal: int, approved: bool, reason: str = "", now: datetime) -> Case:
    """Approve as second person the public words that were read (`proposal`), which publishes them; or say why not."""
    require(actor, Permission.RECORD_VIEW, case.record)
    case = held(actor, Permission.RECORD_VIEW, case)

    waiting = Proposal.objects.filter(NOBODY_YET, pk=proposal, answer__record=case.record).first()
    if waiting is None or not still_holds(case, waiting):
        raise NothingWaits
    check_is_second(actor, case, waiting)
    if not (approved or reason.strip()):
        raise WhyNot

    waiting.reason = None if approved else vault.seal(case.record, Sealed.REASON, reason, now=now)
    waiting.decided_by, waiting.decided_at, waiting.approved = actor.who, now, approved
    waiting.save(update_fields=["reason", "decided_by", "decided_at", "approved"])
    one = publish(waiting, now=now) if approved else None
    leave(waiting, case.record)
    owe(News.WORDING_DECIDED, case.record, to=[waiting.proposed_by], now=now)

    if one is None:
        ledger.record(actor, Event.WORDING_REFUSED, case.record, at=now)
    else:
        number = {"year": one.year, "number": one.number}
        ledger.record(actor, Event.INTERPRETATION_PUBLISHED, case.record, at=now, domain=None, **number)
    return case


def still_holds(case: Case, proposal: Proposal) -> bool:
    try:
        return standing_answer(case.record).pk == proposal.answer_id
    except NothingAnswered:
        return False


def check_is_second(actor: Actor, case: Case, proposal: Proposal) -> None:
    """PermissionDenied for whoever proposed it, and for anybody but whom the rulebook or the board's seats name."""
    named = proposal.second_person_id
    right = Permission.RECORD_CONFIRM if named else Permission.RECORD_WORK
    is_other = actor.who.pk != proposal.proposed_by_id and named in {None, actor.who.pk}
    if not is_other or not can(actor, right, case.record):
        raise PermissionDenied
