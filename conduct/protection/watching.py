"""Asking about one watched person at a time, behind the vault's door. Nothing here lists whom it watches."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from conduct.people.models import Person
from conduct.protection.models import CheckIn, Watch
from conduct.rules.vocabulary import WatchedAs
from conduct.vault.blind import Marks

STANDING = Q(stopped_at=None) & (Q(party=None) | Q(party__ended_at=None))


def standing_on(days: Collection[date]) -> QuerySet[Watch]:
    """The watches that stood on any of these days, by record; whose they are, they do not tell."""
    first, last = min(days), max(days)
    return Watch.objects.filter(STANDING, since_on__lte=last, until_on__gte=first).order_by("pk")


def marks_of(watches: QuerySet[Watch]) -> Marks:
    return Marks(watches.values_list("pk", "record", "mark"))


def own_check_ins(person: Person, day: date) -> list[CheckIn]:
    """The open question to this person, for each watch the latest; asked by the person's own page alone."""
    open_ones = CheckIn.objects.filter(answer=None, asked_on__lte=day, watch__in=standing_on([day]))
    latest = open_ones.order_by("watch", "-asked_on").distinct("watch").select_related("watch__record")
    waiting: dict[UUID, CheckIn] = {one.watch_id: one for one in latest}
    mine = marks_of(Watch.objects.filter(pk__in=waiting)).of(person.pk) if waiting else []
    return sorted((waiting[key] for key in mine), key=lambda one: (one.asked_on, one.pk))


def own_watches(person: Person, day: date) -> list[Watch]:
    """The watches over this person that stand on a day; asked by the person's own page alone."""
    found = standing_on([day])
    keys = marks_of(found).of(person.pk)
    return list(found.filter(pk__in=keys).select_related("record"))


def watch_by_number(record_key: UUID, day: date) -> Watch | None:
    """The watch over whoever holds the number of a record."""
    found = standing_on([day]).filter(record=record_key, watched_as=WatchedAs.REPORTER.value)
    return found.select_related("record").first()


def check_in_by_number(record_key: UUID, day: date) -> CheckIn | None:
    """The open question to whoever holds the number of a record."""
    watch = watch_by_number(record_key, day)
    if watch is None:
        return None
    found = watch.check_ins.filter(answer=None, asked_on__lte=day).order_by("-asked_on")
    return found.select_related("watch__record").first()
