import pgtrigger
from django.db import models


class Ruling(models.Model):
    """One answer of the rulebook. The explanation names the person's class, so it is sealed."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="rulings")
    question = models.CharField(max_length=20)
    explanation = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["record", "question", "made_at"], name="rulings_of_a_record")]
        triggers = [pgtrigger.Protect(name="rulings_stand", operation=pgtrigger.Update | pgtrigger.Delete)]
