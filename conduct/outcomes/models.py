import pgtrigger
from django.db import models
from django.db.models import F, Q

from conduct.outcomes.triggers import (
    ADOPTED_FIRST,
    ADVISED_FIRST,
    AFTER_A_VIOLATION,
    consulted_stays,
    never_by_an_auditor,
    refuse_unless,
    stands,
)
from conduct.records.triggers import set_once
from conduct.rules.vocabulary import Authority, Body, Found, MeasureKind, Taken

STANDS = Q(ended_at=None)
CONSULTED = [Body.CEO.value, Body.BOARD.value, Body.BOSA.value]


class Allegation(models.Model):
    """One thing that somebody is said to have done against the Code, judged by the version of that day (A40).

    Paragraph and words are sealed. A correction is a new row under the same number; the old one stays.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="allegations")
    number = models.PositiveSmallIntegerField()
    version = models.ForeignKey("provisions.CodeVersion", on_delete=models.PROTECT, related_name="+")
    party = models.ForeignKey("cases.Party", on_delete=models.PROTECT, related_name="+")
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], condition=STANDS, name="an_allegation_stands_once"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, reason=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="an_allegation_is_ended_by_somebody",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_is_alleged_stays",
                fields=["case", "number", "version", "party", "text", "follows", "added_by", "added_at"],
            ),
            set_once("ended_at"),
            stands("allegations_stay"),
        ]


class Finding(models.Model):
    """What came out of an allegation, by which body. Grounds, evidence and what the person answered are sealed.

    A later finding takes its place with a reason; this one stays readable. `soft`: the norm is an expectation (A43).
    """

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="findings")
    outcome = models.CharField(max_length=20)
    soft = models.BooleanField(default=False)
    body = models.CharField(max_length=20)
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["allegation"], condition=STANDS, name="one_finding_stands"),
            models.CheckConstraint(condition=Q(outcome__in=[word.value for word in Found]), name="finding_is_a_word"),
            models.CheckConstraint(condition=Q(body__in=CONSULTED), name="who_finds_is_a_body"),
            models.CheckConstraint(
                condition=Q(follows=None, reason=None) | Q(follows__isnull=False, reason__isnull=False),
                name="a_replacement_has_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_came_out_stays",
                fields=["allegation", "outcome", "soft", "body", "text", "made_by", "made_at", "follows", "reason"],
            ),
            set_once("ended_at"),
            stands("findings_stay"),
        ]


class Measure(models.Model):
    """Something the company may do after a violation (III ¶4). What, and for whom, is sealed.

    `consulted`: the body whose opinion comes first. It can change with the facts until the company has decided.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="measures")
    number = models.PositiveSmallIntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="measures")
    kind = models.CharField(max_length=20)
    consulted = models.CharField(max_length=20)
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_measure_once"),
            models.CheckConstraint(
                condition=Q(kind__in=[word.value for word in MeasureKind]), name="measure_is_a_word"
            ),
            models.CheckConstraint(
                condition=Q(consulted__in=CONSULTED)
                | Q(consulted=Authority.OUTSIDE_CODE.value, kind=MeasureKind.CIVIL.value),
                name="only_a_civil_step_needs_no_opinion",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_is_proposed_stays",
                fields=["case", "number", "finding", "kind", "text", "proposed_by", "proposed_at"],
            ),
            refuse_unless("after_a_violation", AFTER_A_VIOLATION, "a measure follows a violation that was found"),
            consulted_stays(),
            set_once("ended_at"),
            stands("measures_stay"),
        ]


class Consultation(models.Model):
    """The opinion of a body on a proposed measure: when it was asked, when it was given. What it says is sealed.

    `given_on` is the day of the meeting or letter, `given_at` the moment at which it was written down here.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="consultations")
    body = models.CharField(max_length=20)
    asked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    opinion = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    given_on = models.DateField(null=True)
    given_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "body"], name="a_body_is_asked_once"),
            models.CheckConstraint(condition=Q(body__in=CONSULTED), name="who_is_consulted_is_a_body"),
            models.CheckConstraint(
                condition=Q(opinion=None, given_on=None, given_at=None, written_by=None)
                | Q(opinion__isnull=False, given_on__isnull=False, given_at__isnull=False, written_by__isnull=False),
                name="an_opinion_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(given_at=None) | Q(given_at__gte=F("asked_at")), name="asked_before_answered"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="what_was_asked_stays", fields=["measure", "body", "asked_by", "asked_at"]),
            *map(set_once, ("opinion_id", "given_on", "given_at", "written_by_id")),
            stands("consultations_stay"),
        ]


class CompanyDecision(models.Model):
    """What the company decided on a proposed measure, and by whom. Only recorded here (A20).

    The database refuses a row before the opinion of the body that the rule names (III ¶4).
    """

    measure = models.OneToOneField(Measure, on_delete=models.PROTECT, related_name="decision")
    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, null=True, related_name="+")
    organ = models.CharField(max_length=40)
    taken = models.CharField(max_length=20)
    decided_on = models.DateField()
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    departs = models.BooleanField()
    divergence = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    written_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(taken__in=[word.value for word in Taken]), name="decision_is_a_word"),
            models.CheckConstraint(condition=~Q(organ=Body.BOSA.value), name="the_auditors_never_decide"),
            models.CheckConstraint(
                condition=Q(departs=False) | Q(divergence__isnull=False), name="a_divergence_has_a_reason"
            ),
        ]
        triggers = [
            refuse_unless("advised_first", ADVISED_FIRST, "the body that the rule names was not consulted before"),
            pgtrigger.Protect(name="decisions_stay", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


class Execution(models.Model):
    """A measure being carried out: by whom, until when, the proof that it was, and whether it worked.

    There is none without a decision, so none without the opinion before it.
    """

    decision = models.OneToOneField(CompanyDecision, on_delete=models.PROTECT, related_name="execution")
    owner = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    assigned_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    proof = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    finished_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    finished_at = models.DateTimeField(null=True)
    check_on = models.DateField(null=True)
    result = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    works = models.BooleanField(null=True)
    checked_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at=None, proof=None, finished_by=None)
                | Q(finished_at__isnull=False, proof__isnull=False, finished_by__isnull=False, check_on__isnull=False),
                name="finished_with_a_proof",
            ),
            models.CheckConstraint(
                condition=Q(checked_at=None, result=None, works=None, checked_by=None)
                | Q(
                    checked_at__isnull=False,
                    result__isnull=False,
                    works__isnull=False,
                    checked_by__isnull=False,
                    finished_at__isnull=False,
                ),
                name="checked_after_it_was_done",
            ),
        ]
        indexes = [models.Index(fields=["due_on"], name="measures_to_carry_out", condition=Q(finished_at=None))]
        triggers = [
            refuse_unless("adopted_first", ADOPTED_FIRST, "the company did not adopt this measure"),
            never_by_an_auditor(),
            *map(set_once, ("proof_id", "finished_at", "result_id", "checked_at")),
            stands("executions_stay"),
        ]


class Feedback(models.Model):
    """What the person who told us may read about the outcome, by the number. Never who was disciplined, or how."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="feedbacks")
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    told_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["case", "told_at"], name="feedback_on_a_case")]
        triggers = [pgtrigger.Protect(name="feedback_stays", operation=pgtrigger.Update | pgtrigger.Delete)]
