from datetime import timedelta
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from conduct.web.scopes import LONGEST, Scope


class ApiToken(models.Model):
    """A person's key for programs. Of the token itself only a hash is kept, of its use only the last day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="api_tokens")
    label = models.CharField(max_length=40)
    prefix = models.CharField(max_length=12)
    fingerprint = models.CharField(max_length=43, unique=True)
    scopes = ArrayField(models.CharField(max_length=10))
    issued_on = models.DateField()
    expires_on = models.DateField()
    last_used_on = models.DateField(null=True)
    revoked_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-issued_on"], name="api_tokens_of_a_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(scopes__contained_by=[scope.value for scope in Scope], scopes__len__gt=0),
                name="api_token_scopes_are_known",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("issued_on"), expires_on__lte=F("issued_on") + timedelta(days=LONGEST)),
                name="api_token_expires_within_a_year",
            ),
        ]


class IdempotentAnswer(models.Model):
    """That a request with a key of the client's was carried out, so that it is not carried out twice.

    Nothing in it says whose request it was or what was in it: `key` and `request` are keyed hashes that need the
    client's own key to be recomputed, and a day is the finest time. `about` is what the answer names; a receipt
    number stands here only masked, under the client's key.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    key = models.CharField(max_length=43, unique=True)
    request = models.CharField(max_length=43)
    about = models.CharField(max_length=60, blank=True)
    kept_until = models.DateField()

    class Meta:
        indexes = [models.Index(fields=["kept_until"], name="idempotent_answers_by_day")]
