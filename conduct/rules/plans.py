"""The steps of an investigation, by what it is about. Data; the words are the company's own, not the Code's.

A change of any step is a new VERSION: each case keeps the version with which its investigation was planned.
"""

from dataclasses import dataclass

from conduct.rules.labels import gettext_noop as _
from conduct.rules.vocabulary import MatterType

VERSION = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its key for ever, what is done, why (a paragraph of the Code), by which day after the mandate.

    What is mandatory can be excused with a reason, and not left out.
    """

    key: str
    title: str
    paragraph: str
    days: int
    mandatory: bool = True


BEGINNING = (
    Step("preserve", _("Secure documents, mails and devices before they can change"), "XII ¶1", 3),
    Step("scope", _("Write down what is alleged, and against which paragraph"), "III ¶4", 5),
    Step("protect", _("Check who could be retaliated against, and how the report stays confidential"), "III ¶3(2)", 5),
    Step("sources", _("List the people and papers that can show what happened"), "III ¶4", 7, mandatory=False),
)
END = (
    Step("heard", _("Hear the person concerned on every allegation"), "III ¶4", 30),
    Step("timeline", _("Put in order what happened, and who knew it when"), "III ¶1", 35, mandatory=False),
    Step("review", _("Have somebody who did not investigate review the result"), "III ¶4", 45),
)
_BOOKS = (
    Step("entries", _("Compare the entries in the books with their vouchers"), "XII ¶1", 14),
    Step("controls", _("Find out which control should have stopped it, and why it did not"), "XII ¶2", 21),
    Step("auditor", _("Decide whether the accounting auditor must be told"), "XII ¶2", 10),
)
_PAYMENTS = (
    Step("payments", _("Follow the payments, gifts and expenses to whoever received them"), "VI ¶1", 14),
    Step("partners", _("Look at the business partners and agents in between"), "IV ¶1", 21),
    Step("abroad", _("Ask counsel which foreign law applies"), "VI ¶1", 10),
)
_TRADES = (
    Step("knew", _("List who knew the information, and since when"), "X ¶1", 7),
    Step("trades", _("Obtain the trades and compare the dates"), "X ¶1", 14),
)
_COMPETITION = (
    Step("contacts", _("List the contacts with competitors and what was said"), "IV ¶1", 14),
    Step("leniency", _("Ask counsel whether to apply for leniency, before anything else is asked"), "IV ¶1", 3),
)
_RETALIATION = (
    Step("measures", _("Compare what was done to the person with how others are treated"), "III ¶3(2)", 7),
    Step("stop", _("Decide whether a measure must be stopped until it is clear"), "III ¶3(2)", 3),
)
_LEAK = (
    Step("access", _("List everybody who knew or could open the identity"), "III ¶3(2)", 3),
    Step("stop", _("Decide whether a measure must be stopped until it is clear"), "III ¶3(2)", 3),
)
_NOTICE = (Step("learned", _("Find out who learned of it, when, and whom they told"), "III ¶1", 10),)
_CONFLICT = (
    Step("interests", _("List the interests, roles and family ties that are in question"), "V ¶2", 10),
    Step("disclosed", _("Check what was disclosed, to whom and when"), "V ¶1", 7),
)
_ASSETS = (Step("assets", _("List the assets and how they were used"), "VIII ¶1", 10),)
_HARM = (
    Step("danger", _("Stop what still endangers anybody"), "XIII ¶1", 1),
    Step("scene", _("Look at the place and the equipment"), "XIII ¶1", 7, mandatory=False),
)
_DATA = (
    Step("leak", _("Find out which information left, and close the way"), "VII ¶1", 2),
    Step("authority", _("Decide whether an authority or the people concerned must be told"), "VII ¶1", 3),
)
_DEALING = (Step("contracts", _("Collect the contracts and the talks with the other side"), "IV ¶1", 14),)

OWN: dict[MatterType, tuple[Step, ...]] = {
    MatterType.ACCOUNTING: _BOOKS,
    MatterType.INTERNAL_CONTROL: _BOOKS,
    MatterType.AUDITING: _BOOKS,
    MatterType.FINANCIAL_DISCLOSURE: _BOOKS,
    MatterType.BRIBERY: _PAYMENTS,
    MatterType.INSIDER_TRADING: _TRADES,
    MatterType.TRADING: _TRADES,
    MatterType.ANTITRUST: _COMPETITION,
    MatterType.RETALIATION: _RETALIATION,
    MatterType.IDENTITY_LEAK: _LEAK,
    MatterType.CEO_FAILED_TO_NOTIFY: _NOTICE,
    MatterType.FAILED_TO_NOTIFY: _NOTICE,
    MatterType.DIRECTOR_CONFLICT: _CONFLICT,
    MatterType.CORPORATE_OPPORTUNITY: _CONFLICT,
    MatterType.ASSET_USE: _ASSETS,
    MatterType.SAFETY: _HARM,
    MatterType.LARGE_DATA_LEAK: _DATA,
    MatterType.FAIR_DEALING: _DEALING,
}


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps for one matter, as they stand in this version."""

    matter: MatterType | None
    version: int
    steps: tuple[Step, ...]


def plan_for(matter: MatterType | None) -> Plan:
    """In: what it is about, or None where nobody said. Out: the common steps around those of this matter."""
    own = OWN.get(matter, ()) if matter else ()
    return Plan(matter=matter, version=VERSION, steps=(*BEGINNING, *own, *END))


def step_called(key: str) -> Step | None:
    """A step as it reads today, for a case that was planned with it; None where no plan has it any more."""
    every = (*BEGINNING, *END, *(step for own in OWN.values() for step in own))
    return next((step for step in every if step.key == key), None)
