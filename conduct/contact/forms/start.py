from typing import Any

from django import forms

from conduct.contact.visit import ABOUT
from conduct.rules.vocabulary import Channel, Kind

KINDS = (Kind.REPORT, Kind.QUESTION)
WAYS = (Channel.BOSA_NAMED, Channel.CEO, Channel.SUPERVISOR)


class Beginning(forms.Form):
    """What the start page and the simulator may carry into a new draft. Anything else counts as not said."""

    kind = forms.ChoiceField(required=False, choices=[(word.value, word.value) for word in KINDS])
    about = forms.ChoiceField(required=False, choices=[(word, word) for word in ABOUT])
    accounts = forms.BooleanField(required=False)
    channel = forms.ChoiceField(required=False, choices=[(word.value, word.value) for word in WAYS])

    def begun(self) -> dict[str, Any]:
        """Kind and answers of the new visit."""
        self.is_valid()
        said = {name: word for name, word in self.cleaned_data.items() if word}
        kind = said.pop("kind", Kind.REPORT.value)
        return {"kind": kind, "answers": said}
