from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import pass_on_report
from conduct.access import wall
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.models import WAITING, HandOff
from conduct.handoffs.services._passage import bring
from conduct.notices.news import News
from conduct.notices.services import owe_body
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.records.spine import locked
from conduct.rules.vocabulary import Body, Role
from conduct.vault import vault
from conduct.vault.kinds import Sealed

D4 = "III ¶1"


@transaction.atomic
def recuse(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Step aside from a matter, at once and everywhere. What the CEO steps aside from goes to the Board (D4), what a
    supervisor steps aside from to the desk that it was meant for.

    Cannot be undone alone. No reason is asked; one may be given and is sealed.
    """
    require(actor, Permission.RECORD_VIEW, case.record)
    case = locked(case)

    shut_out(actor.who, case, reason, now=now)
    if case.handler_id == actor.who.pk:
        case.handler = None
        case.save(update_fields=["handler"])
    ledger.record(actor, Event.PERSON_RECUSED, case.record, at=now)
    body = Body(case.record.body)
    if body is Body.CEO and Role.CEO in actor.roles:
        to_the_board(case, reason, now=now)
    if body is Body.SUPERVISOR:
        pass_on_report(actor=SYSTEM, case=case, now=now)
    return case


def shut_out(person: Person, case: Case, reason: str, *, now: datetime) -> None:
    place = vault.reserve()
    wall.raise_wall(case.record, [person], reason=place, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, reason, place=place, now=now)


def to_the_board(case: Case, reason: str, *, now: datetime) -> None:
    """The system hands on, because nobody is left at the CEO's desk who may. What was on its way there has arrived."""
    case.record.handoffs.filter(WAITING).update(received_at=now)
    sealed = vault.seal(case.record, Sealed.REASON, reason, now=now)
    ends = {"origin": Body.CEO.value, "body": Body.BOARD.value}
    HandOff.objects.create(record=case.record, paragraph=D4, reason=sealed, handed_at=now, **ends)
    bring(case, Body.BOARD, actor=SYSTEM, now=now)
    owe_body(News.RECORD_ARRIVED, case.record, body=Body.BOARD, now=now)
    ledger.record(SYSTEM, Event.RECORD_HANDED_ON, case.record, at=now, origin=Body.CEO, body=Body.BOARD)
