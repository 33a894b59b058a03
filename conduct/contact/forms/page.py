from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from conduct.contact.visit import Visit

LONGEST, SHORT = 10_000, 500


class Quiet(forms.Form):
    """Nothing here is offered again by the browser: no autocomplete, and ids that no other visit has."""

    use_required_attribute = False

    def __init__(self, *args: Any, nonce: str, **options: Any) -> None:
        super().__init__(*args, auto_id=f"q{nonce}_%s", **options)
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


class Page(Quiet):
    """One page of the draft. It begins with what was answered before."""

    def __init__(self, *args: Any, visit: Visit, day: date, **options: Any) -> None:
        self.visit, self.day = visit, day
        super().__init__(*args, nonce=visit.nonce, initial=visit.answers, **options)
        self.word()

    def word(self) -> None:
        """Labels, hints and choices that depend on earlier answers."""

    def answers(self) -> Mapping[str, Any]:
        """What is kept of it, as plain data."""
        return self.cleaned_data
