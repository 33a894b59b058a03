from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from uuid import uuid4

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string

from conduct.records.triggers import set_once
from conduct.rules.vocabulary import Body, Kind, Stage

NO_DATE = datetime(9999, 1, 1, tzinfo=UTC)
UNMISTAKABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
REPORT_OR_QUESTION = ("report", "question")


def new_reference() -> str:
    return get_random_string(8, UNMISTAKABLE)


def one_of(field: str, words: Iterable[StrEnum]) -> models.CheckConstraint:
    known = [word.value for word in words]
    return models.CheckConstraint(condition=Q(**{f"{field}__in": known}), name=f"record_{field}_is_known")


class RecordQuerySet(models.QuerySet["Record"]):
    def open(self) -> "RecordQuerySet":
        return self.exclude(stage=Stage.CONCLUDED.value)

    def in_order(self) -> "RecordQuerySet":
        """What is due first, first; what has no date, last. Stable, because references are unique."""
        return self.order_by("queue_at", "reference")


class Record(models.Model):
    """A matter before a competent body: what a desk, a clock or a guard must know without a key, and no more.

    `provisional`: the lead can still change. `beyond_ceo`: the rules were certain that it is never the CEO's to decide.
    `disposed_at`: since when only a tombstone stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    reference = models.CharField(max_length=12, unique=True, default=new_reference)
    kind = models.CharField(max_length=20)
    body = models.CharField(max_length=20)
    stage = models.CharField(max_length=20, default=Stage.RECEIVED.value)
    provisional = models.BooleanField(default=False)
    beyond_ceo = models.BooleanField(default=False, db_default=False)
    code_version = models.ForeignKey("provisions.CodeVersion", on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    next_due_at = models.DateTimeField(null=True)
    disposed_at = models.DateTimeField(null=True)
    queue_at = models.GeneratedField(
        expression=models.functions.Coalesce("next_due_at", models.Value(NO_DATE)),
        output_field=models.DateTimeField(),
        db_persist=True,
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        permissions = [
            ("view_record", "View"),
            ("work_record", "Work on"),
            ("hand_on_record", "Hand on"),
            ("confirm_record", "Confirm as second person"),
            ("release_record", "Release from a hold or to disposal as second person"),
            ("inquire_record", "Take part in the investigation"),
            ("sign_statement", "Sign a no-conflict statement"),
            ("do_task", "Do a task of the investigation"),
            ("read_sealed", "Read sealed text"),
            ("read_determination", "Read how grave it was found"),
            ("read_identity", "Read who told us, once"),
        ]
        constraints = [
            one_of("kind", Kind),
            one_of("body", Body),
            one_of("stage", Stage),
            models.CheckConstraint(
                condition=~Q(body=Body.CEO.value, beyond_ceo=True), name="never_at_the_ceo_what_is_beyond_him"
            ),
        ]
        indexes = [
            models.Index(
                fields=["body", "queue_at", "reference"],
                name="record_queue",
                condition=~Q(stage=Stage.CONCLUDED.value),
            ),
            models.Index(fields=["body", "opened_at", "reference"], name="record_shelf"),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="what_it_is_stays", fields=["id", "reference", "code_version", "opened_at"]),
            pgtrigger.Trigger(
                name="kind_stays_but_for_questions",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("kind"),
                condition=pgtrigger.Q(old__kind__df=pgtrigger.F("new__kind")),
                func=f"""
                    IF NOT (OLD.kind IN {REPORT_OR_QUESTION} AND NEW.kind IN {REPORT_OR_QUESTION}) THEN
                        RAISE EXCEPTION 'a record keeps its kind' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            set_once("disposed_at"),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.reference


class Copy(models.Model):
    """A body that reads along without holding the record: by overlay (A10, A45) or because a duty is late (A41)."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="copies")
    body = models.CharField(max_length=20)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "body"], name="one_copy_a_body"),
            models.CheckConstraint(condition=Q(body__in=[b.value for b in Body]), name="copy_body_is_known"),
        ]
        indexes = [models.Index(fields=["body", "record"], name="copies_of_a_body")]
        triggers = [pgtrigger.Protect(name="copies_stay", operation=pgtrigger.Update | pgtrigger.Delete)]
