"""What can be asked about investigations. Whatever belongs to a matter goes through `scope`; a task is its owner's."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.models import Case
from conduct import clock
from conduct.access.check import can, scope
from conduct.access.permissions import Permission
from conduct.inquiries.models import IN_THE_TEAM, OPEN, Inquiry, Member, Task
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules.vocabulary import Audience, Body, CaseState, TeamPart

LOOKED_INTO = frozenset({CaseState.INVESTIGATING, CaseState.FOUND, CaseState.ACTING})
INVESTIGATING = frozenset({TeamPart.LEAD, TeamPart.MEMBER, TeamPart.COUNSEL})


def inquiry_in_force(case: Case) -> Inquiry | None:
    """The mandate under which a case is looked into now; None before, after, and once another body has it."""
    if case.state not in LOOKED_INTO:
        return None
    return Inquiry.objects.filter(record=case.record, body=case.record.body, ended_at=None).first()


def last_inquiry(actor: Actor, record: Record) -> Inquiry | None:
    """The latest mandate of a record, in force or over, for whoever may know the record."""
    seen = scope(actor, Permission.RECORD_VIEW).filter(pk=record.pk)
    given = Inquiry.objects.filter(record__in=seen).select_related("terms__record", "given_by", "record")
    return given.order_by("-given_at", "-pk").first()


def is_reviewed(case: Case) -> bool:
    """Whether somebody who did not investigate has signed the investigation that is in force."""
    inquiry = inquiry_in_force(case)
    return inquiry is not None and inquiry.reviewed_at is not None


def in_team(inquiry: Inquiry, *, on: datetime) -> QuerySet[Member]:
    """Who is in the team: asked or signed, not left, and not past the last day."""
    staying = Q(ends_on=None) | Q(ends_on__gte=clock.day(on))
    members = inquiry.members.filter(IN_THE_TEAM, staying).select_related("person", "statement", "record")
    return members.order_by("asked_at", "pk")


def signed_member(actor: Actor, inquiry: Inquiry, *, on: datetime) -> Member | None:
    """The actor in this team, after the statement that no conflict stands against it."""
    return in_team(inquiry, on=on).filter(person=actor.person, statement__no_conflict=True).first()


def statements_to_sign(actor: Actor) -> QuerySet[Member]:
    """The teams into which this person is asked and has not answered yet. Nothing of the matters is told."""
    asked = scope(actor, Permission.SIGN_STATEMENT)
    return Member.objects.filter(IN_THE_TEAM, person=actor.person, statement=None, record__in=asked).order_by("pk")


def tasks_of(inquiry: Inquiry) -> QuerySet[Task]:
    """The steps of an investigation, what is due first, first."""
    return inquiry.tasks.select_related("owner", "text__record").order_by("due_on", "pk")


def own_tasks(actor: Actor) -> QuerySet[Task]:
    """The open tasks of this person, in whatever matter. Whoever is walled off, or let out, has none."""
    mine = scope(actor, Permission.DO_TASK).open()
    tasks = Task.objects.filter(OPEN, owner=actor.person, record__in=mine, inquiry__ended_at=None)
    return tasks.select_related("record", "text__record", "reads_back__text__record").order_by("due_on", "pk")


def open_tasks_for(person: Person, record: Record) -> QuerySet[Task]:
    """What one person still has to do in one matter."""
    return Task.objects.filter(OPEN, owner=person, record=record)


def audiences_of(actor: Actor, case: Case, *, on: datetime) -> frozenset[Audience]:
    """Which items of an investigation this reader may open: by being of the body, in the team, or let in at all."""
    if not can(actor, Permission.READ_SEALED, case.record):
        return frozenset()
    inquiry = inquiry_in_force(case) or case.record.inquiries.order_by("-given_at", "-pk").first()
    found = {Audience.MATTER}
    if inquiry and signed_member(actor, inquiry, on=on):
        found.add(Audience.TEAM)
    if is_of_the_body(actor, case.record):
        found |= {Audience.BODY, Audience.TEAM}
    return frozenset(found)


def is_of_the_body(actor: Actor, record: Record) -> bool:
    """Whether the reader decides for the body that holds the record: not by a grant, and not by a copy."""
    return Body(record.body) is not Body.SUPERVISOR and can(actor, Permission.RECORD_HAND_ON, record)
