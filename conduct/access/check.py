"""The one place where access is decided. The lock is the list, asked about one row."""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet

from conduct.access import grants, policy, wall
from conduct.access.permissions import Permission
from conduct.people.actor import SYSTEM, Actor
from conduct.records.models import Copy, Record


def scope(actor: Actor, permission: Permission) -> QuerySet[Record]:
    """The records to which this actor may do this. There is no second definition."""
    if actor is SYSTEM:
        return Record.objects.all()
    if actor.person is None or not actor.person.is_active:
        return Record.objects.none()
    return Record.objects.filter(_grounds(actor, permission), ~wall.stands_before(actor.person))


def _grounds(actor: Actor, permission: Permission) -> Q:
    """Everything that lets an actor in, before the wall is asked."""
    if policy.oversees(actor.roles, permission):
        return Q()
    allowed = Q(body__in=[body.value for body in policy.reach(actor.roles, permission)])
    if copies := policy.reach_by_copy(actor.roles, permission):
        allowed |= Q(Exists(Copy.objects.filter(record=OuterRef("pk"), body__in=[body.value for body in copies])))
    if permission in policy.BY_GRANT and actor.person is not None:
        allowed |= Q(grants.granted(actor.person, permission))
    return allowed


def can(actor: Actor, permission: Permission, record: Record | None = None) -> bool:
    """Whether this actor may do this, to this record or, without one, at all."""
    if record is None:
        return permission in policy.OPEN_TO_ALL
    return scope(actor, permission).filter(pk=record.pk).exists()


def require(actor: Actor, permission: Permission, record: Record | None = None) -> None:
    """Raise PermissionDenied where `can` says no."""
    if not can(actor, permission, record):
        raise PermissionDenied(permission)
