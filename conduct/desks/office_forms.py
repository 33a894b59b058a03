"""What is typed about a delegation. The fields are named as the services' arguments."""

from datetime import date

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from conduct.desks.presenters.names import name_of
from conduct.people.models import Person
from conduct.people.queries import staff_holding
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import label
from conduct.rules.vocabulary import Power, Role
from conduct.web.choices import Choice

HINTS = {
    Power.TRIAGE: _("Take up, propose to keep as not material, hand on."),
    Power.INVESTIGATE: _("Only what two people have found not material."),
    Power.EMPLOYEE_WAIVERS: _("Only for employees, and only where it is not material."),
    Power.INTERPRETATION: _("Answer questions about what the Code asks of an employee."),
}
FIELD_OF = {  # where a refusal of the rules belongs
    "NotTheOffice": "delegate", "NothingDelegated": "powers", "NoWaivers": "powers", "DaysDoNotFit": "last_on",
    "OneAtATime": "first_on", "NumberTaken": "number", "DaysOfAResolution": "resolved_on",
}  # fmt: skip


def day_field(text: object, needed: object = "", hint: object = "") -> forms.DateField:
    """A day, typed or chosen; left open where nothing says that it is needed."""
    return forms.DateField(
        label=text,
        help_text=hint,
        required=bool(needed),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%Y/%m/%d"],
        error_messages={"required": needed, "invalid": _("Write the day like 2026-11-25")},
    )


class Refusable(forms.Form):
    """A form at whose fields a refusal of the rules can stand, so that nothing typed is lost."""

    def refuse(self, fault: RuleBroken, told: str) -> None:
        field = FIELD_OF.get(type(fault).__name__)
        self.add_error(field if field in self.fields else None, told)


class DraftDelegation(Refusable):
    """To whom, what, from when to when."""

    delegate = forms.ChoiceField(
        label=_("To whom"),
        widget=forms.RadioSelect,
        help_text=_("Only those in charge of internal controls are listed (I ¶5)."),
        error_messages={"required": _("Choose to whom"), "invalid_choice": _("Choose somebody from the list")},
    )
    powers = forms.MultipleChoiceField(
        label=_("What"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What is not ticked stays with you alone. The duty to hand on stays with you as well."),
        error_messages={"required": _("Tick at least one"), "invalid_choice": _("Tick what is listed")},
    )
    first_on = day_field(_("First day"), _("Give the first day"))
    last_on = day_field(_("Last day"), _("Give the last day"), _("At most three years later."))

    def __init__(self, *args: object, ceo: Person, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(each.pk): each for each in staff_holding(Role.INTERNAL_CONTROLS, today).exclude(pk=ceo.pk)}
        self.fields["delegate"].choices = [(key, name_of(each)) for key, each in self.people.items()]
        self.fields["powers"].choices = [(each.value, Choice(_label(each), HINTS[each])) for each in Power]

    def clean_delegate(self) -> Person:
        return self.people[self.cleaned_data["delegate"]]

    def clean_powers(self) -> list[Power]:
        return [Power(word) for word in self.cleaned_data["powers"]]


class RecordResolution(Refusable):
    """The number and the days of a resolution, as the minutes have them."""

    number = forms.CharField(
        label=_("Number of the resolution"),
        help_text=_("As in the minutes, such as B-26-07."),
        max_length=20,
        validators=[RegexValidator(r"^[A-Z0-9][A-Z0-9-]*$", _("Capital letters, digits and hyphens, such as B-26-07"))],
        error_messages={"required": _("Give the number")},
    )
    resolved_on = day_field(_("Day of the resolution"), _("Give the day of the resolution"))
    ends_on = day_field(
        _("Last day of the resolution"), hint=_("Only where the Board set one. The delegation lapses with it.")
    )


class ConfirmResolution(Refusable):
    """Nothing is typed: the number that was shown comes back, so that nobody confirms what was corrected meanwhile."""

    number = forms.CharField(max_length=20, widget=forms.HiddenInput)


def _label(power: Power) -> str:
    text = label(power, lambda said: str(_(said)))
    return text[:1].upper() + text[1:]
