from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import Page
from conduct.contact.forms.what import TOO_LONG

PHONE = "phone"
CHOICES = [
    ("inbox", _("In my inbox here")),
    (PHONE, _("By phone")),
    ("none", _("Not at all. I look with my number")),
]


class Reach(Page):
    """How to reach the sender. Sealed with the name."""

    reach = forms.ChoiceField(
        label=_("How may we reach you?"),
        help_text=_("Sealed with your name."),
        choices=CHOICES,
        required=False,
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(
        label=_("Phone number"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
        error_messages={"max_length": TOO_LONG},
    )

    watch = forms.BooleanField(label=_("Check on me monthly"), required=False)

    def word(self) -> None:
        """A question has nobody who could mind it."""
        if self.visit.is_question:
            del self.fields["watch"]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("reach") == PHONE and not given.get("phone"):
            self.add_error("phone", _("Write the phone number, or choose another way"))
        return given

    def answers(self) -> Mapping[str, Any]:
        """A number that is not to be called is not kept."""
        by_phone = self.cleaned_data["reach"] == PHONE
        return {**self.cleaned_data, "phone": self.cleaned_data["phone"] if by_phone else ""}
