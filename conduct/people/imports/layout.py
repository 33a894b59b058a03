"""Which kinds of line there are, which columns each needs and may have, and how a cell is read."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from conduct.people.vocabulary import FunctionName, Office, Relation
from conduct.rules.barring import Tie
from conduct.rules.vocabulary import Body

BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TRUTHS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


class CellRefused(ValueError):
    """A cell that cannot be read, with what to write instead."""


def words(longest: int) -> Callable[[str], str]:
    """Plain text up to a length, without control characters."""

    def read(cell: str) -> str:
        if len(cell) > longest:
            raise CellRefused(_("longer than %(longest)s characters; shorten it") % {"longest": longest})
        if any(unicodedata.category(sign) == "Cc" or sign in BIDI for sign in cell):
            raise CellRefused(_("holds a character that cannot be shown; remove it"))
        return cell

    return read


def word_of(allowed: Iterable[StrEnum | str]) -> Callable[[str], str]:
    """One of a few words."""
    known = [str(word) for word in allowed]

    def read(cell: str) -> str:
        if cell.lower() not in known:
            raise CellRefused(_('"%(cell)s" is not one of: %(known)s') % {"cell": cell, "known": ", ".join(known)})
        return cell.lower()

    return read


def day(cell: str) -> date:
    """A date, year first."""
    try:
        if not re.fullmatch(r"(19|20|21)\d\d-\d\d-\d\d", cell):
            raise ValueError
        return date.fromisoformat(cell)
    except ValueError:
        raise CellRefused(_('"%(cell)s" is not a date; write YYYY-MM-DD') % {"cell": cell}) from None


def truth(cell: str) -> bool:
    """Yes or no."""
    if cell.lower() not in TRUTHS:
        raise CellRefused(_('"%(cell)s" is neither yes nor no') % {"cell": cell})
    return TRUTHS[cell.lower()]


def share(cell: str) -> Decimal:
    """A percentage above 0 and up to 100, with at most two decimals."""
    try:
        pct = Decimal(cell)
    except InvalidOperation:
        pct = Decimal(0)
    if not pct.is_finite() or not 0 < pct <= 100 or pct != round(pct, 2):
        raise CellRefused(_('"%(cell)s" is not a percentage above 0 and up to 100, like 77.8') % {"cell": cell})
    return pct


def checked(check: Callable[[str], None], advice: str, longest: int) -> Callable[[str], str]:
    """Text that one of Django's validators accepts; in lower case, so that it is found again."""

    def read(cell: str) -> str:
        try:
            check(cell)
        except ValidationError:
            raise CellRefused(_(advice) % {"cell": cell}) from None
        return words(longest)(unicodedata.normalize("NFKC", cell).lower())

    return read


def country(cell: str) -> str:
    """A country by its two letters."""
    if not re.fullmatch("[A-Za-z]{2}", cell):
        raise CellRefused(_(NOT_A_COUNTRY) % {"cell": cell})
    return cell.upper()


NOT_A_USERNAME = gettext_noop('"%(cell)s" is not a user name; use letters, digits and . - _ @ +')
NOT_A_KEY = gettext_noop('"%(cell)s" is not a key; use a to z, digits and hyphens')
NOT_MAIL = gettext_noop('"%(cell)s" is not a mail address')
NOT_A_COUNTRY = gettext_noop('"%(cell)s" is not a country code of two letters, like JP')
username = checked(UnicodeUsernameValidator(), NOT_A_USERNAME, 150)

CELLS: dict[str, Callable[[str], object]] = {
    "username": username,
    "supervisor": username,
    "other": username,
    "tie": word_of(Tie),
    "company": checked(validate_slug, NOT_A_KEY, 40),
    "email": checked(validate_email, NOT_MAIL, 254),
    "relation": word_of(Relation),
    "office": word_of(Office),
    "body": word_of([Body.BOARD, Body.BOSA]),
    "function": word_of(FunctionName),
    "language": word_of(["en", "ja"]),
    "jurisdiction": country,
    "ownership_pct": share,
    **dict.fromkeys(["name", "name_ja"], words(120)),
    **dict.fromkeys(["title", "title_ja", "department", "department_ja"], words(80)),
    **dict.fromkeys(["active", "outside", "sec_16b", "nasdaq_executive_officer", "presides"], truth),
    **dict.fromkeys(["code_adopted_on", "from", "until"], day),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """What makes two lines of a kind the same line, what else they need, and what they may have."""

    key: tuple[str, ...]
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @property
    def identity(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.key, "from")))

    @property
    def required(self) -> tuple[str, ...]:
        return self.key + self.needs

    @property
    def columns(self) -> tuple[str, ...]:
        return self.required + self.may


LAYOUTS = {
    "company": Layout(
        key=("company",),
        needs=("name", "relation"),
        may=("name_ja", "ownership_pct", "jurisdiction", "code_adopted_on", "from", "until"),
    ),
    "person": Layout(key=("username",), needs=("name",), may=("name_ja", "email", "language", "active")),
    "appointment": Layout(
        key=("username", "company", "office", "from"),
        may=(
            *("until", "title", "title_ja", "department", "department_ja"),
            *("outside", "sec_16b", "nasdaq_executive_officer"),
        ),
    ),
    "supervision": Layout(key=("username", "from"), needs=("supervisor",), may=("until",)),
    "seat": Layout(key=("username", "body", "from"), may=("presides", "until")),
    "tie": Layout(key=("username", "other", "tie", "from"), may=("until",)),
    "function": Layout(key=("username", "function", "from"), may=("until",)),
}
COLUMNS = ("kind", *dict.fromkeys(column for layout in LAYOUTS.values() for column in layout.columns))
