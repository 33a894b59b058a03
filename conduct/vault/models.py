from uuid import uuid4

import pgtrigger
from django.db import models
from django.db.models import Q


class DataKey(models.Model):
    """One record's key for one purpose and epoch, wrapped by the server key. Members' wraps join it later."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20)
    epoch = models.PositiveSmallIntegerField(default=1)
    wrapped = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "purpose", "epoch"], name="one_key_a_purpose")]
        triggers = [pgtrigger.Protect(name="keys_stay", operation=pgtrigger.Update | pgtrigger.Delete)]


class SealedItem(models.Model):
    """Sealed bytes about one record. Nothing outside conduct.vault reads this table."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    epoch = models.PositiveSmallIntegerField(default=1)
    sealed = models.BinaryField()
    sealed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["record", "kind"], name="sealed_of_a_record")]
        triggers = [pgtrigger.Protect(name="sealed_once", operation=pgtrigger.Update | pgtrigger.Delete)]


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
        triggers = [pgtrigger.Protect(name="receipts_stay", operation=pgtrigger.Update)]
