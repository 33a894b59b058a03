from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services._barred import shut_out
from conduct import clock
from conduct.access import grants, statements
from conduct.access.check import can, held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services import recuse
from conduct.inquiries.asked import end_of
from conduct.inquiries.ending import TO_INVESTIGATE, TO_SIGN, let_out
from conduct.inquiries.models import Member, Statement
from conduct.inquiries.queries import statements_to_sign
from conduct.people.actor import Actor
from conduct.rules.barring import Ground
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop

CONFLICT = "stated a conflict of interest"


class NothingToSign(RuleBroken):
    """The statement was signed meanwhile, or nobody asks for it any more."""

    sentence = gettext_noop("No statement is asked of you here any more.")


@transaction.atomic
def sign_statement(*, actor: Actor, case: Case, no_conflict: bool, now: datetime) -> Case:
    """Say whether a conflict of interest stands against taking part. Without one the person is let in; with one the
    person is shut out for good, and has seen nothing.
    """
    require(actor, Permission.SIGN_STATEMENT, case.record)
    case = held(actor, Permission.SIGN_STATEMENT, case)

    member = statements_to_sign(actor).filter(record=case.record, inquiry__ended_at=None).first()
    if member is None:
        raise NothingToSign

    member.statement = Statement.objects.create(
        record=case.record, person=actor.who, no_conflict=no_conflict, made_at=now
    )
    member.save(update_fields=["statement"])
    event = Event.STATEMENT_SIGNED if no_conflict else Event.STATEMENT_REFUSED
    ledger.record(actor, event, case.record, at=now)
    return let_in(member, case, now=now) if no_conflict else step_out(actor, member, case, now=now)


def let_in(member: Member, case: Case, *, now: datetime) -> Case:
    """To this one matter, until the last day."""
    for permission in TO_SIGN:
        grants.withdraw(member.person, permission, case.record)
    for permission in TO_INVESTIGATE:
        grants.admit(member.person, permission, case.record, now=now, by=member.asked_by, until=end_of(member.ends_on))
    statements.keep(member.person, case.record, now=now)
    return case


def step_out(actor: Actor, member: Member, case: Case, *, now: datetime) -> Case:
    """Somebody of the body steps aside as from any matter; for anybody else the wall is raised at once."""
    let_out(member, actor=actor, now=now)
    whole = Actor.of(actor.who, clock.day(now))
    if can(whole, Permission.RECORD_VIEW, case.record):
        return recuse(actor=whole, case=case, reason=CONFLICT, now=now)
    shut_out(case.record, {actor.who: Ground.DECLARED}, words=CONFLICT, now=now)
    return case
