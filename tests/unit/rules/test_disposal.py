"""Until when a record is kept: every kind, outcome and matter, against a table written anew from the paper."""

from datetime import date
from itertools import product

import pytest

from conduct.rules.disposal import FAULTS, SPEAKS, Facts, Outcome, kept_until
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Kind

OPENED, CLOSED, POSTED = date(2026, 3, 31), date(2027, 2, 28), date(2027, 3, 15)
YEARS = {"R02": 6, "R04": 7, "R05": 5, "R05b": 10, "R08": 1, "R09": 1}
CELLS = list(product(Kind, Outcome, [True, False, None], [True, False], [True, False], [None, POSTED]))


def facts(kind, outcome, accounting, decided_by_organ, watched, posted_on, **more):
    return Facts(
        kind=kind, outcome=outcome, accounting=accounting, decided_by_organ=decided_by_organ, watched=watched,
        posted_on=posted_on, **{"opened_on": OPENED, "closed_on": CLOSED} | more,
    )  # fmt: skip


def in_year(day, years):
    return day.replace(year=day.year + years)


def expected(kind, outcome, accounting, organ, watched, posted):
    """The last of: the shorter or the longer rule of reports, and what else the paper names."""
    nothing_in_it = kind in ("report", "question") and outcome in ("not_confirmed", "outside")
    ends = [(CLOSED, 1 if nothing_in_it else 5)]
    ends += [(CLOSED, 10)] if organ else []
    ends += [] if accounting is False else [(CLOSED, 7)]
    ends += [(OPENED, 1)] if watched else []
    ends += [(posted, 6)] if posted else []
    return max(in_year(start, years) for start, years in ends)


def test_every_kind_outcome_and_matter_is_kept_until_the_last_of_its_rules():
    found = {cell: kept_until(facts(*cell), under=RECOMMENDED) for cell in CELLS}

    assert len(CELLS) == 5 * 6 * 3 * 2 * 2 * 2
    assert {cell: decision.answer.until for cell, decision in found.items()} == {c: expected(*c) for c in CELLS}
    for decision in found.values():
        assert decision.rules == [decision.answer.paper] and decision.steps[0].why.text
        assert {decision.answer.paper, *decision.passed_over} == {*SPEAKS, "R11"}
    assert {word for decision in found.values() for word in decision.passed_over.values()} == set(FAULTS)


def test_every_rule_counts_somewhere():
    papers = {kept_until(facts(*cell), under=RECOMMENDED).answer.paper for cell in CELLS}

    assert papers == set(SPEAKS) - {"R09"}  # the watch of a year never outlives the shortest rule by itself


def test_the_watch_counts_where_the_company_lets_it_run_longer():
    under = RECOMMENDED.changed(retaliation_label_years=3)
    cell = (Kind.REPORT, Outcome.NOT_CONFIRMED, False, False, True, None)

    assert kept_until(facts(*cell), under=under).answer.until == date(2029, 3, 31)


@pytest.mark.parametrize("cell", CELLS[::7], ids=str)
def test_a_hold_beats_every_rule_and_what_is_open_has_no_end(cell):
    held = kept_until(facts(*cell, on_hold=True), under=RECOMMENDED)
    still_open = kept_until(facts(*cell, closed_on=None), under=RECOMMENDED)

    assert (held.answer.until, held.rules) == (None, ["R11"])
    assert (still_open.answer.until, still_open.rules) == (None, ["R00"])


@pytest.mark.parametrize(
    ("key", "paper", "years"),
    [
        ("retention_accounting_complaint_years", "R04", 20),
        ("retention_report_japan_years", "R05", 11),
        ("retention_report_decided_by_organ_years", "R05b", 12),
        ("retention_unsubstantiated_years", "R08", 13),
    ],
)
def test_the_companys_numbers_count(key, paper, years):
    outcome = Outcome.NOT_CONFIRMED if paper == "R08" else Outcome.CONFIRMED
    cell = (Kind.REPORT, outcome, True, True, False, None)
    under = RECOMMENDED.changed(**{key: years})

    assert kept_until(facts(*cell), under=under).answer.until == in_year(CLOSED, years)
    assert kept_until(facts(*cell), under=under).answer.paper == paper


def test_the_last_day_of_february_ends_on_the_last_day_of_february():
    leap = facts(Kind.REPORT, Outcome.CONFIRMED, False, False, False, None, closed_on=date(2028, 2, 29))

    assert kept_until(leap, under=RECOMMENDED).answer.until == date(2033, 2, 28)
