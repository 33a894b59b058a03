import pgtrigger
from django.db import models
from django.db.models import Q

from conduct.audit.domains import Domain

FOR_THE_CEO = Q(facts__has_key="delegation")


class AuditEvent(models.Model):
    """One line of the ledger. Added by audit.ledger.record, never changed.

    `entry` holds the line once more as canonical bytes (RFC 8785), `leaf` their RFC 9162 leaf hash; the columns
    beside them are for asking, the bytes for proving.
    """

    domain = models.CharField(max_length=20)
    event = models.CharField(max_length=60)
    acts_as = models.CharField(max_length=20)
    actor = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, null=True, related_name="events")
    facts = models.JSONField(default=dict)
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=models.functions.Now())
    entry = models.BinaryField()
    leaf = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["record", "happened_at"], name="ledger_of_a_record"),
            models.Index(fields=["domain", "id"], name="ledger_of_a_domain"),
            models.Index(fields=["happened_at"], name="ledger_for_the_ceo", condition=FOR_THE_CEO),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(domain__in=[d.value for d in Domain]), name="ledger_domain_is_known")
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="RAISE EXCEPTION 'the ledger is never emptied';",
            ),
            pgtrigger.Trigger(
                name="leaf_is_of_the_entry",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=r"""
                    IF NEW.leaf IS DISTINCT FROM sha256('\x00'::bytea || NEW.entry) THEN
                        RAISE EXCEPTION 'the leaf is not the hash of the entry' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]
