"""What is typed about how one is treated, and about an alert."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from conduct.rules.vocabulary import Wellbeing
from conduct.web.templatetags.ui.words import label

LONGEST = 4000


class CheckInAnswer(forms.Form):
    """One of three answers, and words if one likes."""

    answer = forms.TypedChoiceField(
        label=_("Since we asked last, has anybody treated you worse at work?"),
        coerce=Wellbeing,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three answers")},
    )
    words = forms.CharField(
        required=False,
        label=_("What would you like to add?"),
        help_text=_("Only the Statutory Auditors read it."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, nonce: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | ({"auto_id": f"q{nonce}_%s"} if nonce else {}))
        self.fields["answer"].choices = [(word.value, capfirst(label(word))) for word in Wellbeing]


class AnswerAlert(forms.Form):
    """Whether a case follows, and why."""

    open_case = forms.TypedChoiceField(
        label=_("Does a case of retaliation follow?"),
        choices=[("yes", _("Yes. It is opened at once")), ("no", _("No"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether a case follows")},
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write why. One sentence is enough")},
    )
