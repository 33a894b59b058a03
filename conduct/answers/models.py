import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from conduct.records.models import new_reference
from conduct.records.triggers import set_once
from conduct.rules.vocabulary import Body

KEY = 24
INTERPRETERS = [Body.CEO.value, Body.BOARD.value, Body.BOSA.value]
NOBODY_YET = Q(decided_at=None, ended_at=None)


def keys_of_the_code() -> ArrayField:
    """Paragraphs of the Code by their keys, as the version of the record spells them."""
    return ArrayField(models.CharField(max_length=KEY))


def stands(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


class Answer(models.Model):
    """What the competent body answered, on which stated facts. Text and facts are sealed; only the asker reads them.

    `note` is what the asker's printed note is found by. Once the facts have changed it is lapsed, and stays readable.
    """

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="answers")
    note = models.CharField(max_length=12, unique=True, default=new_reference)
    body = models.CharField(max_length=20)
    paragraphs = keys_of_the_code()
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    differs = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    answered_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()
    lapsed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    lapsed_at = models.DateTimeField(null=True)
    lapse_reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            GinIndex(fields=["paragraphs"], name="answers_by_paragraph"),
            models.Index(fields=["record", "answered_at"], name="answers_of_a_record"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(body__in=INTERPRETERS), name="who_answers_may_interpret"),
            models.CheckConstraint(condition=~Q(paragraphs=[]), name="an_answer_names_a_paragraph"),
            models.CheckConstraint(
                condition=Q(lapsed_at=None, lapse_reason=None) | Q(lapsed_at__isnull=False, lapse_reason__isnull=False),
                name="a_lapse_has_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_answered_stays",
                fields=["record", "note", "body", "paragraphs", "text", "differs", "answered_by", "answered_at"],
            ),
            set_once("lapsed_at"),
            stands("answers_stay"),
        ]


class PrecedentsShown(models.Model):
    """Before somebody answers, the earlier answers on these paragraphs stood on the page."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    paragraphs = keys_of_the_code()
    shown_at = models.DateTimeField()
    had_some = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["record", "person", "-shown_at"], name="precedents_shown_to_one")]
        triggers = [pgtrigger.Protect(name="showing_stays", operation=pgtrigger.Update | pgtrigger.Delete)]


class WaiverNeed(models.Model):
    """A question whose answer would permit a departure: no answer, but a request for a waiver (A22).

    The question is held until the request is opened (`waiver`) or a later answer makes it needless (`ended_at`).
    """

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="waiver_needs")
    body = models.CharField(max_length=20)
    paragraphs = keys_of_the_code()
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    found_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    waiver = models.OneToOneField("records.Record", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=Q(ended_at=None), name="one_waiver_need_at_a_time"),
            models.CheckConstraint(condition=Q(body__in=INTERPRETERS), name="who_finds_the_need_may_interpret"),
        ]
        triggers = [set_once("waiver_id"), set_once("ended_at"), stands("waiver_needs_stay")]


class FollowUp(models.Model):
    """What the asker asked again, by the number. No column leads to a person."""

    record = models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name="follow_ups")
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        triggers = [pgtrigger.Protect(name="follow_ups_stay", operation=pgtrigger.Update | pgtrigger.Delete)]


class Proposal(models.Model):
    """A public wording that waits for a second person. Sealed until then, like every draft."""

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="proposals")
    words = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    second_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["answer"], condition=NOBODY_YET, name="one_wording_waits"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")), name="two_people_for_a_wording"
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, approved=None, decided_by=None)
                | Q(decided_at__isnull=False, approved__isnull=False, decided_by__isnull=False),
                name="a_wording_is_decided_by_somebody",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="the_words_stay", fields=["answer", "words", "proposed_by", "proposed_at"]),
            set_once("decided_at"),
            stands("proposals_stay"),
        ]


class Interpretation(models.Model):
    """The public part of an answer, under a number of its year. Withdrawn, it stays readable and marked.

    The database gives the number: the next of the year, one transaction after the other, so that none is missing.
    """

    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="interpretation")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)
    body = models.CharField(max_length=20)
    paragraphs = keys_of_the_code()
    published_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    withdrawal = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [GinIndex(fields=["paragraphs"], name="interpretations_by_paragraph")]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="a_number_once_a_year"),
            models.CheckConstraint(condition=Q(body__in=INTERPRETERS), name="who_publishes_may_interpret"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="numbers_have_no_gap",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    PERFORM pg_advisory_xact_lock(hashtext('answers_interpretation'), NEW.year::integer);
                    NEW.number := 1 + coalesce(
                        (SELECT max(number) FROM answers_interpretation WHERE year = NEW.year), 0
                    );
                    RETURN NEW;
                """,
            ),
            pgtrigger.ReadOnly(
                name="what_is_published_stays",
                fields=["answer", "year", "number", "body", "paragraphs", "published_on"],
            ),
            set_once("withdrawn_on"),
            stands("interpretations_stay"),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"


class Wording(models.Model):
    """One version of an interpretation's public words, in both languages. A correction is the next version."""

    interpretation = models.ForeignKey(Interpretation, on_delete=models.PROTECT, related_name="wordings")
    version = models.PositiveSmallIntegerField()
    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="+")
    asked_en = models.TextField()
    asked_ja = models.TextField()
    answer_en = models.TextField()
    answer_ja = models.TextField()
    published_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interpretation", "version"], name="a_version_once")]
        triggers = [pgtrigger.Protect(name="wordings_stay", operation=pgtrigger.Update | pgtrigger.Delete)]
