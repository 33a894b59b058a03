from uuid import uuid4

import pgtrigger
from django.db import models
from django.db.models import Q

GONE = ("sealed", "digest", "destroyed_at")

WARRANTED = """EXISTS (
    SELECT 1 FROM retention_warrant w WHERE w.record_id = OLD.record_id AND w.proposed_by_id <> w.confirmed_by_id
       AND NOT EXISTS (SELECT 1 FROM retention_hold h WHERE h.record_id = w.record_id AND h.lifted_at IS NULL)
       AND {warrant}
)"""
WHOLE = WARRANTED.format(warrant="w.erasure_id IS NULL")
SAYS_NO = "RAISE EXCEPTION 'pgtrigger: Cannot % rows from % table', lower(TG_OP), TG_TABLE_NAME;"


def stays_until_disposed_of(name: str) -> pgtrigger.Trigger:
    """Never changed; deleted only when two people have disposed of the whole record and no hold lies on it."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'DELETE' AND {WHOLE} THEN RETURN OLD; END IF;
            {SAYS_NO}
        """,
    )


def destroyed_by_one_door() -> pgtrigger.Trigger:
    """Sealed bytes go only as a warrant of two people says, at the moment it was given, and leave their hash."""
    moment = "w.given_at = NEW.destroyed_at"
    personal = "w.erasure_id IS NOT NULL AND OLD.kind IN ('identity', 'subjects', 'party', 'alert')"
    return pgtrigger.Trigger(
        name="sealed_once",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'UPDATE' AND NEW.digest = sha256(OLD.sealed)
               AND to_jsonb(NEW) - ARRAY{list(GONE)} = to_jsonb(OLD) - ARRAY{list(GONE)}
               AND (length(NEW.sealed) = 0 AND {WARRANTED.format(warrant=f"w.erasure_id IS NULL AND {moment}")}
                    OR {WARRANTED.format(warrant=f"{personal} AND {moment}")})
            THEN RETURN NEW; END IF;
            {SAYS_NO}
        """,
    )


def never_emptied_under_a_hold() -> pgtrigger.Trigger:
    """TRUNCATE passes by the triggers of rows, so it has one of its own."""
    return pgtrigger.Trigger(
        name="not_emptied_under_a_hold",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="""
            IF EXISTS (SELECT 1 FROM retention_hold WHERE lifted_at IS NULL) THEN
                RAISE EXCEPTION 'a legal hold lies on a record';
            END IF;
            RETURN NULL;
        """,
    )


class DataKey(models.Model):
    """One record's key for one purpose and epoch, wrapped by the server key. Members' wraps join it later."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20)
    epoch = models.PositiveSmallIntegerField(default=1)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "purpose", "epoch"], name="one_key_a_purpose")]
        triggers = [stays_until_disposed_of("keys_stay"), never_emptied_under_a_hold()]


class SealedItem(models.Model):
    """Sealed bytes about one record. Nothing outside conduct.vault reads this table.

    Destroyed, a row stays with the hash of the bytes that lay in it; `sealed` is empty, or holds what is left of them
    without a person who was erased.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    epoch = models.PositiveSmallIntegerField(default=1)
    sealed = models.BinaryField()
    sealed_at = models.DateTimeField()
    digest = models.BinaryField(null=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(destroyed_at=None, digest=None) | Q(destroyed_at__isnull=False, digest__isnull=False),
                name="what_is_destroyed_leaves_its_hash",
            )
        ]
        indexes = [models.Index(fields=["record", "kind"], name="sealed_of_a_record")]
        triggers = [destroyed_by_one_door(), never_emptied_under_a_hold()]


class Receipt(models.Model):
    """What opens a report for the person who sent it. No column leads to a person.

    Half of the derived bytes is compared (`verifier`), half unwraps `sealed_private`; the report's data key is
    wrapped to `public` in `wrapped_key`.
    """

    locator = models.CharField(max_length=8, unique=True)
    record = models.OneToOneField("records.Record", on_delete=models.PROTECT, related_name="+")
    salt = models.BinaryField()
    verifier = models.BinaryField()
    public = models.BinaryField()
    sealed_private = models.BinaryField()
    wrapped_key = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(locator__regex=r"^[0-9]{8}$"), name="a_locator_has_eight_digits")
        ]
        triggers = [stays_until_disposed_of("receipts_stay"), never_emptied_under_a_hold()]
