from uuid import uuid4

import pgtrigger
from django.db import models
from django.db.models import F, Q

from conduct.records.models import Record
from conduct.records.triggers import set_once
from conduct.rules.vocabulary import Seeking, WatchedAs, Wellbeing

AS_THE_REPORTER = Q(watched_as=WatchedAs.REPORTER.value)
NOBODY_YET = Q(answered_at=None)


def words(field: str, known: type, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": [word.value for word in known]}), name=name)


def stays(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


class Retaliation(models.Model):
    """A case about retaliation, and the matter after which it happened. The matter itself shows nothing of it.

    What was done, and on which day, is sealed with the new case; `opened_by` is null where the person told us.
    """

    record = models.OneToOneField(Record, on_delete=models.PROTECT, primary_key=True, related_name="retaliation")
    source = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    measure = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(record=F("source")), name="retaliation_is_its_own_case")]
        triggers = [pgtrigger.Protect(name="retaliation_stays", operation=pgtrigger.Update | pgtrigger.Delete)]


class Watch(models.Model):
    """That somebody is watched over after a report, from day to day. Who it is, no column tells.

    `mark` is a keyed hash of the person that only the vault can make: asked about one person it answers, and no
    question lists the watched. `stopped_at`: the person did not want it any longer.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="watches")
    watched_as = models.CharField(max_length=20)
    mark = models.BinaryField()
    party = models.OneToOneField("cases.Party", on_delete=models.PROTECT, null=True, related_name="watch")
    since_on = models.DateField()
    until_on = models.DateField()
    next_on = models.DateField()
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            words("watched_as", WatchedAs, "watched_as_is_a_word"),
            models.UniqueConstraint(fields=["record"], condition=AS_THE_REPORTER, name="one_watch_of_the_reporter"),
            models.CheckConstraint(condition=Q(until_on__gt=F("since_on")), name="a_watch_lasts"),
        ]
        indexes = [models.Index(fields=["next_on"], name="check_ins_to_ask", condition=Q(stopped_at=None))]
        triggers = [
            pgtrigger.ReadOnly(
                name="whom_it_watches_stays", fields=["record", "watched_as", "mark", "party", "since_on", "until_on"]
            ),
            set_once("stopped_at"),
            stays("watches_stay"),
        ]


class CheckIn(models.Model):
    """One monthly question to somebody who is watched over, and the answer: one of three words, and what was said.

    Days only: an hour would tell when the person behind a number was here.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    watch = models.ForeignKey(Watch, on_delete=models.PROTECT, related_name="check_ins")
    asked_on = models.DateField()
    answer = models.CharField(max_length=20, null=True)  # noqa: DJ001 -- null: not answered; no word is empty
    words = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    seen_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["watch", "asked_on"], name="one_check_in_a_day"),
            models.CheckConstraint(
                condition=Q(answer=None, answered_on=None)
                | Q(answer__in=[word.value for word in Wellbeing], answered_on__isnull=False),
                name="a_check_in_is_answered_whole",
            ),
            models.CheckConstraint(condition=Q(seen_at=None) | Q(answer__isnull=False), name="seen_what_was_said"),
        ]
        triggers = [set_once("answer"), set_once("answered_on"), set_once("seen_at"), stays("check_ins_stay")]


class SeenEvent(models.Model):
    """That an event of personnel was imported before: a keyed hash, and neither the person nor what it was."""

    mark = models.BinaryField(unique=True)

    class Meta:
        triggers = [pgtrigger.Protect(name="seen_stays_seen", operation=pgtrigger.Update | pgtrigger.Delete)]


class Alert(models.Model):
    """Something happened to somebody who is watched over. Only the statutory auditors can observe it.

    `follows`: the case that they opened because of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    watch = models.ForeignKey(Watch, on_delete=models.PROTECT, related_name="alerts")
    told = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    follows = models.OneToOneField(Record, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, reason=None, follows=None)
                | Q(answered_at__isnull=False, answered_by__isnull=False, reason__isnull=False),
                name="an_alert_is_answered_with_a_reason",
            )
        ]
        indexes = [models.Index(fields=["-raised_at"], name="alerts_in_order")]
        triggers = [
            pgtrigger.ReadOnly(name="what_was_raised_stays", fields=["watch", "told", "raised_at"]),
            set_once("answered_at"),
            stays("alerts_stay"),
        ]


class Designation(models.Model):
    """Somebody whom a written resolution allows to learn names (Whistleblower Protection Act, Arts 11 and 12).

    From which day to which; never for a day before it was written down. An earlier end is written down once.
    """

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="designations")
    number = models.CharField(max_length=20)
    first_on = models.DateField()
    last_on = models.DateField()
    recorded_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="designation_ends_after_it_began"),
            models.CheckConstraint(condition=~Q(person=F("recorded_by")), name="nobody_designates_oneself"),
            models.CheckConstraint(condition=Q(number__regex=r"^[A-Z0-9][A-Z0-9-]*$"), name="designation_has_a_number"),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_by=None) | Q(ended_on__isnull=False, ended_by__isnull=False),
                name="somebody_ended_it",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_resolved_stays",
                fields=["person", "number", "first_on", "last_on", "recorded_by", "recorded_at"],
            ),
            set_once("ended_on"),
            stays("designations_stay"),
        ]


class Reveal(models.Model):
    """A request to know who told us: by a designated person, with a reason, agreed to by somebody else, shown once.

    `by_reporter`: the person who told us agreed. Without an agreement of one of the two nothing can be shown.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="reveals")
    designation = models.ForeignKey(Designation, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True)
    by_reporter = models.BooleanField(default=False)
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    until_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "asked_by"], condition=NOBODY_YET, name="one_request_waits"),
            models.CheckConstraint(condition=~Q(answered_by=F("asked_by")), name="two_people_for_a_name"),
            models.CheckConstraint(
                condition=Q(answered_at=None, agreed=None, answered_by=None, by_reporter=False)
                | Q(answered_at__isnull=False, agreed__isnull=False, answered_by__isnull=False, by_reporter=False)
                | Q(answered_at__isnull=False, agreed__isnull=False, answered_by=None, by_reporter=True),
                name="a_request_is_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(shown_at=None)
                | Q(agreed__isnull=False, agreed=True, until_at__isnull=False, until_at__gte=F("shown_at")),
                name="shown_when_agreed",
            ),
        ]
        indexes = [models.Index(fields=["asked_at"], name="requests_that_wait", condition=NOBODY_YET)]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_asked_stays", fields=["record", "designation", "asked_by", "reason", "asked_at"]
            ),
            set_once("answered_at"),
            set_once("agreed"),
            set_once("shown_at"),
            stays("reveals_stay"),
        ]


class Probe(models.Model):
    """An attempt to find out who told us. Shown to the statutory auditors alone, and never to whoever made it."""

    how = models.CharField(max_length=20)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    tried_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            words("how", Seeking, "probe_is_a_word"),
            models.UniqueConstraint(
                fields=["on"], condition=Q(how=Seeking.WRONG_NUMBERS.value), name="wrong_numbers_of_a_day"
            ),
        ]
        indexes = [models.Index(fields=["-tried_at", "-id"], name="probes_in_order")]
        triggers = [stays("probes_stay")]
