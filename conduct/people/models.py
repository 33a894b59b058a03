"""The register: who is what, where, and when."""

from uuid import uuid4

import pghistory
import pgtrigger
from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from conduct.people.dated import KNOWN, Dated, no_overlap, one_of
from conduct.people.triggers import (
    hand_on_relation,
    keep_history,
    only_the_ceo_delegates,
    seats_lie_in_terms,
    take_relation,
    the_board_resolves,
)
from conduct.people.vocabulary import Density, FunctionName, Office, Relation, Theme
from conduct.rules.barring import Tie as TieKind
from conduct.rules.vocabulary import Body, Lapse, Power

AUDITOR = Q(office=Office.STATUTORY_AUDITOR.value)
NOT_OVER = Q(ended_on=None, ended_at=None, ended_why="", ended_by=None)
GROUP = Q(relation__in=[Relation.ISSUER.value, Relation.SUBSIDIARY.value])


@pghistory.track(
    pghistory.UpdateEvent(row=pghistory.Old),
    fields=["username", "name", "name_ja", "email", "is_active", "is_staff"],
    model_name="PersonEvent",
    obj_field=pghistory.ObjForeignKey(related_name="events"),
    context_field=None,
)
class Person(AbstractUser):
    """Somebody who signs in or is named. What the person is follows from dated rows, never from a column here.

    When somebody signed in is not kept: beside the time of a report it would tell who sent it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    first_name = None
    last_name = None
    last_login = None
    name = models.CharField(_("name"), max_length=120)
    name_ja = models.CharField(_("name in Japanese"), max_length=120, blank=True)
    language = models.CharField(max_length=2, default="en")
    theme = models.CharField(max_length=11, default=Theme.SYSTEM.value)
    density = models.CharField(max_length=11, default=Density.COMFORTABLE.value)
    keys = models.BooleanField(default=False)
    mail_wanted = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (
            one_of("theme", Theme, "person_theme_is_a_word"),
            one_of("density", Density, "person_density_is_a_word"),
            models.CheckConstraint(condition=Q(language__in=["en", "ja"]), name="person_language_is_a_word"),
        )

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), context_field=None)
class Company(models.Model):
    """A company of the group. `relation` is what it is to the issuer now; `Ownership` says since when."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_ja = models.CharField(_("name in Japanese"), max_length=120, blank=True)
    relation = models.CharField(_("relation to the listed company"), max_length=10)
    jurisdiction = models.CharField(_("country"), max_length=2, blank=True)
    code_adopted_on = models.DateField(_("Code adopted on"), null=True, blank=True)

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints = (
            one_of("relation", Relation, "company_relation_is_a_word"),
            models.UniqueConstraint(
                fields=["relation"], condition=Q(relation=Relation.ISSUER.value), name="company_one_issuer"
            ),
        )
        triggers = (hand_on_relation(),)

    def __str__(self) -> str:
        return self.name


class Ownership(Dated):
    """What share of a company the issuer holds, and what that makes of it. An unknown first day is left open."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="ownerships")
    relation = models.CharField(max_length=10)
    pct = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            one_of("relation", [Relation.SUBSIDIARY, Relation.AFFILIATE], "ownership_relation_is_a_word"),
            models.CheckConstraint(condition=Q(pct__gt=0, pct__lte=100), name="ownership_is_a_share"),
            no_overlap("ownership_one_at_a_time", "company"),
        )


class Appointment(Dated):
    """An office a person holds in a company from one day to another."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="appointments")
    office = models.CharField(max_length=20)
    title = models.CharField(max_length=80, blank=True)
    title_ja = models.CharField(max_length=80, blank=True)
    department = models.CharField(max_length=80, blank=True)
    department_ja = models.CharField(max_length=80, blank=True)
    outside = models.BooleanField(default=False)
    sec_16b = models.BooleanField(default=False)
    nasdaq_executive_officer = models.BooleanField(default=False)
    relation = models.CharField(max_length=10, editable=False, default="")
    side = models.GeneratedField(
        expression=Case(
            When(AUDITOR & Q(relation=Relation.ISSUER.value), then=Value("audits")),
            When(GROUP & ~AUDITOR, then=Value("manages")),
        ),
        output_field=models.CharField(max_length=10, null=True),
        db_persist=True,
    )
    audits_here = models.GeneratedField(
        expression=Case(When(AUDITOR, then=Value(1)), default=Value(0)),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            one_of("office", Office, "appointment_office_is_a_word"),
            models.CheckConstraint(condition=Q(valid__startswith__isnull=False), name="appointment_has_a_first_day"),
            models.CheckConstraint(
                condition=Q(outside=False) | Q(office__in=[Office.DIRECTOR.value, Office.STATUTORY_AUDITOR.value]),
                name="appointment_outside_fits_office",
            ),
            no_overlap("appointment_same_office_once", "person", "company", "office"),
            no_overlap("appointment_one_ceo", "company", when=KNOWN & Q(office=Office.CEO.value)),
            no_overlap("appointment_auditor_does_not_manage", "person", different="side"),
            no_overlap("appointment_auditor_not_of_own_house", "person", "company", different="audits_here"),
        )
        indexes = (models.Index(fields=["office"], condition=KNOWN, name="appointment_by_office"),)
        triggers = (keep_history("relation", "side", "audits_here"), take_relation(), seats_lie_in_terms())


class Seat(Dated):
    """A place on the Board or on the Board of Statutory Auditors."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    body = models.CharField(max_length=10)
    presides = models.BooleanField(default=False)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            one_of("body", [Body.BOARD, Body.BOSA], "seat_body_is_a_word"),
            models.CheckConstraint(condition=Q(valid__startswith__isnull=False), name="seat_has_a_first_day"),
            no_overlap("seat_once", "person", "body"),
            no_overlap("seat_one_presides", "body", when=KNOWN & Q(presides=True)),
        )
        triggers = (keep_history(), seats_lie_in_terms())


class Supervision(Dated):
    """Who is whose supervisor. The one to whom an employee may turn (III ¶2)."""

    employee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervisors")
    supervisor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="supervised")

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(employee=F("supervisor")), name="supervision_of_somebody_else"),
            models.CheckConstraint(condition=Q(valid__startswith__isnull=False), name="supervision_has_a_first_day"),
            no_overlap("supervision_one_at_a_time", "employee"),
        )


class Tie(Dated):
    """Who is bound to whom outside of the chart: a relative, somebody's staff, a partner in business (V ¶2).

    `person` is the relative, the assistant or the partner of `other`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tied")
    kind = models.CharField(max_length=10)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            one_of("kind", TieKind, "tie_is_a_word"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="tie_to_somebody_else"),
            models.CheckConstraint(condition=Q(valid__startswith__isnull=False), name="tie_has_a_first_day"),
            no_overlap("tie_once", "person", "other", "kind"),
        )


class Function(Dated):
    """What a person does in this app without an office: trading questions, secretariat, identities, assurance."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="functions")
    function = models.CharField(max_length=20)

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            one_of("function", FunctionName, "function_is_a_word"),
            models.CheckConstraint(condition=Q(valid__startswith__isnull=False), name="function_has_a_first_day"),
            no_overlap("function_once", "person", "function"),
        )


class Delegation(Dated):
    """The CEO's authority given to the officer in charge of internal controls (I ¶5): what of it, from when to when.

    Without a confirmed resolution of the Board it has no effect. It cannot say that it follows from another one, and
    only the CEO can be its giver: a chain cannot be written down. An end that has been written down stays.
    """

    ceo = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations_given")
    delegate = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations_held")
    powers = ArrayField(models.CharField(max_length=20))
    ended_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=20, blank=True, default="")
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(Dated.Meta):
        constraints = (
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(powers__contained_by=[power.value for power in Power], powers__len__gt=0),
                name="delegation_powers_are_known",
            ),
            models.CheckConstraint(condition=~Q(ceo=F("delegate")), name="delegation_to_somebody_else"),
            models.CheckConstraint(
                condition=Q(valid__startswith__isnull=False, valid__endswith__isnull=False),
                name="delegation_has_first_and_last_day",
            ),
            models.CheckConstraint(
                condition=NOT_OVER
                | Q(ended_on__isnull=False, ended_at__isnull=False, ended_why__in=[why.value for why in Lapse]),
                name="delegation_end_is_whole",
            ),
            no_overlap("delegation_one_at_a_time", when=KNOWN & Q(ended_on=None)),
        )
        triggers = (
            keep_history("ended_on", "ended_at", "ended_why", "ended_by_id"),
            only_the_ceo_delegates(),
            pgtrigger.Protect(
                name="an_end_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ended_on__isnull=False),
            ),
        )


class Resolution(models.Model):
    """A resolution of the Board that authorises one delegation: written down by its secretary, confirmed by a director.

    Neither of them is the CEO or the delegate. `ends_on`: its last day, where it has one of its own.
    """

    delegation = models.OneToOneField(Delegation, on_delete=models.PROTECT, related_name="resolution")
    number = models.CharField(max_length=20, unique=True)
    resolved_on = models.DateField()
    ends_on = models.DateField(null=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~Q(confirmed_by=F("recorded_by")), name="resolution_takes_two_people"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="resolution_is_confirmed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("resolved_on")), name="resolution_ends_after_it_began"
            ),
            models.CheckConstraint(condition=Q(number__regex=r"^[A-Z0-9][A-Z0-9-]*$"), name="resolution_has_a_number"),
        )
        triggers = (
            the_board_resolves(),
            pgtrigger.Protect(name="resolutions_stay", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="of_one_delegation", fields=["delegation"]),
            pgtrigger.Protect(
                name="what_was_confirmed_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__confirmed_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.number
