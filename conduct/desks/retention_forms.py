"""What a person types or chooses about keeping, holding and letting go."""

import re
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from conduct.desks.filters import LONGEST_REFERENCE, folded
from conduct.rules.allowed import ALLOWED
from conduct.rules.retention import PAPERS
from conduct.web.choices import Choice

LONGEST_REASON = 4000
MOST = 500
CHOSEN_BY_THE_COMPANY = [paper for paper in PAPERS if paper.key and "S10" in paper.readings]
SEPARATORS = re.compile(r"[\s,;、，；]+")
WHY = _("Write why. One sentence is enough")


class Reason(forms.Form):
    """A reason that is sealed."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_REASON,
        error_messages={"required": WHY},
    )


class PlaceHolds(Reason):
    """One hold on several records."""

    references = forms.CharField(
        label=_("Numbers of the records"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MOST * (LONGEST_REFERENCE + 1),
        help_text=_("With spaces or on lines of their own. All of them are held, or none."),
        error_messages={"required": _("Write the number of at least one record")},
    )
    field_order = ("references", "reason")

    def clean_references(self) -> list[str]:
        """The numbers, each once, however they were typed."""
        typed = [folded(part) for part in SEPARATORS.split(self.cleaned_data["references"]) if part]
        return list(dict.fromkeys(part for part in typed if part))


class Answer(forms.Form):
    """The second person's answer."""

    agreed = forms.TypedChoiceField(
        label=_("Do you agree?"),
        widget=forms.RadioSelect,
        coerce=lambda word: word == "yes",
        error_messages={"required": _("Choose an answer")},
    )

    def __init__(self, *args: object, yes: object, no: object, may_agree: bool = True, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agreed"].choices = [*([("yes", yes)] if may_agree else []), ("no", no)]


class ChangeSchedule(forms.Form):
    """Another number of years for papers of one kind, from a day on."""

    key = forms.ChoiceField(label=_("Kind of paper"), widget=forms.RadioSelect)
    years = forms.IntegerField(
        label=_("Years"), min_value=1, max_value=100, error_messages={"required": _("Write a number of years")}
    )
    since = forms.DateField(
        label=_("From"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Tomorrow at the earliest. For a preview it may stay empty."),
    )
    why = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=300,
        help_text=_("Which resolution or reason it rests on. Everybody at the desks can read it."),
    )

    def __init__(self, *args: object, today: date, adopts: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.adopts = today, adopts
        self.fields["key"].choices = [
            (paper.key, Choice(_(paper.name), _(paper.why))) for paper in CHOSEN_BY_THE_COMPANY
        ]
        self.fields["key"].error_messages["required"] = _("Choose a kind of paper")

    def clean(self) -> dict[str, object]:
        """What a law demands at least, and for an adoption a day and a reason."""
        said = super().clean()
        key, years = said.get("key"), said.get("years")
        if key and years and not ALLOWED[key].permits(years):
            self.add_error("years", _("A law or the Code demands more years than that."))
        if self.adopts:
            self.check_adoption(said)
        return said

    def check_adoption(self, said: dict[str, object]) -> None:
        since = said.get("since")
        if not isinstance(since, date) or since <= self.today:
            self.add_error("since", ValidationError(_("Write a day from tomorrow on")))
        if not said.get("why"):
            self.add_error("why", WHY)


class AskErasure(forms.Form):
    """Of whom."""

    username = forms.CharField(
        label=_("Sign-in name of the person"),
        max_length=150,
        error_messages={"required": _("Write the sign-in name")},
    )
