"""Facts with two times: when they held (`valid`) and when the company knew them so (`known`).

Days are the company's. `valid` runs from its first day to the day before its upper bound; no upper bound means
"until further notice". A correction closes the known time of the old row and adds a row: nothing is rewritten.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q
from django.db.models.functions import Now

from conduct.people.triggers import keep_history

KNOWN = Q(known_until__isnull=True)


def span(first_on: date | None, last_on: date | None = None) -> DateRange:
    """The days from the first to the last, both included. None leaves that side open."""
    return DateRange(first_on, last_on and last_on + timedelta(days=1), "[)")


def one_of(field: str, words: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    """The column holds one of these words."""
    return models.CheckConstraint(condition=Q(**{f"{field}__in": [word.value for word in words]}), name=name)


def no_overlap(name: str, *equal: str, different: str = "", when: Q = KNOWN) -> ExclusionConstraint:
    """Of the rows known today, no two that agree in `equal` (and differ in `different`) hold on the same day."""
    alike: list[tuple[str | F, str]] = [(field, RangeOperators.EQUAL) for field in equal]
    unlike: list[tuple[str | F, str]] = [(different, RangeOperators.NOT_EQUAL)] if different else []
    return ExclusionConstraint(
        name=name, expressions=[*alike, *unlike, ("valid", RangeOperators.OVERLAPS)], condition=when
    )


class DatedQuerySet(models.QuerySet):
    """Rows by the day they held on and by the moment they were known."""

    def known(self, at: datetime | None = None) -> "DatedQuerySet":
        """As the company knew it at that moment; None means as it is known now."""
        if at is None:
            return self.filter(KNOWN)
        return self.filter(KNOWN | Q(known_until__gt=at), known_from__lte=at)

    def on(self, day: date, known_at: datetime | None = None) -> "DatedQuerySet":
        """What held on that day."""
        return self.known(known_at).filter(valid__contains=day)


class Dated(models.Model):
    """The two times, and the promise that no known row is deleted or rewritten."""

    valid = DateRangeField()
    known_from = models.DateTimeField(db_default=Now())
    known_until = models.DateTimeField(null=True, blank=True, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(condition=Q(valid__isempty=False), name="%(class)s_lasts_a_day"),
            models.CheckConstraint(
                condition=KNOWN | Q(known_until__gte=F("known_from")), name="%(class)s_known_ends_later"
            ),
        )
        triggers = (keep_history(),)

    @property
    def first_on(self) -> date | None:
        """The first day on which it holds."""
        return self.valid.lower

    @property
    def last_on(self) -> date | None:
        """The last day on which it holds; None while no end is known."""
        return self.valid.upper and self.valid.upper - timedelta(days=1)
