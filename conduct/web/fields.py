"""Strict fields for what programs send: a text is a text, a flag is a flag, a word is one of the words."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

LONGEST_TEXT = 50_000
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Form(serializers.Serializer):
    """What a program sends. A name that is not known here is refused: a misspelt filter would otherwise hide itself."""

    def to_internal_value(self, data: object) -> Any:
        if isinstance(data, Mapping):
            refuse_unknown(data, self.fields)
        return super().to_internal_value(data)


def refuse_unknown(sent: Iterable[str], known: Iterable[str]) -> None:
    """Raises ValidationError that lists the known names, and not what was sent."""
    names = sorted(known)
    if not set(sent) <= set(names):
        told = _("A name in it is not known here. Known are: %(names)s.") % {"names": ", ".join(names)}
        raise serializers.ValidationError({"non_field_errors": [told]})


class Text(serializers.CharField):
    """Something a person wrote, kept as written. A number is not a text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": LONGEST_TEXT, "trim_whitespace": False} | options)

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        if not (self.allow_blank or data.strip()):
            self.fail("blank")
        return super().to_internal_value(data)


class Flag(serializers.BooleanField):
    """true or false; not 1, "yes" or "on"."""

    def to_internal_value(self, data: object) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input="")
        return data


class AskedFlag(serializers.BooleanField):
    """The same in an address: the words true and false."""

    def to_internal_value(self, data: object) -> bool:
        if data not in ("true", "false"):
            self.fail("invalid", input="")
        return data == "true"


class Day(serializers.DateField):
    """A day as 2026-11-25."""

    def to_internal_value(self, value: object) -> Any:
        if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
            self.fail("invalid", format="YYYY-MM-DD")
        return super().to_internal_value(value)


class Word(serializers.ChoiceField):
    """A word of an enum, spelt as the rules spell it. What was sent instead is not repeated."""

    default_error_messages = {"invalid_choice": _("This is not one of the words that can stand here.")}

    def __init__(self, words: type[StrEnum] | list[StrEnum], **options: Any) -> None:
        self.words = list(words)
        super().__init__(choices=[(word.value, word.value) for word in self.words], **options)

    def to_internal_value(self, data: object) -> StrEnum:
        if not isinstance(data, str) or data not in self.choices:
            self.fail("invalid_choice")
        return next(word for word in self.words if word.value == data)

    def to_representation(self, value: object) -> str:
        return str(value)
