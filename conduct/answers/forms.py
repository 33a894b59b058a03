"""What is typed to answer a question, to make an answer public, to ask again, and to find an answer."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.forms import LONGEST, Act
from conduct.answers.services import Reply, Words
from conduct.provisions.models import Paragraph
from conduct.web.choices import Choice
from conduct.web.templatetags.ui.words import SHOWN, told_key

YES_NO = [("no", _("No")), ("yes", _("Yes"))]
SHORT, HINT = 500, 90


def yes(word: str) -> bool:
    return word == "yes"


def shown_choices(paragraphs: Iterable[Paragraph]) -> list[tuple[str, Choice]]:
    """Each paragraph with its first words, in the reader's language."""
    japanese = (get_language() or "").startswith("ja")
    texts = [(row.key, (row.text_ja if japanese else "") or row.text) for row in paragraphs]
    return [(key, Choice(told_key(key, SHOWN), text[:HINT] + ("…" if len(text) > HINT else ""))) for key, text in texts]


class Concerned(forms.Form):
    """The paragraphs that the answer is about: the earlier answers on them are shown first."""

    paragraphs = forms.MultipleChoiceField(
        label=_("Which paragraphs is the answer about?"),
        help_text=_("Earlier answers on these paragraphs are shown before you write."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one paragraph")},
    )

    def __init__(self, *args: object, paragraphs: Iterable[Paragraph], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraphs"].choices = shown_choices(paragraphs)


class AnswerQuestion(Concerned):
    """The answer itself. `has_precedents`: earlier answers stood above it, so it says whether it follows them."""

    text = forms.CharField(
        label=_("Answer"),
        help_text=_("The asker reads exactly this, in the language in which you write it. Name nobody."),
        widget=forms.Textarea(attrs={"rows": 7}),
        max_length=LONGEST,
        error_messages={"required": _("Write the answer")},
    )
    facts = forms.CharField(
        label=_("On which facts"),
        help_text=_("One fact a line. The answer holds as long as these are so."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": _("Write at least one fact on which the answer rests")},
    )
    differs = forms.TypedChoiceField(
        label=_("Does it differ from an earlier answer shown above?"),
        widget=forms.RadioSelect,
        coerce=yes,
        choices=YES_NO,
        error_messages={"required": _("Say whether it differs from an earlier answer")},
    )
    why_differs = forms.CharField(
        required=False,
        label=_("Why does it differ?"),
        help_text=_("Sealed with the matter. Needed only where it differs."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )
    departs = forms.TypedChoiceField(
        label=_("Would this answer allow departing from the text of the Code?"),
        help_text=_("Then it is no answer but a waiver. The question is held for that, and the asker is told so."),
        widget=forms.RadioSelect,
        coerce=yes,
        choices=YES_NO,
        error_messages={"required": _("Say whether it would allow departing from the text")},
    )

    def __init__(self, *args: object, has_precedents: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paragraphs"].widget = forms.MultipleHiddenInput()
        if not has_precedents:
            del self.fields["differs"], self.fields["why_differs"]

    def clean_facts(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in str(self.cleaned_data["facts"]).splitlines() if line.strip())

    def clean(self) -> dict[str, object]:
        said = self.cleaned_data
        if said.get("differs") and not str(said.get("why_differs", "")).strip():
            self.add_error("why_differs", _("Write why it differs. One sentence is enough"))
        return said

    def reply(self) -> Reply:
        """What the service takes."""
        said = {"differs": False, "why_differs": ""} | self.cleaned_data
        return Reply(**said | {"paragraphs": tuple(said["paragraphs"])})


class PublicWords(Act):
    """The public part, in both languages."""

    asked_en = forms.CharField(label=_("What was asked, in English"), max_length=SHORT)
    asked_ja = forms.CharField(label=_("What was asked, in Japanese"), max_length=SHORT)
    answer_en = forms.CharField(label=_("What holds, in English"), max_length=LONGEST)
    answer_ja = forms.CharField(label=_("What holds, in Japanese"), max_length=LONGEST)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in ("asked_en", "asked_ja", "answer_en", "answer_ja"):
            rows = 2 if name.startswith("asked") else 6
            self.fields[name].widget = forms.Textarea(attrs={"rows": rows, "lang": name[-2:]})
            self.fields[name].error_messages["required"] = _("Write it in both languages")
        self.fields["asked_en"].help_text = _("In words of your own: no name, no place, no date, no reference.")

    def words(self) -> Words:
        return Words(**self.cleaned_data)


class DecideWording(forms.Form):
    """The second person's answer about words that were read."""

    proposal = forms.IntegerField(widget=forms.HiddenInput)
    approved = forms.TypedChoiceField(
        label=_("May everybody read these words?"),
        widget=forms.RadioSelect,
        coerce=yes,
        choices=[("yes", _("I approve them. They are published at once")), ("no", _("I do not approve them"))],
        error_messages={"required": _("Choose an answer")},
    )
    reason = forms.CharField(
        required=False,
        label=_("Reason"),
        help_text=_("Needed only where you do not approve."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
    )

    def clean(self) -> dict[str, object]:
        said = self.cleaned_data
        if said.get("approved") is False and not str(said.get("reason", "")).strip():
            self.add_error("reason", _("Write why you do not approve it. One sentence is enough"))
        return said


class CheckNote(forms.Form):
    """Number and mark of a printed answer."""

    note = forms.CharField(
        label=_("Number of the note"), max_length=40, error_messages={"required": _("Enter the number of the note")}
    )
    mark = forms.CharField(
        label=_("Mark"),
        help_text=_("20 letters and digits. Spaces don't matter."),
        max_length=80,
        error_messages={"required": _("Enter the mark")},
    )
