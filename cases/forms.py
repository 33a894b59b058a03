"""What a person types when something is done to a case. The fields are named as the services' arguments."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from conduct.rules.vocabulary import Body
from conduct.web.templatetags.ui.words import SHOWN, label, told_key

LONGEST = 4000
WHY = _("Write why. One sentence is enough")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a form offers beside what is typed: the bodies a matter can go to, the rule's own first."""

    bodies: Sequence[Body] = ()
    paragraphs: Sequence[str] = ()


class Act(forms.Form):
    """Something that needs nothing typed. Takes an offer, so that every act is made alike."""

    def __init__(self, *args: object, offer: Offer | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.offer = offer or Offer()


class WithReason(Act):
    """A reason that is sealed with the case."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=LONGEST,
        error_messages={"required": WHY},
    )


class StepAside(Act):
    """No reason is asked; one may be given."""

    reason = forms.CharField(
        required=False, label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=LONGEST
    )


class AddNote(Act):
    """A note for those who work on the case."""

    text = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        help_text=_("Sealed with the matter. It is never changed; a correction is another note."),
        error_messages={"required": _("Write the note")},
    )


class HandOn(WithReason):
    """To which body, on which paragraph, and why. Never to a person."""

    body = forms.TypedChoiceField(label=_("To whom"), widget=forms.RadioSelect, coerce=Body)
    paragraph = forms.ChoiceField(
        label=_("Paragraph of the Code"),
        help_text=_("The rule has filled this in. Change it if another one fits better."),
    )
    field_order = ("body", "paragraph", "reason")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        bodies, paragraphs = self.offer.bodies, self.offer.paragraphs
        self.fields["body"].choices = [(body.value, label(body)) for body in bodies]
        self.fields["paragraph"].choices = [(key, told_key(key, SHOWN)) for key in paragraphs]
        self.initial |= {"body": bodies[0].value if bodies else "", "paragraph": paragraphs[0] if paragraphs else ""}
        self.fields["reason"].error_messages["required"] = _(
            "Write why you are handing this on. One sentence is enough"
        )


class AnswerKeeping(WithReason):
    """The second person's answer."""

    confirmed = forms.TypedChoiceField(
        label=_("Is it not material?"),
        widget=forms.RadioSelect,
        coerce=lambda word: word == "yes",
        choices=[("yes", _("I confirm: not material")), ("no", _("I do not confirm"))],
        error_messages={"required": _("Choose an answer and give a reason")},
    )
    field_order = ("confirmed", "reason")
