"""A file as text: of a bearable size, UTF-8 with or without a byte order mark, and not something else by mistake."""

import codecs
from pathlib import Path

from django.utils.translation import gettext as _

from conduct.people.imports.faults import refuse

LARGEST = 20_000_000
SIXTEEN = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(path: Path) -> str:
    """The text of a file; FileRefused says in a sentence why it cannot be one."""
    raw = _bytes_of(path)
    if raw.startswith(SIXTEEN):
        raise refuse(_("The file is saved as UTF-16. Save it as UTF-8 and try again."))
    if b"\0" in raw:
        line = raw[: raw.index(b"\0")].count(b"\n") + 1
        raise refuse(_("This is not a text file: it holds a zero byte. Save it as UTF-8 text."), line)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refuse(_("This line is not UTF-8. Save the file as UTF-8 and try again."), line) from None
    if not text.strip():
        raise refuse(_("The file is empty."))
    return text


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise refuse(_("%(path)s cannot be read: %(why)s.") % {"path": path, "why": error.strerror}) from None
    if len(raw) > LARGEST:
        raise refuse(_("The file is larger than %(size)s MB. Split it.") % {"size": LARGEST // 1_000_000})
    return raw
