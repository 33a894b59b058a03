"""When a record may be disposed of: which retention rules speak of it, and which of them ends last (R01 to R11)."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from conduct.rules.decision import Decision, Rule, spoke
from conduct.rules.labels import gettext_noop as _
from conduct.rules.readings import Readings
from conduct.rules.retention import BY_ID, HELD, Paper, keep_until
from conduct.rules.vocabulary import Kind

OPEN = Rule(id="R00", why=_("It is not finished, so its time has not begun."))
SHORTER = "ends_earlier"
FAULTS = {
    "not_posted": _("No public notice went up."),
    "not_accounting": _("It is not about accounting."),
    "unfounded": _("It was not confirmed, or the Code does not cover it."),
    "not_unfounded": _("Nobody found that it was not confirmed, or that the Code does not cover it."),
    "no_organ_decided": _("Neither the Board nor the Statutory Auditors decided on it."),
    "not_watched": _("No watch for retaliation runs."),
    "ends_earlier": _("It speaks as well, but its time ends earlier."),
    "on_hold": _("No legal hold lies on it."),
}


class Outcome(StrEnum):
    """What was found. UNKNOWN: nobody wrote down a finding, so the longer rule speaks."""

    UNKNOWN = "unknown"
    CONFIRMED = "confirmed"
    PARTLY = "partly"
    NOT_CONFIRMED = "not_confirmed"
    INCONCLUSIVE = "inconclusive"
    OUTSIDE = "outside"


UNFOUNDED = frozenset({Outcome.NOT_CONFIRMED, Outcome.OUTSIDE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What retention looks at. Days are the company's. `accounting` None: sealed, so it counts as accounting.

    `posted_on`: when a waiver's public notice went up. `watched`: a watch for retaliation runs or ran.
    """

    kind: Kind
    opened_on: date
    closed_on: date | None
    outcome: Outcome = Outcome.UNKNOWN
    accounting: bool | None = None
    decided_by_organ: bool = False
    watched: bool = False
    posted_on: date | None = None
    on_hold: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """The first day on which it may be disposed of, None while there is none; and the rule that ends last."""

    until: date | None
    paper: str


def is_unfounded(facts: Facts) -> bool:
    """A report or question that was not confirmed or not covered by the Code."""
    return facts.kind in {Kind.REPORT, Kind.QUESTION} and facts.outcome in UNFOUNDED


SPEAKS: dict[str, tuple[str, Callable[[Facts], bool]]] = {
    "R02": ("not_posted", lambda facts: facts.posted_on is not None),
    "R04": ("not_accounting", lambda facts: facts.accounting is not False),
    "R05": ("unfounded", lambda facts: not is_unfounded(facts)),
    "R05b": ("no_organ_decided", lambda facts: facts.decided_by_organ),
    "R08": ("not_unfounded", is_unfounded),
    "R09": ("not_watched", lambda facts: facts.watched),
}


def kept_until(facts: Facts, *, under: Readings) -> Decision[Kept]:
    """Of the rules that speak of this record the one that ends last counts. Nothing ends while it is open or held.

    Nothing is raised: where no day can be named, `until` is None and the step says why.
    """
    told = asdict(facts)
    if facts.on_hold or facts.closed_on is None:
        rule = HELD if facts.on_hold else OPEN
        return Decision(answer=Kept(None, rule.id), facts=told, steps=(spoke(rule),), passed_over={})
    ends = {key: _end(BY_ID[key], facts, under) for key, (_fault, speaks) in SPEAKS.items() if speaks(facts)}
    last = max(ends, key=lambda key: ends[key])
    faults = {key: SHORTER if key in ends else fault for key, (fault, _speaks) in SPEAKS.items() if key != last}
    return Decision(
        answer=Kept(ends[last], last),
        facts=told,
        steps=(spoke(BY_ID[last]),),
        passed_over={**faults, HELD.id: "on_hold"},
    )


def _end(paper: Paper, facts: Facts, under: Readings) -> date:
    start = {"R02": facts.posted_on, "R09": facts.opened_on}.get(paper.id) or facts.closed_on
    assert start is not None
    end = keep_until(paper.id, start=start, under=under).answer
    assert end is not None
    return end
