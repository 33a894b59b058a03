"""Whom the facts keep out of a matter: whoever is tied to the people it is about (V ¶1). A bar is a fact, not a blame.

The Code says that decisions must not be, or appear to be, moved by personal considerations (V ¶1) and names some ties
(V ¶2). It names no list of those who take no part; this is the company's, in force since `SINCE`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conduct.rules.calendar import add_months
from conduct.rules.decision import Rule
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Role

SINCE = date(2026, 1, 1)


class Tie(StrEnum):
    """How one person is bound to another, as the register knows it."""

    RELATIVE = "relative"
    STAFF = "staff"
    BUSINESS = "business"


class Ground(StrEnum):
    """Why somebody takes no part in a matter."""

    SUBJECT = "subject"
    RELATIVE = "relative"
    SUPERVISOR = "supervisor"
    DELEGATE = "delegate"
    STAFF = "staff"
    BUSINESS = "business"
    SOURCE = "source"
    DECLARED = "declared"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Bar:
    """One ground: its rule, and how many months a tie that has ended still keeps somebody out."""

    rule: Rule
    cooling: int = 0


def _bar(number: str, why: str, *paragraphs: str, cooling: int = 0) -> Bar:
    return Bar(Rule(id=number, paragraphs=paragraphs, why=why), cooling)


BARS: Mapping[Ground, Bar] = {
    Ground.SUBJECT: _bar("Y1", gettext_noop("The matter is about this person."), "III ¶1", "V ¶1"),
    Ground.RELATIVE: _bar("Y2", gettext_noop("A relative of somebody the matter is about."), "V ¶1", "V ¶2(5)"),
    Ground.SUPERVISOR: _bar("Y3", gettext_noop("The supervisor of somebody the matter is about."), "V ¶1"),
    Ground.DELEGATE: _bar("Y4", gettext_noop("Acts for somebody the matter is about, under a delegation."), "I ¶5"),
    Ground.STAFF: _bar("Y5", gettext_noop("Works for somebody the matter is about, with access to papers."), "V ¶1"),
    Ground.BUSINESS: _bar(
        "Y6", gettext_noop("In business with somebody the matter is about."), "V ¶1", "V ¶2(2)", cooling=12
    ),
    Ground.SOURCE: _bar("Y7", gettext_noop("Takes no part in the matter from which this one came."), "V ¶1"),
    Ground.DECLARED: _bar("Y8", gettext_noop("Stepped aside."), "V ¶1"),
    Ground.EXCLUDED: _bar("Y9", gettext_noop("Shut out by the presiding member."), "V ¶1"),
}
RULES = tuple(bar.rule for bar in BARS.values())
OF_TIE = {Tie.RELATIVE: Ground.RELATIVE, Tie.STAFF: Ground.STAFF, Tie.BUSINESS: Ground.BUSINESS}
HANDLING = frozenset(Role) - {Role.EMPLOYEE, Role.SUPERVISOR, Role.DESIGNEE, Role.ADMIN}
BOTH_WAYS = frozenset({Tie.RELATIVE, Tie.BUSINESS})


def counts_from(ground: Ground, *, conduct_on: date, today: date) -> date:
    """The first day on which a tie still counts: that of the conduct or today less the cooling time, the earlier.

    All are days of the company's calendar. Whoever was tied to a person on the day of the conduct, or since, is out.
    """
    return min(conduct_on, add_months(today, -BARS[ground].cooling))


def strongest(grounds: Mapping[Ground, object]) -> Ground:
    """Of several grounds the one that is told: the first of the table."""
    return next(ground for ground in BARS if ground in grounds)
