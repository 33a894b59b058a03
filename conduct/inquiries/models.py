import pgtrigger
from django.db import models
from django.db.models import F, Q

from conduct.records.triggers import refuse_if, set_once
from conduct.rules.vocabulary import Audience, Body, CustodyStep, TeamPart

COMPETENT = [Body.CEO.value, Body.BOARD.value, Body.BOSA.value]
IN_THE_TEAM = Q(left_at=None)
OPEN = Q(done_at=None, excused_at=None)
INVESTIGATES = "('lead', 'member', 'counsel')"


def stays(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Delete)


def fixed(name: str) -> pgtrigger.Protect:
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


def of_the_record(name: str) -> models.ForeignKey:
    return models.ForeignKey("records.Record", on_delete=models.PROTECT, related_name=name)


def by_somebody(**more: object) -> models.ForeignKey:
    return models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+", **more)


def sealed(**more: object) -> models.OneToOneField:
    return models.OneToOneField("vault.SealedItem", on_delete=models.PROTECT, related_name="+", **more)


def one_of(field: str, words: object, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{field}__in": [word.value for word in words]}), name=name)  # type: ignore[attr-defined]


class Inquiry(models.Model):
    """The mandate of the competent body to investigate a report (III ¶4): question, scope and plan are sealed.

    In force until it ends, the matter moves or is closed; one at a time.
    """

    record = of_the_record("inquiries")
    body = models.CharField(max_length=20)
    terms = sealed()
    given_on = models.DateField()
    given_by = by_somebody()
    given_at = models.DateTimeField()
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = by_somebody(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record"], condition=Q(ended_at=None), name="one_mandate_at_a_time"),
            models.CheckConstraint(condition=Q(body__in=COMPETENT), name="who_investigates_is_competent"),
            models.CheckConstraint(
                condition=Q(reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False),
                name="a_review_is_somebodys",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="the_mandate_stays", fields=["record", "body", "terms", "given_on", "given_by", "given_at"]
            ),
            *map(set_once, ("ended_at", "reviewed_at")),
            stays("mandates_stay"),
        ]


class Statement(models.Model):
    """Somebody's word, before any content is shown, on whether a conflict of interest stands against taking part."""

    record = of_the_record("statements")
    person = by_somebody()
    no_conflict = models.BooleanField()
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "record"], name="statements_of_a_person")]
        triggers = [fixed("statements_stay")]


class Member(models.Model):
    """Somebody in the team of an investigation, asked in by the body. Lets nobody in before the statement.

    `ends_on`: the last day, after which the access has ended by itself; counsel always has one.
    """

    record = of_the_record("team")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="members")
    person = by_somebody()
    part = models.CharField(max_length=20)
    engagement = sealed(null=True)
    asked_by = by_somebody()
    asked_at = models.DateTimeField()
    ends_on = models.DateField(null=True)
    statement = models.OneToOneField(Statement, on_delete=models.PROTECT, null=True, related_name="+")
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "person"], condition=IN_THE_TEAM, name="once_in_a_team"),
            models.UniqueConstraint(
                fields=["inquiry"], condition=IN_THE_TEAM & Q(part=TeamPart.LEAD.value), name="one_lead_a_team"
            ),
            models.CheckConstraint(
                condition=~Q(part=TeamPart.COUNSEL.value) | Q(ends_on__isnull=False, engagement__isnull=False),
                name="counsel_is_a_guest_for_a_time",
            ),
            one_of("part", TeamPart, "part_in_a_team_is_a_word"),
        ]
        indexes = [models.Index(fields=["person"], name="teams_of_a_person", condition=IN_THE_TEAM)]
        triggers = [
            pgtrigger.ReadOnly(
                name="who_was_asked_stays",
                fields=["record", "inquiry", "person", "part", "engagement", "asked_by", "asked_at", "ends_on"],
            ),
            *map(set_once, ("left_at", "statement_id")),
            stays("members_stay"),
            pgtrigger.Trigger(
                name="nobody_walled_in_a_team",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_if(
                    "access_wall w WHERE w.record_id = NEW.record_id AND w.person_id = NEW.person_id",
                    "this person is walled off from this record",
                ),
            ),
            pgtrigger.Trigger(
                name="a_reviewer_did_not_investigate",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=refuse_if(
                    "inquiries_member m WHERE m.record_id = NEW.record_id AND m.person_id = NEW.person_id"
                    " AND m.statement_id IS NOT NULL"
                    f" AND (m.part IN {INVESTIGATES}) = (NEW.part = 'reviewer')",
                    "who reviews an investigation takes no other part in it",
                ),
            ),
        ]


class Interview(models.Model):
    """A talk with somebody about a matter. Who it was lies sealed as an entry; what was said, in versions."""

    record = of_the_record("interviews")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    who = sealed()
    audience = models.CharField(max_length=20)
    made_by = by_somebody()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="an_interview_number_once"),
            one_of("audience", Audience, "audience_of_an_interview"),
        ]
        triggers = [fixed("interviews_stay")]


class InterviewVersion(models.Model):
    """One version of the record of an interview. An edit is the next version; each one can be read back once.

    `confirmed`: the one who was asked agrees, or not, with remarks. `heard_by` entered that answer.
    """

    record = of_the_record("interview_versions")
    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    text = sealed()
    written_by = by_somebody()
    written_at = models.DateTimeField()
    confirmed = models.BooleanField(null=True)
    remarks = sealed(null=True)
    heard_by = by_somebody(null=True)
    heard_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "version"], name="a_version_of_an_interview_once"),
            models.CheckConstraint(
                condition=Q(confirmed=None, heard_at=None, heard_by=None)
                | Q(confirmed__isnull=False, heard_at__isnull=False, heard_by__isnull=False),
                name="a_reading_back_is_somebodys",
            ),
            models.CheckConstraint(
                condition=~Q(confirmed=False) | Q(remarks__isnull=False), name="what_is_not_confirmed_has_remarks"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_written_stays",
                fields=["record", "interview", "version", "text", "written_by", "written_at"],
            ),
            set_once("heard_at"),
            stays("interview_versions_stay"),
        ]


class Task(models.Model):
    """One step of an investigation: what is to be done is sealed; who does it and until when is not.

    `mandatory`: the plan demands it; it can only be excused, with a reason. `reads_back`: what its owner is to check.
    """

    record = of_the_record("tasks")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="tasks")
    text = sealed()
    mandatory = models.BooleanField(default=False)
    reads_back = models.ForeignKey(InterviewVersion, on_delete=models.PROTECT, null=True, related_name="+")
    owner = by_somebody(null=True)
    due_on = models.DateField()
    made_by = by_somebody()
    made_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = by_somebody(null=True)
    result = sealed(null=True)
    excused_at = models.DateTimeField(null=True)
    excused_by = by_somebody(null=True)
    excuse = sealed(null=True)
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(done_at=None) | Q(excused_at=None), name="done_or_excused"),
            models.CheckConstraint(
                condition=Q(excused_at=None, excuse=None)
                | Q(excused_at__isnull=False, excuse__isnull=False, excused_by__isnull=False),
                name="an_excuse_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(done_by__isnull=False), name="what_is_done_somebody_did"
            ),
        ]
        indexes = [
            models.Index(fields=["owner", "due_on"], name="open_tasks_of_a_person", condition=OPEN),
            models.Index(fields=["due_on", "id"], name="open_tasks_by_day", condition=OPEN),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_is_to_be_done_stays",
                fields=["record", "inquiry", "text", "mandatory", "reads_back", "made_by", "made_at"],
            ),
            *map(set_once, ("done_at", "excused_at", "escalated_at")),
            stays("tasks_stay"),
            pgtrigger.Trigger(
                name="no_task_over_the_wall",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("owner_id"),
                func=refuse_if(
                    "access_wall w WHERE w.record_id = NEW.record_id AND w.person_id = NEW.owner_id",
                    "this person is walled off from this record",
                ),
            ),
        ]


class Exhibit(models.Model):
    """One piece of evidence under its number. Everything else about it lies with its versions and its custody."""

    record = of_the_record("exhibits")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    kept_by = by_somebody()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "number"], name="an_exhibit_number_once")]
        triggers = [fixed("exhibits_stay")]


class ExhibitVersion(models.Model):
    """One version of a piece of evidence: its file, if it has one, and what is said of it, for its own audience.

    `redacts`: something was taken out of the version before, for the reason that is sealed with it.
    """

    record = of_the_record("exhibit_versions")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=20)
    about = sealed()
    file = sealed(null=True)
    redacts = models.BooleanField(default=False)
    kept_by = by_somebody()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["exhibit", "version"], name="a_version_of_an_exhibit_once"),
            models.CheckConstraint(condition=Q(redacts=False) | Q(version__gt=1), name="a_redaction_follows_something"),
            one_of("audience", Audience, "audience_of_an_exhibit"),
        ]
        triggers = [fixed("exhibit_versions_stay")]


class Custody(models.Model):
    """One line of the chain of custody: who had the original or opened the file, when, and where it lies now."""

    record = of_the_record("custody")
    exhibit = models.ForeignKey(Exhibit, on_delete=models.PROTECT, related_name="custody")
    step = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField(null=True)
    text = sealed(null=True)
    by = by_somebody()
    at = models.DateTimeField()

    class Meta:
        constraints = [one_of("step", CustodyStep, "custody_step_is_a_word")]
        indexes = [models.Index(fields=["exhibit", "at"], name="custody_of_an_exhibit")]
        triggers = [fixed("custody_stays")]


class Happening(models.Model):
    """When something happened, as the investigation found. A correction is another one that follows it."""

    record = of_the_record("happenings")
    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="+")
    text = sealed()
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    entered_by = by_somebody()
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(follows=F("id")), name="a_correction_follows_another"),
        ]
        triggers = [fixed("happenings_stay")]
