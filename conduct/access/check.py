"""The one place where access is decided. The lock is the list, asked about one row."""

from typing import TypeVar

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from conduct.access import grants, policy, wall
from conduct.access.permissions import Permission
from conduct.audit.domains import OF_BODY, Domain
from conduct.people.actor import SYSTEM, Actor
from conduct.people.delegations import Mandate
from conduct.records.models import Copy, Record
from conduct.records.spine import locked
from conduct.rules.vocabulary import Body

Matter = TypeVar("Matter", bound=Model)


def scope(actor: Actor, permission: Permission) -> QuerySet[Record]:
    """The records to which this actor may do this. There is no second definition."""
    if actor is SYSTEM:
        return Record.objects.all()
    if actor.person is None or not actor.person.is_active:
        return Record.objects.none()
    there = Q() if permission in policy.AFTER_DISPOSAL else Q(disposed_at=None)
    return Record.objects.filter(_grounds(actor, permission), ~wall.stands_before(actor.person)).filter(there)


def _grounds(actor: Actor, permission: Permission) -> Q:
    """Everything that lets an actor in, before the wall is asked."""
    if policy.oversees(actor.roles, permission):
        return Q()
    allowed = Q(body__in=[body.value for body in policy.reach(actor.roles, permission)])
    if actor.mandate:
        allowed |= _for_the_ceo(actor.mandate, permission)
    if copies := policy.reach_by_copy(actor.roles, permission):
        allowed |= Q(Exists(Copy.objects.filter(record=OuterRef("pk"), body__in=[body.value for body in copies])))
    if permission in policy.BY_GRANT and actor.person is not None:
        allowed |= Q(grants.granted(actor.person, permission))
    return allowed


def _for_the_ceo(mandate: Mandate, permission: Permission) -> Q:
    """What a delegate reaches: at the CEO's desk, of the kinds that the powers reach, never where the CEO is walled."""
    kinds = [kind.value for kind in policy.reach_by_mandate(mandate.powers, permission)]
    return Q(~wall.stands_before_key(mandate.ceo), body=Body.CEO.value, kind__in=kinds)


def can(actor: Actor, permission: Permission, record: Record | None = None) -> bool:
    """Whether this actor may do this, to this record or, without one, at all."""
    if record is None:
        is_here = actor.person is None or actor.person.is_active
        return actor is SYSTEM or (is_here and policy.holds_office_for(actor.roles, permission))
    return scope(actor, permission).filter(pk=record.pk).exists()


def require(actor: Actor, permission: Permission, *records: Record | None) -> None:
    """Raise PermissionDenied where `can` says no, to one of several records as to one."""
    if not all(can(actor, permission, record) for record in records or [None]):
        raise PermissionDenied(permission)


def held(actor: Actor, permission: Permission, matter: Matter) -> Matter:
    """The matter, read again under its record's lock. Raises PermissionDenied where the right went meanwhile.

    A service asks `require` first, so that nobody who may not waits for a lock, and works on what this returns.
    """
    try:
        matter = locked(matter)
    except ObjectDoesNotExist:  # a wall went up while we waited, and PostgreSQL hides the row
        raise PermissionDenied(permission) from None
    require(actor, permission, matter.record)  # type: ignore[attr-defined]
    return matter


def log_of(actor: Actor, record: Record) -> Domain | None:
    """The log for what somebody does who only reads a copy: that of the copy's body. None: the record's own.

    Otherwise the body that holds the record would read in its log that another one reads along.
    """
    bodies = policy.bodies_of(actor.roles)
    if actor is SYSTEM or Body(record.body) in bodies:
        return None
    copies = Copy.objects.filter(record=record, body__in=[body.value for body in bodies]).order_by("body")
    body = copies.values_list("body", flat=True).first()
    return OF_BODY[Body(body)] if body else None
