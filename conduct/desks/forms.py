"""What a person types or chooses at a desk."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conduct.desks.filters import LONGEST_REFERENCE, OPEN_STAGES, Chosen, View
from conduct.rules.vocabulary import Kind, Stage
from conduct.web.choices import Choice
from conduct.web.templatetags.ui.words import label

KINDS = (Kind.REPORT, Kind.QUESTION)
LONGEST_REASON = 4000


def choices_of(words: tuple[Kind, ...] | tuple[Stage, ...]) -> list[tuple[str, str]]:
    return [("", _("All")), *((word.value, label(word)) for word in words)]


class ShelfFilter(forms.Form):
    """How a shelf is narrowed. Sent by GET, so that the address keeps it."""

    auto_id = "filter_%s"
    stages = tuple(Stage)
    reference = forms.CharField(required=False, max_length=LONGEST_REFERENCE, label=gettext_lazy("Number begins with"))
    kind = forms.ChoiceField(required=False, label=gettext_lazy("Kind"))
    stage = forms.ChoiceField(required=False, label=gettext_lazy("How far"))

    def __init__(self, chosen: Chosen, *, copies: bool = False) -> None:
        super().__init__(initial=chosen.words(), auto_id=self.auto_id)
        self.fields["kind"].choices = choices_of(KINDS)
        self.fields["stage"].choices = choices_of(self.stages)
        if copies:
            self.fields["copies"] = forms.CharField(initial="on", widget=forms.HiddenInput)


class QueueFilter(ShelfFilter):
    """How a queue is narrowed; the part of the queue goes along unseen."""

    stages = OPEN_STAGES
    late = forms.ChoiceField(required=False, label=gettext_lazy("Due"))
    view = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, chosen: Chosen) -> None:
        super().__init__(chosen)
        self.fields["late"].choices = [("", _("All")), ("on", _("Late only"))]
        self.initial["late"] = "on" if chosen.late else ""


class SaveView(forms.Form):
    """A name for the filter that is on."""

    name = forms.CharField(
        max_length=30,
        label=gettext_lazy("Name of this view"),
        error_messages={"required": gettext_lazy("Give the view a name")},
    )
    view = forms.ChoiceField(choices=[(view.value, view.value) for view in View], widget=forms.HiddenInput)


class DecideLateness(forms.Form):
    """Whether a case follows from a duty that was not done in time."""

    open_case = forms.TypedChoiceField(
        label=gettext_lazy("What follows from it?"),
        widget=forms.RadioSelect,
        coerce=lambda word: word == "yes",
        error_messages={"required": gettext_lazy("Choose what follows from it")},
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_REASON,
        error_messages={"required": gettext_lazy("Write why. One sentence is enough")},
    )

    def __init__(self, *args: object, may_open: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        nothing = Choice(_("No case"), _("It is noted with your reason. Nobody else learns of it."))
        case = Choice(
            _("Open a case about the CEO"),
            _("The Statutory Auditors get it. The CEO can observe nothing of it, on any page."),
        )
        self.fields["open_case"].choices = [("no", nothing), *([("yes", case)] if may_open else [])]


class Account(forms.Form):
    """How somebody wants the workspace."""

    language = forms.ChoiceField(label=gettext_lazy("Language"), widget=forms.RadioSelect)
    theme = forms.ChoiceField(label=gettext_lazy("Colours"), widget=forms.RadioSelect)
    density = forms.ChoiceField(label=gettext_lazy("Tables"), widget=forms.RadioSelect)
    keys = forms.BooleanField(
        required=False,
        label=gettext_lazy("Use keyboard keys in lists and on matters"),
        help_text=gettext_lazy(
            "Single letters move and open pages; none of them decides anything. The key ? lists them."
        ),
    )
    mail_wanted = forms.BooleanField(
        required=False,
        label=gettext_lazy("Send me a mail when there is news"),
        help_text=gettext_lazy(
            "The mail says that there is something, never what. The list of notices is always complete."
        ),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [
            ("en", format_html('<span lang="en">{}</span>', "English")),
            ("ja", format_html('<span lang="ja">{}</span>', "日本語")),
        ]
        self.fields["theme"].choices = [
            ("system", _("As the device")),
            ("light", _("Light")),
            ("dark", _("Dark")),
        ]
        self.fields["density"].choices = [("dense", _("Dense")), ("comfortable", _("Comfortable"))]


class WhichMatter(forms.Form):
    """A matter by its number."""

    reference = forms.CharField(
        max_length=LONGEST_REFERENCE,
        label=gettext_lazy("Number of the matter"),
        error_messages={"required": gettext_lazy("Write the number of the matter")},
    )

    def clean_reference(self) -> str:
        return self.cleaned_data["reference"].strip().upper()


class ProposeLifting(forms.Form):
    """Why somebody should take part again."""

    reason = forms.CharField(
        max_length=LONGEST_REASON,
        label=gettext_lazy("Why should this person take part again?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Write why. One sentence is enough")},
    )


class AnswerLifting(forms.Form):
    """Yes or no to a colleague's proposal."""

    confirmed = forms.TypedChoiceField(
        label=gettext_lazy("Does this person take part again?"),
        choices=[("yes", gettext_lazy("Yes, the wall falls")), ("no", gettext_lazy("No, it stands"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose yes or no")},
    )


class CallIn(WhichMatter):
    """Which matter is brought before the Board after all, and why."""

    reason = forms.CharField(
        max_length=LONGEST_REASON,
        label=gettext_lazy("Why is it called in?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Write why. One sentence is enough")},
    )
