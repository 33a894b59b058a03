from uuid import uuid4

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conduct.records.triggers import refuse_if, set_once
from conduct.retention.words import Why
from conduct.rules.vocabulary import Body, Kind

BODIES = [body.value for body in Body]
LYING = Q(lifted_at=None)
PENDING = Q(rejected_at=None, disposed_at=None, stopped_at=None)
WAITING = PENDING & Q(confirmed_at=None)
PERSON = "people.Person"


def by(**more: object) -> models.ForeignKey:
    """A person who did something; nobody yet, where it may be empty."""
    return models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", **more)


def both_or_none(name: str, *columns: str) -> models.CheckConstraint:
    """Filled together or not at all."""
    empty, full = Q(), Q()
    for column in columns:
        empty, full = empty & Q(**{column: None}), full & Q(**{f"{column}__isnull": False})
    return models.CheckConstraint(condition=empty | full, name=name)


class HoldQuerySet(models.QuerySet["Hold"]):
    def lying(self) -> "HoldQuerySet":
        """Holds that nobody has lifted."""
        return self.filter(LYING)


class Hold(models.Model):
    """A legal hold on one record: nothing of it is deleted while the row is not lifted. `order`: placed in one act."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    order = models.UUIDField(default=uuid4)
    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="holds")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    placed_by = by()
    placed_at = models.DateTimeField()
    lift_reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    lift_asked_by = by(null=True)
    lift_asked_at = models.DateTimeField(null=True)
    second_person = by(null=True)
    lifted_by = by(null=True)
    lifted_at = models.DateTimeField(null=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["order", "record"], name="one_hold_an_order"),
            models.CheckConstraint(condition=~Q(lifted_by=F("lift_asked_by")), name="two_people_lift_a_hold"),
            both_or_none("an_asked_lifting_has_a_reason", "lift_asked_by", "lift_asked_at", "lift_reason"),
            both_or_none("lifted_by_somebody", "lifted_by", "lifted_at"),
            models.CheckConstraint(condition=LYING | Q(lift_asked_by__isnull=False), name="lifting_was_asked_for"),
        ]
        indexes = [models.Index(fields=["record"], condition=LYING, name="holds_that_lie")]
        triggers = [
            pgtrigger.Trigger(
                name="no_hold_on_what_is_gone",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_if(
                    "retention_warrant w WHERE w.record_id = NEW.record_id AND w.erasure_id IS NULL",
                    "this record was disposed of",
                ),
            ),
            pgtrigger.ReadOnly(
                name="the_hold_stays", fields=["id", "order", "record", "reason", "placed_by", "placed_at"]
            ),
            pgtrigger.Protect(
                name="lifted_stays_lifted",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__lifted_at__isnull=False),
            ),
            pgtrigger.Protect(name="holds_stay", operation=pgtrigger.Delete),
        ]


class Expiry(models.Model):
    """When a finished record may be disposed of, by which schedule, as last counted. No reader acts on it unchecked."""

    record = models.OneToOneField("records.Record", on_delete=models.PROTECT, primary_key=True, related_name="expiry")
    paper = models.CharField(max_length=10)
    due_on = models.DateField(null=True)
    counted_on = models.DateField()
    announced_on = models.DateField(null=True)
    postponed_until = models.DateField(null=True)
    postponed_by = by(null=True)

    class Meta:
        indexes = [models.Index(fields=["due_on", "record"], name="what_is_due_to_go")]
        constraints = [both_or_none("postponed_by_somebody", "postponed_until", "postponed_by")]


class Digest(models.Model):
    """That a person was told in a month that records are due to go. One a person and month, without content."""

    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "month"], name="one_digest_a_month")]


class Batch(models.Model):
    """What one person proposed to dispose of in one act."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    body = models.CharField(max_length=20)
    proposed_by = by()
    proposed_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(body__in=BODIES), name="batch_body_is_known")]
        triggers = [pgtrigger.Protect(name="batches_stay", operation=pgtrigger.Update | pgtrigger.Delete)]


class DisposalQuerySet(models.QuerySet["Disposal"]):
    def waiting(self) -> "DisposalQuerySet":
        """Rows that the second person has yet to answer."""
        return self.filter(WAITING)

    def to_do(self) -> "DisposalQuerySet":
        """Rows that two people agreed on and that are not carried out."""
        return self.filter(PENDING, confirmed_at__isnull=False)


class Disposal(models.Model):
    """One record of a batch: proposed, then confirmed or rejected, then disposed of or stopped, and why."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="rows")
    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="disposals")
    paper = models.CharField(max_length=10)
    due_on = models.DateField()
    proposed_by = by()
    second_person = by(null=True)
    confirmed_by = by(null=True)
    confirmed_at = models.DateTimeField(null=True)
    rejected_by = by(null=True)
    rejected_at = models.DateTimeField(null=True)
    disposed_at = models.DateTimeField(null=True)
    stopped = models.CharField(max_length=20, blank=True)
    stopped_at = models.DateTimeField(null=True)

    objects = DisposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=PENDING, name="one_open_disposal_a_record"),
            models.CheckConstraint(condition=~Q(confirmed_by=F("proposed_by")), name="two_people_dispose"),
            both_or_none("confirmed_by_somebody", "confirmed_by", "confirmed_at"),
            both_or_none("rejected_by_somebody", "rejected_by", "rejected_at"),
            models.CheckConstraint(
                condition=Q(disposed_at=None) | Q(confirmed_at__isnull=False, rejected_at=None, stopped_at=None),
                name="disposed_of_what_was_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(stopped__in=["", *(why.value for why in Why)]), name="why_it_stopped_is_known"
            ),
        ]
        indexes = [models.Index(fields=["batch", "record"], name="rows_of_a_batch")]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_proposed_stays",
                fields=["batch", "record", "paper", "due_on", "proposed_by", "second_person"],
            ),
            *map(set_once, ("confirmed_by", "confirmed_at", "rejected_at", "disposed_at", "stopped_at")),
            pgtrigger.Protect(name="disposals_stay", operation=pgtrigger.Delete),
        ]


class Erasure(models.Model):
    """A wish to erase the personal data of somebody who left: who asked, who else agreed, when it was done."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="erasures")
    asked_by = by()
    asked_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    erased_by = by(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(withdrawn_at=None), name="one_erasure_of_a_person"),
            models.CheckConstraint(condition=~Q(erased_by=F("asked_by")), name="two_people_erase"),
            models.CheckConstraint(
                condition=~Q(asked_by=F("person")) & ~Q(erased_by=F("person")), name="nobody_erases_himself"
            ),
            both_or_none("erased_by_somebody", "erased_by", "erased_at"),
            models.CheckConstraint(condition=Q(erased_at=None) | Q(withdrawn_at=None), name="erased_or_withdrawn"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="who_asked_stays", fields=["id", "person", "asked_by", "asked_at"]),
            *map(set_once, ("erased_at", "withdrawn_at")),
            pgtrigger.Protect(name="erasures_stay", operation=pgtrigger.Delete),
        ]


class Warrant(models.Model):
    """What two people allow the vault to destroy: all of a record, or what it says of one person. The vault's triggers
    look for this row, and for holds, whoever asks."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="+")
    disposal = models.OneToOneField(Disposal, on_delete=models.PROTECT, null=True, related_name="+")
    erasure = models.ForeignKey(Erasure, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_by = by()
    confirmed_by = by()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(confirmed_by=F("proposed_by")), name="two_people_give_a_warrant"),
            models.CheckConstraint(
                condition=Q(disposal=None, erasure__isnull=False) | Q(disposal__isnull=False, erasure=None),
                name="a_warrant_has_one_cause",
            ),
        ]
        indexes = [models.Index(fields=["record"], name="warrants_of_a_record")]
        triggers = [
            pgtrigger.Trigger(
                name="no_warrant_under_a_hold",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_if(
                    "retention_hold h WHERE h.record_id = NEW.record_id AND h.lifted_at IS NULL",
                    "a legal hold lies on this record",
                ),
            ),
            pgtrigger.Protect(name="warrants_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


class Tombstone(models.Model):
    """What stays of a record that was disposed of: dates, kind, body, by which schedule, by whom, and a hash."""

    record = models.OneToOneField(
        "records.Record", on_delete=models.PROTECT, primary_key=True, related_name="tombstone"
    )
    kind = models.CharField(max_length=20)
    body = models.CharField(max_length=20)
    opened_on = models.DateField()
    closed_on = models.DateField()
    paper = models.CharField(max_length=10)
    due_on = models.DateField()
    proposed_by = by()
    confirmed_by = by()
    disposed_at = models.DateTimeField()
    digest = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(confirmed_by=F("proposed_by")), name="two_people_under_a_tombstone"),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind], body__in=BODIES), name="tombstone_words_are_known"
            ),
        ]
        triggers = [pgtrigger.Protect(name="tombstones_stay", operation=pgtrigger.Update | pgtrigger.Delete)]
