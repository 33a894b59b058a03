"""The questions by which people judge how grave a matter is, as we recommend them. The Board adopts its own (A4).

No question carries points: one yes, or two that nobody can answer, and `materiality.proposed` says material.
"""

from dataclasses import dataclass

from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Sign


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question, and the signs of the company's list that a yes stands for."""

    key: str
    text: str
    signs: frozenset[Sign] = frozenset()


RECOMMENDED = (
    Criterion(
        "money",
        gettext_noop("Is more money at stake than the amount that the company has set?"),
        frozenset({Sign.AMOUNT_OVER_THRESHOLD}),
    ),
    Criterion(
        "reports",
        gettext_noop("Does it touch the accounts, the controls over them, their audit, or what we publish about them?"),
        frozenset({Sign.ACCOUNTING, Sign.INTERNAL_CONTROL, Sign.FINANCIAL_DISCLOSURE}),
    ),
    Criterion("law", gettext_noop("May a law have been broken?"), frozenset({Sign.SUSPECTED_CRIME})),
    Criterion(
        "market",
        gettext_noop("Is it about bribery, about agreements with competitors, or about trading on inside knowledge?"),
        frozenset({Sign.BRIBERY, Sign.ANTITRUST, Sign.INSIDER_TRADING}),
    ),
    Criterion(
        "authority",
        gettext_noop("Has an authority or the press asked about it, or must it be reported to an authority?"),
        frozenset({Sign.REGULATOR_REPORT}),
    ),
    Criterion("sites", gettext_noop("Does it concern more than one site, or more than one company of the group?")),
    Criterion(
        "senior",
        gettext_noop("Did somebody in a senior post take part in it, or know of it?"),
        frozenset({Sign.MANAGER_RANK}),
    ),
    Criterion("repeated", gettext_noop("Has something like it happened before?"), frozenset({Sign.REPEAT})),
    Criterion("safety", gettext_noop("Is or was somebody's safety at risk?"), frozenset({Sign.SAFETY})),
    Criterion("data", gettext_noop("Did personal data of many people get out?"), frozenset({Sign.LARGE_DATA_LEAK})),
    Criterion(
        "retaliation",
        gettext_noop("Was somebody treated badly for telling us something?"),
        frozenset({Sign.RETALIATION}),
    ),
)
BY_KEY = {criterion.key: criterion for criterion in RECOMMENDED}
