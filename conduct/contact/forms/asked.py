from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import Quiet
from conduct.contact.visit import SEVERAL
from conduct.rules.vocabulary import Kind, Materiality, PersonClass

EMPLOYEE, LEADER, OUTSIDE = "employee", "leader", "outside"
KINDS = [
    (Kind.REPORT.value, _("Something that went wrong")),
    (Kind.QUESTION.value, _("A question")),
    (Kind.DISCLOSURE.value, _("To disclose a conflict of interest")),
    (Kind.CONSULTATION.value, _("To ask before acting")),
    (Kind.WAIVER.value, _("A waiver")),
]
ABOUT = [
    (PersonClass.EMPLOYEE.value, _("An employee")),
    (PersonClass.OFFICER.value, _("An officer")),
    (PersonClass.DIRECTOR.value, _("A director")),
    (PersonClass.CEO.value, _("The CEO")),
    (PersonClass.STATUTORY_AUDITOR.value, _("A statutory auditor")),
    (SEVERAL, _("Several of these")),
    (PersonClass.UNKNOWN.value, _("I don't know")),
]
WEIGHTS = [
    (Materiality.NON_MATERIAL.value, _("Small")),
    (Materiality.MATERIAL.value, _("It could be big for the company")),
    (Materiality.UNKNOWN.value, _("I don't know")),
]
SENDERS = [
    (EMPLOYEE, _("An employee")),
    (LEADER, _("An officer, director or statutory auditor")),
    (OUTSIDE, _("Somebody from outside")),
]


def one_of(label: object, choices: list[Any], missing: object) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": missing, "invalid_choice": missing},
    )


class Asked(Quiet):
    """What the simulator asks. Every answer is a word; nothing can be typed."""

    kind = one_of(_("What is it?"), KINDS, _("Choose what it is"))
    about = one_of(_("About whom?"), ABOUT, _("Choose about whom it is, or “I don't know”"))
    accounts = forms.BooleanField(label=_("It is about accounts, audit or financial reports"), required=False)
    weight = one_of(_("How serious is it?"), WEIGHTS, _("Choose how serious it is, or “I don't know”"))
    sender = one_of(_("I am"), SENDERS, _("Choose what you are"))
