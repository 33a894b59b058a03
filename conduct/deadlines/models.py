from datetime import datetime

import pgtrigger
from django.db import models
from django.db.models import Q

from conduct.records.triggers import set_once
from conduct.rules.vocabulary import DeadlineKind, DeadlineStep

OPEN = Q(met_at=None, passed_at=None)
HAND_ON_IS_OWED = Q(kind=DeadlineKind.HAND_ON.value, step=DeadlineStep.DUE.value, settled_at=None)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> "DeadlineQuerySet":
        return self.filter(OPEN)

    def owed(self) -> "DeadlineQuerySet":
        """The due times of duties that nobody has done yet, late ones included."""
        return self.filter(step=DeadlineStep.DUE.value, settled_at=None)

    def due(self, now: datetime) -> "DeadlineQuerySet":
        """Open, due, and not put off because its last try failed."""
        return self.open().filter(try_at__lte=now)


class Deadline(models.Model):
    """A moment of a duty's time: half of it gone, due, or as long again. Open until it is met or it passes.

    `due_at` is the true time and never changes; `try_at` is the same until the sweep had to put it off.
    `settled_at` is when the duty was done, in time or late: a passed deadline stays passed.
    """

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="deadlines")
    kind = models.CharField(max_length=30)
    step = models.CharField(max_length=20)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    try_at = models.DateTimeField()
    computation = models.ForeignKey("rulings.Ruling", on_delete=models.PROTECT, related_name="+")
    met_at = models.DateTimeField(null=True)
    passed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["try_at", "id"], name="deadline_open_due", condition=OPEN),
            models.Index(fields=["record", "due_at"], name="deadlines_of_a_record"),
            models.Index(fields=["record"], name="hand_on_is_owed", condition=HAND_ON_IS_OWED),
        ]
        constraints = [
            models.UniqueConstraint(fields=["record", "kind", "step"], condition=OPEN, name="one_open_clock_a_step"),
            models.CheckConstraint(condition=Q(met_at=None) | Q(passed_at=None), name="met_or_passed"),
            models.CheckConstraint(condition=Q(met_at=None) | Q(settled_at__isnull=False), name="met_is_settled"),
            models.CheckConstraint(
                condition=Q(kind__in=[k.value for k in DeadlineKind]), name="deadline_kind_is_known"
            ),
            models.CheckConstraint(
                condition=Q(step__in=[s.value for s in DeadlineStep]), name="deadline_step_is_known"
            ),
            models.CheckConstraint(condition=Q(due_at__gte=models.F("started_at")), name="due_after_start"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_is_due_stays", fields=["record", "kind", "step", "started_at", "due_at", "computation"]
            ),
            *map(set_once, ("met_at", "passed_at", "settled_at")),
            pgtrigger.Protect(name="deadlines_stay", operation=pgtrigger.Delete),
        ]
