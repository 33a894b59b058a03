"""By what right a clock's number counts on a day, how well its source is known, and since when the rule holds."""

from datetime import date

from conduct.rules.clock_parts import Clock
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import ClockKind

RETALIATION_YEARS_BY_LAW = 1
CHECKED = gettext_noop("How the source was checked: {tag}. Counsel must confirm it.")
SINCE = gettext_noop("The rule holds since {since}.")
BEFORE = gettext_noop("The rule holds only since {since}; before that the number is the company's own.")
UNDATED = gettext_noop("Since when the rule holds has not been written down yet.")


def is_law(clock: Clock, under: Readings, *, on: date) -> bool:
    """Whether the number that is counted is the law's own on that day.

    It is not before the rule holds; and a longer watch for retaliation is the company's.
    """
    if _is_early(clock, on):
        return False
    return clock.is_law and (clock.id != "C09" or under.retaliation_label_years == RETALIATION_YEARS_BY_LAW)


def right(clock: Clock, under: Readings, *, on: date) -> ClockKind:
    """Where the number comes from on that day; a number that is not the law's own is a company target."""
    return clock.kind if not clock.is_law or is_law(clock, under, on=on) else ClockKind.DEFAULT


def provenance(clock: Clock, *, on: date) -> tuple[Sentence, ...]:
    """For a rule from outside: how well it is known, and since when it holds. Nothing for the company's own."""
    if not clock.is_from_outside:
        return ()
    checked = Sentence(CHECKED, {"tag": clock.tag})
    if clock.since is None:
        return checked, Sentence(UNDATED)
    return checked, Sentence(BEFORE if _is_early(clock, on) else SINCE, {"since": clock.since})


def _is_early(clock: Clock, on: date) -> bool:
    return clock.since is not None and on < clock.since
