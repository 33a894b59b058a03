"""Telling the company of a conflict (V), and what must come before an act (VIII, IX, X, XIII)."""

from dataclasses import dataclass
from datetime import date, datetime

from conduct.rules.decision import Decision, Rule, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import ReadingMissing, Readings
from conduct.rules.routing import GROUP_STAFF, STAFF
from conduct.rules.vocabulary import PersonClass

EMPLOYEES = STAFF | GROUP_STAFF


class NotOffered(RuleBroken):
    """An opportunity must first be offered to the company and turned down by it (IX ¶1)."""

    sentence = gettext_noop("First the company must be offered it, and turn it down: two dates, in this order.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One of the six clear conflicts of V ¶2. `needs`: the readings that must have been chosen first."""

    id: str
    paragraph: str
    norm: str
    name: str
    needs: tuple[str, ...] = ()


CATEGORIES = (
    Category(
        id="ownership", paragraph="V ¶2(1)", norm="N055", name=gettext_noop("A share in a supplier or customer"),
        needs=("threshold_ownership_listed_pct", "threshold_ownership_private_pct"),
    ),
    Category(
        id="outside_role", paragraph="V ¶2(2)", norm="N056",
        name=gettext_noop("Work or advice for a customer, supplier or competitor"),
    ),
    Category(
        id="outside_activity", paragraph="V ¶2(3)", norm="N057",
        name=gettext_noop("Another activity that takes time or attention"),
    ),
    Category(
        id="gift", paragraph="V ¶2(4)", norm="N058", name=gettext_noop("A gift or entertainment received"),
        needs=("gift_threshold",),
    ),
    Category(
        id="family", paragraph="V ¶2(5)", norm="N059", name=gettext_noop("A say over the work of a family member"),
        needs=("immediate_family",),
    ),
    Category(
        id="dealing", paragraph="V ¶2(6)", norm="N060", name=gettext_noop("Selling to the company or buying from it"),
    ),
)  # fmt: skip
BY_CLASS = Rule(id="F1", paragraphs=("V ¶2",), why=gettext_noop("For a director or officer this is a clear conflict."))
BY_POSITION = Rule(
    id="F2", paragraphs=("V ¶2",), why=gettext_noop("This employee supervises or decides, so it is a clear conflict.")
)
TO_LOOK_AT = Rule(
    id="F3",
    paragraphs=("V ¶1",),
    why=gettext_noop("It is not a clear conflict by itself, and is looked at all the same."),
)
RULES = (BY_CLASS, BY_POSITION, TO_LOOK_AT)


def clear_conflict(person: PersonClass, *, supervises: bool, decides: bool) -> Decision[bool]:
    """Whether a situation of the six kinds is a clear conflict for this person (V ¶2); telling is due either way."""
    if person not in EMPLOYEES:
        rule = BY_CLASS
    else:
        rule = BY_POSITION if supervises or decides else TO_LOOK_AT
    return Decision(
        answer=rule is not TO_LOOK_AT,
        facts={"person": person, "supervises": supervises, "decides": decides},
        steps=(spoke(rule),),
        passed_over={each.id: "person" for each in RULES if each is not rule},
    )


def check_thresholds(category: Category, *, under: Readings) -> None:
    """Stop a form whose thresholds nobody has chosen (A27): `ReadingMissing` names the first."""
    for key in category.needs:
        under.needed(key)


def is_significant_share(percent: float, *, listed: bool, under: Readings) -> bool:
    """Whether a share (in percent) reaches the company's threshold for a listed or a private company (A27)."""
    key = "threshold_ownership_listed_pct" if listed else "threshold_ownership_private_pct"
    return percent > 0 and percent >= under.number(key)


def is_over_gift_threshold(amount: int, currency: str, *, under: Readings) -> bool:
    """Whether gifts of this whole amount pass the threshold of their currency (A27)."""
    if under.gift_threshold is None or currency not in dict(under.gift_threshold):
        raise ReadingMissing(key=f"gift_threshold {currency}")
    return amount > dict(under.gift_threshold)[currency]


def is_asked_before(asked_at: datetime, act_at: datetime) -> bool:
    """Whether the question came before the act (C25). Late is marked, not refused."""
    return asked_at < act_at


def may_take_opportunity(*, offered_on: date | None, declined_on: date | None, takes_on: date) -> None:
    """Refuse an opportunity that the company was not offered, or did not turn down, before (IX ¶1)."""
    if offered_on is None or declined_on is None or not offered_on <= declined_on <= takes_on:
        raise NotOffered


def may_use_assets(*, consulted: bool, board_approved: bool, standing_policy: bool) -> bool:
    """Use not only for the company: the talk beforehand, and the Board's approval or standing policy (A29)."""
    return consulted and (board_approved or standing_policy)


def becomes_waiver_request(*, permits_departure: bool, under: Readings) -> bool:
    """Whether an answer or approval is a waiver in disguise and must become a request (A22)."""
    return permits_departure and under.advice_waiver_guard
