from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.models import Case, Keeping
from cases.services._clocks import start_to_open
from cases.services._determination import seal_grounds, write_determination
from conduct.access import grants
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.spine import place
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, DeadlineKind, Materiality
from conduct.vault import vault
from conduct.vault.kinds import Sealed

PROPOSING = frozenset({Body.CEO, Body.BOARD})


class AlreadyAnswered(RuleBroken):
    """The proposal was answered, or the matter moved on meanwhile."""

    sentence = gettext_noop("This proposal no longer waits for an answer.")


@transaction.atomic
def answer_keeping(*, actor: Actor, case: Case, confirmed: bool, reason: str, now: datetime) -> Case:
    """Say as second person whether a matter is not material. Confirmed, it is the CEO's to decide; else it waits."""
    require(actor, Permission.RECORD_CONFIRM, case.record)
    case = held(actor, Permission.RECORD_CONFIRM, case)

    keeping = case.keepings.waiting().first()
    if keeping is None or Body(case.record.body) not in PROPOSING:
        raise AlreadyAnswered
    if keeping.second_person_id != actor.who.pk:
        raise PermissionDenied

    note_answer(keeping, confirmed, reason, now=now)
    grants.withdraw_all(actor.who, case.record)
    if confirmed:
        determine(keeping, actor.who, reason, now=now)
        place(case.record, Body(case.record.body), provisional=False)
        meet(case.record, DeadlineKind.TRIAGE, actor=actor, now=now)
        start_to_open(case.record, now=now)
    owe(News.SECOND_PERSON_ANSWERED, case.record, to=[keeping.proposed_by], now=now)

    event = Event.KEEPING_CONFIRMED if confirmed else Event.KEEPING_REFUSED
    ledger.record(actor, event, case.record, at=now)
    return case


def determine(keeping: Keeping, second: Person, reason: str, *, now: datetime) -> None:
    """Two people have found it not material: that stands until it is called in or found otherwise."""
    grounds = keeping.grounds or seal_grounds(keeping.case, None, reason, now=now)
    who = {"by": keeping.proposed_by, "second": second}
    write_determination(keeping.case, Materiality.NON_MATERIAL, grounds=grounds, now=now, **who)


def note_answer(keeping: Keeping, confirmed: bool, reason: str, *, now: datetime) -> None:
    keeping.confirmed, keeping.answered_at = confirmed, now
    keeping.answer_reason = vault.seal(keeping.case.record, Sealed.REASON, reason, now=now)
    keeping.save(update_fields=["confirmed", "answered_at", "answer_reason"])
