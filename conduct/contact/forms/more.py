from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as told
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import SHORT, Page
from conduct.contact.forms.what import TOO_LONG
from conduct.people.models import Person
from conduct.people.queries import leaders_on
from conduct.rules.labels import label
from conduct.rules.vocabulary import PersonClass
from conduct.web.answers import question, word

YES_NO = [("yes", word("yes")), ("no", word("no"))]
UNSURE = ("unsure", word("unsure"))
SOURCES = [(name, word(name)) for name in ("saw", "told", "documents")]


def line(name: str) -> forms.CharField:
    return forms.CharField(
        label=question(name), required=False, max_length=SHORT, error_messages={"max_length": TOO_LONG}
    )


class More(Page):
    """Everything that helps and nobody has to answer. Leaders ticked by name are kept out of the matter."""

    people = forms.MultipleChoiceField(
        label=_("Officers, directors and statutory auditors to keep out"),
        help_text=_("Whoever you tick cannot see that this exists."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    who = line("who")
    when = line("when")
    on = forms.DateField(
        label=_("The day, if you know it"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%Y/%m/%d"],
        error_messages={"invalid": _("Write the day like 2026-11-25, or leave it empty")},
    )
    where = line("where")
    still = forms.ChoiceField(
        label=question("still"), required=False, choices=[*YES_NO, UNSURE], widget=forms.RadioSelect
    )
    how = forms.MultipleChoiceField(
        label=question("how"), required=False, choices=SOURCES, widget=forms.CheckboxSelectMultiple
    )
    treated = forms.ChoiceField(label=question("treated"), required=False, choices=YES_NO, widget=forms.RadioSelect)

    def word(self) -> None:
        leaders = leaders_on(self.day)
        self.fields["people"].choices = [
            (str(leader.person.pk), named(leader.person, label(leader.person_class, told))) for leader in leaders
        ]

    @property
    def shows_people(self) -> bool:
        """Open at once where somebody is ticked, or where nobody else can be kept out."""
        auditor = self.visit.about == PersonClass.STATUTORY_AUDITOR
        return auditor or bool(self["people"].value())

    def clean_on(self) -> date | None:
        day: date | None = self.cleaned_data["on"]
        if day and day > self.day:
            raise ValidationError(_("This day has not come yet. Leave it empty if you don't know it"))
        return day

    def answers(self) -> Mapping[str, Any]:
        day = self.cleaned_data["on"]
        return {**self.cleaned_data, "on": day.isoformat() if day else ""}


def named(person: Person, what: str) -> str:
    name = (person.name_ja if get_language() == "ja" else "") or person.name
    return told("%(name)s, %(what)s") % {"name": name, "what": what}
