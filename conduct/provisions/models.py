"""The Code as it was adopted, the days on which a calendar is closed, and what the company chose to read it as."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from conduct.provisions.triggers import never_changed, no_more_than
from conduct.rules.readings import RECOMMENDED

OF_THE_BOARD = "What the Board adopted is never changed: adopt another version."
OF_THE_CODE = "A version of the Code is never changed: adopt another."


class CodeVersion(models.Model):
    """One adopted text of the Code. The hash of its file is its identity."""

    sha256 = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=200)
    source_name = models.CharField(max_length=255)
    pages = models.PositiveIntegerField()
    section_count = models.PositiveIntegerField()
    paragraph_count = models.PositiveIntegerField()  # list items are counted as well
    resolution = models.CharField(max_length=200, blank=True)
    adopted_on = models.DateField()
    effective_on = models.DateField()
    imported_at = models.DateTimeField()
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("adopted_on")), name="codeversion_adopted_before_effective"
            ),
        )
        indexes = (models.Index(fields=["-effective_on", "-imported_at"], name="codeversion_in_force"),)
        triggers = (never_changed(OF_THE_CODE),)

    def __str__(self) -> str:
        return f"{self.title} ({self.effective_on})"


class Section(models.Model):
    """A numbered section of a version, with its title as the contents list spells it."""

    version = models.ForeignKey(CodeVersion, on_delete=models.PROTECT, related_name="sections")
    ordinal = models.PositiveIntegerField()
    numeral = models.CharField(max_length=8)
    title = models.TextField()
    title_ja = models.TextField(blank=True)
    heading = models.TextField()
    page = models.PositiveIntegerField()
    line = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "ordinal"], name="section_has_its_place"),
            models.UniqueConstraint(fields=["version", "numeral"], name="section_once"),
        )
        triggers = (
            never_changed(OF_THE_CODE, except_for=("title_ja",)),
            no_more_than("section_count", "provisions_section"),
        )

    def __str__(self) -> str:
        return f"{self.numeral}. {self.title}"


class Paragraph(models.Model):
    """A paragraph, or one item of its list. Its text is verbatim; its place is that in the file."""

    version = models.ForeignKey(CodeVersion, on_delete=models.PROTECT, related_name="paragraphs")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="paragraphs")
    key = models.CharField(max_length=24)
    ordinal = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    item = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField()
    text_ja = models.TextField(blank=True)
    page = models.PositiveIntegerField()
    line_first = models.PositiveIntegerField()
    line_last = models.PositiveIntegerField()
    offset_first = models.PositiveIntegerField()
    offset_last = models.PositiveIntegerField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "key"], name="paragraph_once"),
            models.UniqueConstraint(fields=["version", "ordinal"], name="paragraph_has_its_place"),
        )
        triggers = (
            never_changed(OF_THE_CODE, except_for=("text_ja",)),
            no_more_than("paragraph_count", "provisions_paragraph"),
        )

    def __str__(self) -> str:
        return self.key


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent(row=pghistory.Old), context_field=None)
class Holiday(models.Model):
    """A day on which a calendar is closed. Provisional: not yet announced by whoever decides it."""

    calendar = models.CharField(_("calendar"), max_length=20)
    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    provisional = models.BooleanField(_("provisional"), default=False)

    class Meta:
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        constraints = (models.UniqueConstraint(fields=["calendar", "day"], name="holiday_once"),)

    def __str__(self) -> str:
        return f"{self.calendar} {self.day}"


class ReadingChange(models.Model):
    """What the company chose for one open point of the Code, from a day on. A later row replaces an earlier one."""

    key = models.CharField(max_length=60)
    value = models.JSONField(null=True)
    since = models.DateField()
    resolution = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=300)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = (models.Index(fields=["since"], name="readingchange_by_day"),)
        triggers = (never_changed("A choice is never rewritten: make another."),)

    def __str__(self) -> str:
        return f"{self.key} {self.since}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Refuses, as `ReadingNotAllowed`, a key there is not and a value that the Code leaves no room for."""
        resolved = frozenset({self.key}) if self.resolution else frozenset()
        RECOMMENDED.changed(resolved=resolved, **{self.key: self.value})
        super().save(*args, **kwargs)


class CriteriaVersion(models.Model):
    """The questions on materiality as the Board adopted them, from a day on (A4). Two people record it."""

    number = models.PositiveIntegerField(unique=True)
    resolution = models.CharField(max_length=60)
    adopted_on = models.DateField()
    effective_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(effective_on__gte=F("adopted_on")), name="criteria_adopted_before_effective"
            ),
            models.CheckConstraint(condition=~Q(confirmed_by=F("recorded_by")), name="criteria_take_two_people"),
            models.CheckConstraint(condition=~Q(resolution=""), name="criteria_have_a_resolution"),
        )
        triggers = (never_changed(OF_THE_BOARD),)

    def __str__(self) -> str:
        return f"{self.number} ({self.effective_on})"


class Criterion(models.Model):
    """One question of a version, in both languages, and the signs of the company's list that a yes stands for."""

    version = models.ForeignKey(CriteriaVersion, on_delete=models.PROTECT, related_name="questions")
    position = models.PositiveIntegerField()
    key = models.SlugField(max_length=20)
    text = models.CharField(max_length=300)
    text_ja = models.CharField(max_length=300)
    signs = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["version", "position"], name="criterion_has_its_place"),
            models.UniqueConstraint(fields=["version", "key"], name="criterion_once"),
        )
        triggers = (never_changed(OF_THE_BOARD),)

    def __str__(self) -> str:
        return self.text
