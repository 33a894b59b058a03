"""The only module that speaks to django-guardian. A grant adds; nothing here can take away what a wall denies."""

from datetime import datetime
from typing import cast

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from guardian.shortcuts import assign_perm

from conduct.access.models import RecordGrant
from conduct.access.permissions import Permission
from conduct.people.models import Person
from conduct.records.models import Record

IN_FORCE = Q(until=None) | Q(until__gt=Now())


def admit(
    person: Person,
    permission: Permission,
    record: Record,
    *,
    now: datetime,
    by: Person | None = None,
    until: datetime | None = None,
) -> None:
    """Let one person do one thing to one record. Refused by the database where a wall stands (IntegrityError)."""
    grant = cast("RecordGrant", assign_perm(permission.value, person, record))
    RecordGrant.objects.filter(pk=grant.pk).update(granted_by=by, granted_at=now, until=until)


def withdraw_all(person: Person, record: Record) -> None:
    RecordGrant.objects.filter(user=person, content_object=record).delete()


def withdraw(person: Person, permission: Permission, record: Record) -> None:
    """Take back one right to one record; what else the person may do there stays."""
    held = RecordGrant.objects.filter(user=person, content_object=record)
    held.filter(permission__codename=permission.codename).delete()


def granted(person: Person, permission: Permission) -> Exists:
    """Whether this person is admitted to the record of the outer query, by the database's clock."""
    grants = RecordGrant.objects.filter(IN_FORCE, user=person, permission__codename=permission.codename)
    return Exists(grants.filter(content_object=OuterRef("pk")))


def admitted_to(person: Person) -> Exists:
    """Whether this person holds any grant on the record of the outer query: the second list of a desk."""
    return Exists(RecordGrant.objects.filter(IN_FORCE, user=person, content_object=OuterRef("pk")))
