from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import Page
from conduct.contact.visit import SEVERAL
from conduct.rules.vocabulary import PersonClass

CHOICES = [
    (PersonClass.EMPLOYEE.value, _("An employee, including managers")),
    (PersonClass.OFFICER.value, _("An officer")),
    (PersonClass.DIRECTOR.value, _("A director")),
    (PersonClass.CEO.value, _("The CEO")),
    (PersonClass.STATUTORY_AUDITOR.value, _("A statutory auditor")),
    (SEVERAL, _("More than one of these")),
    (PersonClass.UNKNOWN.value, _("I don't know")),
]


class About(Page):
    """Who it is about, as a class; and whether it is one of the matters that go to the Statutory Auditors anyway."""

    about = forms.ChoiceField(
        label=_("Who is it about?"),
        help_text=_("No names needed here."),
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose who it is about, or “I don't know”"),
            "invalid_choice": _("Choose who it is about, or “I don't know”"),
        },
    )
    accounts = forms.BooleanField(label=_("It is about accounts, audit or financial reports"), required=False)

    def word(self) -> None:
        if self.visit.is_question:
            self.fields["about"].label = _("Who is the question about?")
