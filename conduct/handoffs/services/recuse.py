from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import _barred, pass_on_report
from cases.services._desk import desk_of
from cases.services._keeping import end_keeping
from conduct import clock
from conduct.access import wall
from conduct.access.check import held, log_of, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.handoffs.services._passage import bring_by_system
from conduct.notices.services import at_the_desk_of
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.rules.barring import Ground
from conduct.rules.vocabulary import Authority, Body, Role, Stage

D4 = "III ¶1"


@transaction.atomic
def recuse(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Step aside from a matter, at once and everywhere. What the CEO steps aside from goes to the Board (D4), what a
    supervisor steps aside from to the desk that it was meant for.

    Cannot be undone alone. No reason is asked; one may be given and is sealed.
    """
    require(actor, Permission.RECORD_VIEW, case.record)
    case = held(actor, Permission.RECORD_VIEW, case)

    log = log_of(actor, case.record)
    shut_out(actor.who, case, reason, ground=Ground.DECLARED, log=log, now=now)
    ledger.record(actor, Event.PERSON_RECUSED, case.record, at=now, domain=log)
    body = Body(case.record.body)
    if body is Body.CEO and Role.CEO in actor.roles:
        bring_by_system(case, Body.BOARD, paragraph=D4, reason=reason, now=now)
    if body is Body.SUPERVISOR:
        pass_on_report(actor=SYSTEM, case=case, now=now)
    if body in {Body.BOARD, Body.BOSA}:
        succeed(case, body, reason, now=now)
    return case


def succeed(case: Case, body: Body, reason: str, *, now: datetime) -> None:
    """Where the last one of a board has stepped aside, whoever stands in for that board has it (A2b, A42)."""
    if wall.not_walled(at_the_desk_of(body, clock.day(now)), case.record):
        return
    successor = desk_of(Authority(body), wall.people_behind(case.record), now=now)
    if successor is not body and case.record.stage != Stage.CONCLUDED:
        bring_by_system(case, successor, paragraph=D4, reason=reason, now=now)


def shut_out(person: Person, case: Case, reason: str, *, ground: Ground, log: Domain | None, now: datetime) -> None:
    """A wall before this person, at once. What was asked of the person on this matter ends."""
    _barred.shut_out(case.record, {person: ground}, words=reason, log=log, now=now)
    if case.handler_id == person.pk:
        case.handler = None
        case.save(update_fields=["handler"])
    if case.keepings.waiting().filter(second_person=person).exists():
        end_keeping(case, now=now)
