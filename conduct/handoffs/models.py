import pgtrigger
from django.db import models
from django.db.models import F, Q

from conduct.rules.vocabulary import Body, LinkKind

BODIES = [body.value for body in Body]
WAITING = Q(received_at=None, returned_at=None)


class HandOff(models.Model):
    """A record on its way between bodies: handed on, then received or returned. `by` is null for the system."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="handoffs")
    origin = models.CharField(max_length=20)
    body = models.CharField(max_length=20)
    paragraph = models.CharField(max_length=20)
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    handed_at = models.DateTimeField()
    received_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField(null=True)
    return_reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=WAITING, name="one_hand_off_at_a_time"),
            models.CheckConstraint(condition=Q(received_at=None) | Q(returned_at=None), name="received_or_returned"),
            models.CheckConstraint(condition=Q(origin__in=BODIES, body__in=BODIES), name="hand_off_bodies_are_known"),
            models.CheckConstraint(condition=~Q(origin=F("body")), name="handed_to_another_body"),
            models.CheckConstraint(
                condition=Q(returned_at=None) | Q(return_reason__isnull=False), name="a_return_has_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["origin", "-handed_at"], name="handed_on_by_a_body")]
        triggers = [pgtrigger.Protect(name="hand_offs_stay", operation=pgtrigger.Delete)]


class Lateness(models.Model):
    """A duty that was not done in time, shown to the statutory auditors, who decide whether a case follows (A35, A41).

    Nobody else can observe it: not the row, not the decision, not the derived record.
    """

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="latenesses")
    duty = models.CharField(max_length=30)
    body = models.CharField(max_length=20)
    due_at = models.DateTimeField()
    shown_at = models.DateTimeField()
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    derived = models.OneToOneField("records.Record", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "duty", "due_at"], name="a_lateness_once"),
            models.CheckConstraint(
                condition=Q(decided_at=None, reason=None) | Q(decided_at__isnull=False, reason__isnull=False),
                name="a_decision_has_a_reason",
            ),
            models.CheckConstraint(condition=Q(derived=None) | Q(decided_at__isnull=False), name="derived_is_decided"),
        ]
        indexes = [models.Index(fields=["-shown_at"], name="latenesses_in_order")]
        triggers = [pgtrigger.Protect(name="latenesses_stay", operation=pgtrigger.Delete)]


class Link(models.Model):
    """Two matters that belong together, and why. Shown only to somebody who may see both."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="links_out")
    other = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="links_in")
    kind = models.CharField(max_length=20)
    reason = models.ForeignKey("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "other"], name="two_matters_linked_once"),
            models.CheckConstraint(condition=~Q(record=F("other")), name="linked_to_another"),
            models.CheckConstraint(condition=Q(kind__in=[word.value for word in LinkKind]), name="link_is_a_word"),
        ]
        indexes = [models.Index(fields=["other"], name="links_to_a_record")]
        triggers = [pgtrigger.Protect(name="links_stay", operation=pgtrigger.Update | pgtrigger.Delete)]
