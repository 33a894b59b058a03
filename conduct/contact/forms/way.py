from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.contact.forms.page import Page
from conduct.contact.presenters.ways import ways
from conduct.rules.vocabulary import Channel
from conduct.web.choices import Choice


class Way(Page):
    """How to send it. Under each way stands who reads it, as the rules answer for what was said before."""

    channel = forms.ChoiceField(
        label=_("How do you want to send it?"),
        help_text=_("Your name is sealed apart from your words."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how to send it"), "invalid_choice": _("Choose how to send it")},
    )

    def word(self) -> None:
        self.ways = ways(self.visit, sender=None, day=self.day)
        self.is_shut_for_ceo = Channel.CEO not in [way.channel for way in self.ways]
        self.fields["channel"].choices = [(way.channel.value, Choice(way.label, way.hint)) for way in self.ways]
