from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import LONGEST, Quiet


class AskAgain(Quiet):
    """More about a question that was asked."""

    text = forms.CharField(
        label=_("What else do you want to know?"),
        help_text=_("Whoever answered reads it, without a name. No names needed here."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": _("Write what you want to know")},
    )
