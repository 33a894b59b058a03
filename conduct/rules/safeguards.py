"""The words of protection: what was done to somebody, who is watched over, how one is, who looked for a name."""

from enum import StrEnum


class Measure(StrEnum):
    """What can happen to somebody's work after a report. What the law presumes about each, rules/protection.py says."""

    DISMISSAL = "dismissal"
    DISCIPLINE = "discipline"
    TRANSFER = "transfer"
    PAY_CUT = "pay_cut"
    LOWER_RATING = "lower_rating"
    END_OF_CONTRACT = "end_of_contract"
    OTHER = "other"


class WatchedAs(StrEnum):
    """Why somebody is watched over."""

    REPORTER = "reporter"
    WITNESS = "witness"


class Wellbeing(StrEnum):
    """How a check-in is answered: one of three buttons."""

    NOTHING = "nothing"
    UNSURE = "unsure"
    SOMETHING = "something"


class Seeking(StrEnum):
    """How somebody tried to find out who told us."""

    REVEAL = "reveal"
    WRONG_NUMBERS = "wrong_numbers"
    NAME_SEARCH = "name_search"
