"""A delegation of the CEO's authority: when it holds, when it lapses, and what it covers (I ¶5, A16, A17).

Days are the company's. Nothing here looks anything up: an `Instrument` says all that is known of one delegation.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Deed, DelegationState, Kind, Lapse, Power

LONGEST = timedelta(days=3 * 366)
ANY = frozenset(Power)
NEVER: frozenset[Power] = frozenset()
NEEDS: dict[Deed, frozenset[Power]] = {  # one of these is enough
    Deed.READ: ANY,
    Deed.HAND_ON: ANY,  # the duty to hand on stays with both (III ¶1, A16)
    Deed.ASSESS: frozenset({Power.TRIAGE}),
    Deed.INVESTIGATE: frozenset({Power.INVESTIGATE}),
    Deed.ANSWER: frozenset({Power.INTERPRETATION}),
    Deed.WAIVE: frozenset({Power.EMPLOYEE_WAIVERS}),
    Deed.DELEGATE: NEVER,  # no sub-delegation
}
REACHES: dict[Power, frozenset[Kind]] = {
    Power.TRIAGE: frozenset(Kind) - {Kind.WAIVER},
    Power.INVESTIGATE: frozenset({Kind.REPORT}),
    Power.EMPLOYEE_WAIVERS: frozenset({Kind.WAIVER}),
    Power.INTERPRETATION: frozenset({Kind.QUESTION, Kind.CONSULTATION, Kind.DISCLOSURE}),
}


class OutsideTheDelegation(RuleBroken):
    """The Board's resolution does not list it (A16): only what is listed may be done for the CEO."""

    sentence = gettext_noop("Your delegation does not cover this: {deed}. The CEO can do it.")


class NothingDelegated(RuleBroken):
    """A delegation lists at least one power."""

    sentence = gettext_noop("Say what the delegate may do.")


class NoWaivers(RuleBroken):
    """The company reads I ¶5 so that the power to grant waivers cannot be delegated (A16)."""

    sentence = gettext_noop("In this company the power to grant waivers cannot be delegated.")


class DaysDoNotFit(RuleBroken):
    """It begins today or later, ends no earlier than it begins, and within three years."""

    sentence = gettext_noop("A delegation begins today or later and ends, after it began, within three years.")


class NotTheOffice(RuleBroken):
    """I ¶5 names whom alone the CEO can delegate to."""

    sentence = gettext_noop("Only to an officer in charge of internal controls can the CEO delegate (I ¶5).")


class NotTheCEO(RuleBroken):
    """Nobody but the CEO has this authority to give, a delegate least of all (A16: no chain)."""

    sentence = gettext_noop("Only the CEO can delegate this authority. A delegate cannot pass it on.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """What is known of one delegation. None means that it has not happened and is not known to happen.

    `resolution_ends_on` is the last day of the resolution. `ceo_changed_on`, `office_left_on`: the first day, since
    the draft, on which the CEO who gave it did not hold the post, or the delegate not the office; a return later
    changes nothing. `ended_on`, `ended_why`: an end that was written down, such as a revocation.
    """

    first_on: date
    last_on: date
    recorded_on: date | None = None
    authorised_on: date | None = None
    resolution_ends_on: date | None = None
    ceo_changed_on: date | None = None
    office_left_on: date | None = None
    deactivated_on: date | None = None
    ended_on: date | None = None
    ended_why: Lapse = Lapse.REVOKED_BY_CEO


@dataclass(frozen=True, slots=True)
class End:
    """The first day on which a delegation no longer holds, and why."""

    on: date
    why: Lapse


Moment = Callable[[Instrument], date | None]
ENDS: tuple[tuple[Lapse | None, Moment], ...] = (  # on the same day the first one speaks; None: it is written down
    (None, lambda known: known.ended_on),
    (Lapse.CEO_CHANGED, lambda known: known.ceo_changed_on),
    (Lapse.OFFICE_LEFT, lambda known: known.office_left_on),
    (Lapse.DEACTIVATED, lambda known: known.deactivated_on),
    (Lapse.RESOLUTION_ENDED, lambda known: after(known.resolution_ends_on)),
    (Lapse.LAST_DAY, lambda known: after(known.last_on)),
)


def after(day: date | None) -> date | None:
    """The day after; None stays None."""
    return day and day + timedelta(days=1)


def lapsed(known: Instrument, on: date) -> End | None:
    """Whether the delegation is over on that day, since when and why. What ends it first, ends it for good (A16)."""
    ends = [End(day, why or known.ended_why) for why, moment in ENDS if (day := moment(known)) and day <= on]
    return min(ends, key=lambda end: end.on, default=None)


def is_in_force(known: Instrument, on: date) -> bool:
    """Whether the delegate may act for the CEO on that day: authorised by the Board, begun, not over (N012, N013)."""
    authorised = known.authorised_on is not None and known.authorised_on <= on
    return authorised and known.first_on <= on and lapsed(known, on) is None


def state(known: Instrument, on: date) -> DelegationState:
    """How far it has come on that day."""
    if lapsed(known, on):
        return DelegationState.ENDED
    if known.authorised_on is None or known.authorised_on > on:
        recorded = known.recorded_on is not None and known.recorded_on <= on
        return DelegationState.RECORDED if recorded else DelegationState.DRAFT
    return DelegationState.IN_FORCE if known.first_on <= on else DelegationState.AUTHORISED


def acts_within(powers: frozenset[Power], deed: Deed) -> bool:
    """Whether these powers cover this deed. What is not listed is not covered (A16: listed powers only)."""
    return bool(powers & NEEDS[deed])


def reached(powers: frozenset[Power]) -> frozenset[Kind]:
    """The kinds of records at the CEO's desk that somebody with these powers gets to see at all."""
    return frozenset().union(*(REACHES[power] for power in powers))


def check_draft(powers: frozenset[Power], *, first_on: date, last_on: date, today: date, under: Readings) -> None:
    """Raises NothingDelegated, NoWaivers or DaysDoNotFit."""
    if not powers:
        raise NothingDelegated
    if Power.EMPLOYEE_WAIVERS in powers and not under.delegation_defaults.may_include_waiver:
        raise NoWaivers
    if not today <= first_on <= last_on or last_on - first_on > LONGEST or first_on - today > LONGEST:
        raise DaysDoNotFit
