import pgtrigger
from django.db import models
from django.db.models import F, Q

from conduct.records.models import Record
from conduct.records.triggers import set_once
from conduct.rules.vocabulary import CaseState, Materiality, QuestionState

STATES = sorted({state.value for states in (CaseState, QuestionState) for state in states})
WAITING = Q(answered_at=None, ended_at=None)
OVER = pgtrigger.Q(old__answered_at__isnull=False) | pgtrigger.Q(old__ended_at__isnull=False)
NOT_PASSED_ON = Q(passed_on_at=None)


class Case(models.Model):
    """One report or question and everything done about it. What was said, of whom and by whom, is in the vault.

    `told` holds the reporter's answers, `facts` what the routing needs: classes, matter, channel. `was_report`: it
    came as a report and turned out to be a question (M12).
    """

    record = models.OneToOneField(Record, on_delete=models.PROTECT, primary_key=True, related_name="case")
    state = models.CharField(max_length=20, default=CaseState.RECEIVED.value)
    told = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    facts = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    handler = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    was_report = models.BooleanField(default=False, db_default=False)
    derived_from = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=STATES), name="case_state_is_known")]


class Note(models.Model):
    """Something a member wrote down about a case. Never changed; a correction is another note."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    text = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        triggers = [pgtrigger.Protect(name="notes_stay", operation=pgtrigger.Update | pgtrigger.Delete)]


class Closing(models.Model):
    """One closing of a case, with its reason."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    closed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()

    class Meta:
        triggers = [pgtrigger.Protect(name="closings_stay", operation=pgtrigger.Update | pgtrigger.Delete)]


class Party(models.Model):
    """One person in a case, in one role. Who, as what and of which class is sealed; in clear only that a row stands.

    `follows` names the row that this one corrects; the corrected one stays. What the report itself named has no row
    until somebody changes the people of the case: the sealed facts of the report are its first list.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="parties")
    entry = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    added_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False), name="an_end_has_a_time"
            )
        ]
        indexes = [models.Index(fields=["case", "id"], name="parties_of_a_case")]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_entered_stays", fields=["case", "entry", "follows", "added_by", "added_at"]
            ),
            set_once("ended_at"),
            pgtrigger.Protect(name="parties_stay", operation=pgtrigger.Delete),
        ]


class Determination(models.Model):
    """How grave a case was found to be, by whom, on which answers (A4). The last one that stands counts.

    Not material needs two people. `ended_at`: it was called in, or another one took its place.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="determinations")
    outcome = models.CharField(max_length=20)
    body = models.CharField(max_length=20)
    criteria = models.ForeignKey("provisions.CriteriaVersion", on_delete=models.PROTECT, null=True, related_name="+")
    grounds = models.ForeignKey("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    second_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()
    called_in_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    call_reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="one_determination_stands"),
            models.CheckConstraint(
                condition=Q(outcome__in=[weight.value for weight in Materiality]), name="determination_is_a_word"
            ),
            models.CheckConstraint(
                condition=~Q(outcome=Materiality.NON_MATERIAL.value)
                | (Q(second_person__isnull=False) & ~Q(second_person=F("decided_by"))),
                name="not_material_takes_two_people",
            ),
            models.CheckConstraint(
                condition=Q(called_in_by=None, call_reason=None)
                | Q(called_in_by__isnull=False, call_reason__isnull=False, ended_at__isnull=False),
                name="a_call_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["outcome", "-decided_at"], name="determinations_in_order")]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_found_stays",
                fields=[
                    "case", "outcome", "body", "criteria", "grounds", "decided_by", "second_person", "decided_at",
                ],
            ),
            set_once("ended_at"),
            pgtrigger.Protect(name="determinations_stay", operation=pgtrigger.Delete),
        ]  # fmt: skip


class KeepingQuerySet(models.QuerySet["Keeping"]):
    def waiting(self) -> "KeepingQuerySet":
        """Proposals that the second person has yet to answer."""
        return self.filter(WAITING)


class Keeping(models.Model):
    """The CEO's proposal to keep a matter as not material, and what the second person said (A4).

    Never the CEO alone: a row without a second person, or with the proposer as second person, cannot exist.
    `ended_at`: the matter left the desk before anybody answered.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="keepings")
    proposed_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+")
    second_person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="keepings_asked")
    criteria = models.ForeignKey("provisions.CriteriaVersion", on_delete=models.PROTECT, null=True, related_name="+")
    grounds = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed = models.BooleanField(null=True)
    answered_at = models.DateTimeField(null=True)
    answer_reason = models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = KeepingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=WAITING, name="one_open_keeping_a_case"),
            models.CheckConstraint(condition=~Q(second_person=F("proposed_by")), name="two_people_for_not_material"),
            models.CheckConstraint(
                condition=Q(confirmed=None, answered_at=None) | Q(confirmed__isnull=False, answered_at__isnull=False),
                name="an_answer_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(answer_reason__isnull=False), name="an_answer_has_a_reason"
            ),
            models.CheckConstraint(condition=Q(answered_at=None) | Q(ended_at=None), name="answered_or_ended"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="the_proposal_stays", fields=["case", "proposed_by", "reason", "second_person", "proposed_at"]
            ),
            pgtrigger.Protect(name="the_outcome_stays", operation=pgtrigger.Update, condition=OVER),
            pgtrigger.Protect(name="keepings_stay", operation=pgtrigger.Delete),
        ]


class Relay(models.Model):
    """A report in the hands of a supervisor, who must pass it on unchanged (III ¶3(1), A38)."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="relay")
    supervisor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="relays")
    told_at = models.DateTimeField()
    passed_on_at = models.DateTimeField(null=True)
    by_system = models.BooleanField(default=False)
    onward = models.CharField(max_length=20)
    ceo_is_told = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["supervisor"], name="to_pass_on", condition=NOT_PASSED_ON)]
        triggers = [
            pgtrigger.ReadOnly(name="what_was_told_stays", fields=["case", "supervisor", "told_at", "onward"]),
            set_once("passed_on_at"),
            pgtrigger.Protect(name="relays_stay", operation=pgtrigger.Delete),
        ]


class KeptNumber(models.Model):
    """A named reporter's wish to find the own report in the own list. The only link from an account to a report."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="kept_numbers")
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        triggers = [pgtrigger.Protect(name="a_number_stays_with_its_person", operation=pgtrigger.Update)]
