import pgtrigger
from django.db import models
from django.db.models import F, Q
from guardian.models import GroupObjectPermission, UserObjectPermission, UserObjectPermissionBase

from conduct.records.triggers import refuse_if, refuse_removal_unless, set_once


class RecordGrant(UserObjectPermissionBase):
    """A person admitted to one record for one permission, by whom, until when. The reason is sealed."""

    content_object = models.ForeignKey(
        "records.Record", on_delete=models.PROTECT, db_column="record_id", related_name="grants"
    )
    granted_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.ForeignKey("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)

    class Meta(UserObjectPermissionBase.Meta):
        triggers = [
            pgtrigger.Trigger(
                name="no_grant_over_the_wall",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=refuse_if(
                    "access_wall w WHERE w.record_id = NEW.record_id AND w.person_id = NEW.user_id",
                    "this person is walled off from this record",
                ),
            )
        ]


class Wall(models.Model):
    """A person who must never see this record, whatever else he holds. In clear stands only that he is out."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="walls")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.ForeignKey("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "person"], name="one_wall_a_person")]
        indexes = [models.Index(fields=["person", "record"], name="walls_before_a_person")]
        triggers = [
            pgtrigger.Trigger(
                name="no_wall_through_a_grant",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_if(
                    "access_recordgrant g WHERE g.record_id = NEW.record_id AND g.user_id = NEW.person_id",
                    "withdraw the grants of this person first",
                ),
            ),
            pgtrigger.Protect(name="walls_stand", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="walls_fall_by_two",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=refuse_removal_unless(
                    "access_lifting l WHERE l.record_id = OLD.record_id AND l.person_id = OLD.person_id"
                    " AND l.confirmed AND l.proposed_at >= OLD.since",
                    "a wall falls only when two statutory auditors said so",
                ),
            ),
        ]


class Lifting(models.Model):
    """The proposal of a statutory auditor to take a wall away, and what another one said. Without the two it stands."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="liftings")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed = models.BooleanField(null=True)
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record", "person"], condition=Q(answered_at=None), name="one_open_lifting_a_person"
            ),
            models.CheckConstraint(
                condition=Q(confirmed=None, answered_by=None, answered_at=None)
                | Q(confirmed__isnull=False, answered_by__isnull=False, answered_at__isnull=False),
                name="a_lifting_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(proposed_by=F("answered_by"))
                & ~Q(proposed_by=F("person"))
                & (Q(answered_by=None) | ~Q(answered_by=F("person"))),
                name="lifting_takes_two_others",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_proposed_stays", fields=["record", "person", "reason", "proposed_by", "proposed_at"]
            ),
            set_once("answered_at"),
            pgtrigger.Protect(name="liftings_stay", operation=pgtrigger.Delete),
        ]


class Statement(models.Model):
    """Somebody who handles a record has said, before reading it, that no conflict of interest is known."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="no_conflicts")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "person"], name="one_statement_a_person")]
        triggers = [pgtrigger.Protect(name="statements_stay", operation=pgtrigger.Update | pgtrigger.Delete)]


class GenericUserGrant(UserObjectPermission):
    """guardian's own table, which outlives the rows it speaks of. Kept empty."""

    class Meta:
        proxy = True
        triggers = [pgtrigger.Protect(name="stays_empty", operation=pgtrigger.Insert)]


class GenericGroupGrant(GroupObjectPermission):
    """The same for groups: a group grant on a record would land here without a word. Kept empty."""

    class Meta:
        proxy = True
        triggers = [pgtrigger.Protect(name="stays_empty", operation=pgtrigger.Insert)]
