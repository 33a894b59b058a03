from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import Quiet
from conduct.vault import digits

WRONG_LENGTH = _("The number has 24 digits. You entered %(count)s")
MISTYPED = _("There is a typing mistake in the number")
UNKNOWN = _("No report has that number. Check it, or its keeping time has passed")


class NumberEntry(Quiet):
    """The number in one field, typed as people type: spaces, dashes and full-width digits do not matter."""

    number = forms.CharField(
        label=_("Your number"),
        help_text=_("24 digits. Spaces don't matter."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        max_length=200,
        error_messages={"required": _("Enter your number"), "max_length": MISTYPED},
    )

    def clean_number(self) -> digits.Number:
        """Told apart without a look into the database: too short or long, and mistyped."""
        try:
            return digits.read(self.cleaned_data["number"])
        except digits.Mistyped as fault:
            if fault.length == digits.TOTAL:
                raise ValidationError(MISTYPED) from fault
            raise ValidationError(WRONG_LENGTH % {"count": fault.length}) from fault

    def reject(self) -> None:
        """No report has it."""
        self.add_error("number", UNKNOWN)
