"""The inbox of a person."""

from datetime import datetime

from django.db.models import QuerySet

from conduct.access import wall
from conduct.notices.models import Notice
from conduct.people.models import Person


def inbox(person: Person, *, now: datetime) -> QuerySet[Notice]:
    """What this person was told by now, newest first; nothing about a record from which a wall keeps them."""
    walled = wall.stands_before_the_record_of(person)
    told = Notice.objects.filter(~walled, person=person, owed_at__lte=now)
    return told.select_related("record").order_by("-owed_at", "id")


def waiting_mail(now: datetime) -> list[int]:
    """The people to whom a mail is owed now."""
    owed = Notice.objects.filter(mailed_at=None, mail_at__lte=now)
    return list(owed.order_by("person").values_list("person", flat=True).distinct())
