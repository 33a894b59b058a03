"""What is wrong with a file, line by line, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to put right. Line 0 is the file as a whole."""

    line: int
    field: str
    text: str

    def __str__(self) -> str:
        if not self.line:
            return self.text
        if not self.field:
            return _("Line %(line)s: %(text)s") % {"line": self.line, "text": self.text}
        return _("Line %(line)s, %(field)s: %(text)s") % {"line": self.line, "field": self.field, "text": self.text}


class FileRefused(Exception):
    """The file is not taken at all, because of these faults."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(set(faults))
        super().__init__("\n".join(map(str, self.faults)))


def refuse(text: str, line: int = 0, field: str = "") -> FileRefused:
    """A refusal for one fault."""
    return FileRefused([Fault(line, field, text)])
