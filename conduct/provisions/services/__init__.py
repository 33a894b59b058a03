"""What can be done to the Code and its calendars, one verb per file."""

from conduct.provisions.adoption import Adoption
from conduct.provisions.services.adopt_code import adopt_code
from conduct.provisions.services.load_calendars import load_calendars
from conduct.provisions.services.translate_code import translate_code

__all__ = ["Adoption", "adopt_code", "load_calendars", "translate_code"]
