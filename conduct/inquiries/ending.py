"""The ends: of a mandate, and of somebody's part in a team. What was let in by it is out in the same moment."""

from datetime import datetime

from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import OF_BODY
from conduct.audit.events import Event
from conduct.inquiries.models import IN_THE_TEAM, OPEN, Inquiry, Member, Task
from conduct.inquiries.queries import open_tasks_for
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, TeamPart

TO_SIGN = (Permission.SIGN_STATEMENT,)
TO_INVESTIGATE = (Permission.RECORD_VIEW, Permission.READ_SEALED, Permission.INQUIRE)


def end_all(record: Record, *, now: datetime) -> None:
    """Every mandate of a record that still stands."""
    for inquiry in Inquiry.objects.filter(record=record, ended_at=None):
        end_inquiry(inquiry, now=now)


def end_inquiry(inquiry: Inquiry, *, now: datetime) -> None:
    """The mandate is over: nobody is let in by it any longer, and nobody has a task of it."""
    for member in inquiry.members.filter(IN_THE_TEAM).select_related("person", "record"):
        let_out(member, actor=SYSTEM, now=now)
    owners = Person.objects.filter(pk__in=Task.objects.filter(OPEN, inquiry=inquiry).values("owner"))
    for owner in owners:
        grants.withdraw(owner, Permission.DO_TASK, inquiry.record)
    inquiry.ended_at = now
    inquiry.save(update_fields=["ended_at"])
    ledger.record(SYSTEM, Event.MANDATE_ENDED, inquiry.record, at=now, domain=OF_BODY[Body(inquiry.body)])


def let_out(member: Member, *, actor: Actor, now: datetime) -> None:
    """Out of the team, and on the ledger."""
    close_part(member, now=now)
    domain = OF_BODY[Body(member.inquiry.body)]
    ledger.record(actor, Event.MEMBER_LEFT, member.record, at=now, domain=domain, part=TeamPart(member.part))


def close_part(member: Member, *, now: datetime) -> None:
    """No right that came with the part is left, save for tasks that the person was given."""
    for permission in (*TO_SIGN, *TO_INVESTIGATE):
        grants.withdraw(member.person, permission, member.record)
    member.left_at = now
    member.save(update_fields=["left_at"])


def let_go(person: Person | None, record: Record) -> None:
    """Without another open task of the matter, the right to do tasks of it goes."""
    if person is not None and not open_tasks_for(person, record).exists():
        grants.withdraw(person, Permission.DO_TASK, record)
