"""What a person types when something is done to a case. The fields are named as the services' arguments."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cases.services import Entry
from conduct.people.models import Person
from conduct.people.queries import called
from conduct.provisions.criteria import Asked
from conduct.rules.vocabulary import Body, Materiality, PartyRole, PersonClass, Reply
from conduct.web.templatetags.ui.words import SHOWN, label, told_key

LONGEST = 4000
WHY = _("Write why. One sentence is enough")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a form offers beside what is typed: the bodies a matter can go to, the rule's own first; the questions."""

    bodies: Sequence[Body] = ()
    paragraphs: Sequence[str] = ()
    questions: Sequence[Asked] = ()
    people: Sequence[Person] = ()


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


class BeforeReading(forms.Form):
    """Whether the reader knows of a conflict of interest."""

    free = forms.TypedChoiceField(
        label=_("Do you have a conflict of interest in this matter?"),
        choices=[
            ("yes", _("No, I know of none. If I find one while reading, I step aside at once")),
            ("no", _("Yes, or I am not sure. I step aside now and see nothing of it")),
        ],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        help_text=_(
            "For example a relative, somebody you lead or work for, a partner in business, or a matter you took part "
            "in."
        ),
        error_messages={"required": _("Choose one of the two")},
    )
    reason = forms.CharField(
        required=False,
        label=_("A reason for stepping aside, if you like"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )


class StepAside(Act):
    """No reason is asked; one may be given."""

    reason = forms.CharField(
        required=False, label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=LONGEST
    )


class ExcludeMember(WithReason):
    """Which colleague takes no part, and why."""

    field_order = ("person", "reason")
    person = forms.TypedChoiceField(
        label=_("Who takes no part"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a colleague")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        people = {person.username: person for person in self.offer.people}
        self.fields["person"].choices = [(key, person.get_full_name() or key) for key, person in people.items()]
        self.fields["person"].coerce = people.__getitem__


class AddNote(Act):
    """A note for those who work on the case."""

    text = forms.CharField(
        label=_("Note"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST,
        help_text=_("Sealed with the matter. It is never changed; a correction is another note."),
        error_messages={"required": _("Write the note")},
    )


class NameParty(WithReason):
    """One more person in a matter: as what, who, or at least of which class."""

    role = forms.TypedChoiceField(
        label=_("As what"),
        widget=forms.RadioSelect,
        coerce=PartyRole,
        error_messages={"required": _("Choose what the person is in this matter")},
    )
    who = forms.CharField(
        required=False,
        max_length=120,
        label=_("Who"),
        help_text=_("Name or user name. The register then says of which class the person was on that day."),
    )
    person_class = forms.TypedChoiceField(
        required=False,
        coerce=PersonClass,
        empty_value=PersonClass.UNKNOWN,
        label=_("Class, where the person is in no register"),
    )
    on = forms.DateField(
        required=False,
        label=_("Day of the conduct, if known"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write the day as year, month and day")},
    )
    field_order = ("role", "who", "person_class", "on", "reason")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, capfirst(label(role))) for role in PartyRole]
        classes = [(each.value, capfirst(label(each))) for each in PersonClass if each is not PersonClass.DELEGATE]
        self.fields["person_class"].choices = [("", _("Not identified yet")), *classes]

    def clean_who(self) -> Person | str:
        """The person in the register, or the name as it was typed where nobody is called so."""
        name = self.cleaned_data["who"]
        found = called(name) if name else []
        if len(found) > 1:
            names = ", ".join(person.username for person in found)
            raise forms.ValidationError(
                _("Several people are called so. Write the user name: %(names)s"), params={"names": names}
            )
        return found[0] if found else name

    def clean(self) -> dict[str, object]:
        """As the service wants it: the entry, and why."""
        said = super().clean()
        if self.errors:
            return said
        person = said["who"] if isinstance(said["who"], Person) else None
        entry = Entry(
            role=said["role"],
            person_id=person.pk if person else None,
            name="" if person else said["who"],
            person_class=said["person_class"],
            on=said["on"],
        )
        return {"entry": entry, "reason": said["reason"]}


class CorrectParty(NameParty):
    """The entry as it should be, or that it should go."""

    take_out = forms.BooleanField(
        required=False, label=_("Take this person out of the matter"), help_text=_("The entry stays on file.")
    )
    field_order = ("take_out", "role", "who", "person_class", "on", "reason")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Why? It goes along where the matter moves")
        self.fields["role"].required = not self.data.get("take_out")

    def clean(self) -> dict[str, object]:
        gone = self.cleaned_data.get("take_out")
        said = super().clean() if not gone else {"entry": None, "reason": self.cleaned_data.get("reason", "")}
        return said if not self.errors else self.cleaned_data


class DetermineMateriality(WithReason):
    """The Board's questions, what follows from them in the end, and why."""

    outcome = forms.TypedChoiceField(
        label=_("How grave is it?"),
        widget=forms.RadioSelect,
        coerce=Materiality,
        choices=[
            (Materiality.MATERIAL.value, _("Material")),
            (Materiality.NON_MATERIAL.value, _("Not material; a second person must find so too")),
            (Materiality.UNKNOWN.value, _("Cannot be said yet; it counts as material until then")),
        ],
        error_messages={"required": _("Choose how grave it is")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.keys = {f"q_{asked.key}": asked.key for asked in self.offer.questions}
        for name, asked in zip(self.keys, self.offer.questions, strict=True):
            self.fields[name] = forms.TypedChoiceField(
                label=f"{asked.number}. {asked.text}",
                widget=forms.RadioSelect,
                coerce=Reply,
                choices=[(reply.value, capfirst(label(reply))) for reply in Reply],
                error_messages={"required": _("Answer this question; “not known” is an answer")},
            )
        self.order_fields([*self.keys, "outcome", "reason"])

    def clean(self) -> dict[str, object]:
        """As the service wants it: outcome, the answers by question, and why."""
        said = super().clean()
        if self.errors:
            return said
        replies = {key: said[name] for name, key in self.keys.items()}
        return {"outcome": said["outcome"], "replies": replies, "reason": said["reason"]}


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
