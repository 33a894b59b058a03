from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import LONGEST, Page

TOO_LONG = _("This is too long. %(limit_value)s characters fit.")


class What(Page):
    """The story, or the question, in the sender's own words."""

    what = forms.CharField(
        label=_("What happened?"),
        help_text=_("In your own words. Short is fine."),
        widget=forms.Textarea(attrs={"rows": 10}),
        max_length=LONGEST,
        error_messages={"required": _("Write what happened. A few words are enough"), "max_length": TOO_LONG},
    )

    def word(self) -> None:
        if self.visit.is_question:
            self.fields["what"].label = _("What do you want to know?")
            self.fields["what"].error_messages["required"] = _("Write your question. A few words are enough")
