"""Whether the public is told of a waiver: exactly one row for every person, flags and regime."""

from itertools import product

import pytest

from conduct.rules import regimes
from conduct.rules.clocks import CLOCKS
from conduct.rules.publication import TABLE, Flags, publication
from conduct.rules.readings import ALLOWED, RECOMMENDED
from conduct.rules.vocabulary import PersonClass
from tests.unit.rules.tables import readings_over

KEYS = ("issuer_type", "pack_us", "disclosure_test", "auditor_waiver_disclose", "nasdaq_5610_home_country_optout")
UNDER = readings_over({key: ALLOWED[key] for key in KEYS})
FLAGS = [
    Flags(is_director=director, nasdaq_executive_officer=executive, sec_16b_covered=covered)
    for director, executive, covered in product((True, False), repeat=3)
]
EVERYTHING = list(product(PersonClass, FLAGS))


def answer(person, under=RECOMMENDED, **flags):
    return publication(PersonClass(person), Flags(**flags), under=under).answer


def test_exactly_one_row_covers_every_case_and_none_is_dead():
    spoke = {publication(*case, under=under).rules[0] for case in EVERYTHING for under in UNDER}

    assert spoke == {row.id for row in TABLE}


@pytest.mark.norm("N009")
@pytest.mark.parametrize(
    ("person", "flags", "clocks"),
    [
        ("director", {"is_director": True}, ("C01",)),
        ("officer", {"nasdaq_executive_officer": True}, ("C01",)),
        ("officer", {"nasdaq_executive_officer": True, "sec_16b_covered": True}, ("C01", "C02", "C06")),
        ("ceo", {"is_director": True, "sec_16b_covered": True}, ("C01", "C02", "C06")),
        ("sub_officer", {"is_director": True}, ("C01",)),
    ],
)
def test_by_the_flags_of_the_register_the_public_is_told(person, flags, clocks):
    assert (answer(person, **flags).public, answer(person, **flags).clocks) == (True, clocks)
    assert answer(person, **flags).by_rule is True


@pytest.mark.parametrize("person", ["employee", "sub_employee", "sub_officer", "officer", "delegate"])
def test_without_a_flag_it_stays_in_the_internal_log(person):
    assert answer(person).public is False


def test_the_company_may_tell_more_than_it_must():
    quiet = RECOMMENDED.changed(auditor_waiver_disclose=False)
    loud = RECOMMENDED.changed(disclosure_test="disclose_all_officers")

    assert (answer("statutory_auditor").public, answer("statutory_auditor").by_rule) == (True, False)
    assert answer("statutory_auditor", quiet).public is False
    assert (answer("officer", loud).public, answer("officer", loud).clocks) == (True, ())


def test_the_regime_decides_which_clock_runs():
    assert answer("director", RECOMMENDED.changed(issuer_type="domestic"), is_director=True).clocks == ("C03",)
    assert answer("director", RECOMMENDED.changed(issuer_type="not_us_registered"), is_director=True).public is False
    assert answer("director", RECOMMENDED.changed(pack_us=False), is_director=True).public is False


@pytest.mark.norm("N009")
def test_at_home_only_item_16b_asks_and_with_its_own_clock():
    at_home = RECOMMENDED.changed(nasdaq_5610_home_country_optout=True)
    loud = at_home.changed(disclosure_test="disclose_all_officers")

    assert answer("officer", at_home, sec_16b_covered=True).clocks == ("C02", "C06")
    assert answer("officer", at_home, sec_16b_covered=True).by_rule is True
    assert answer("director", at_home, is_director=True).public is False
    assert (answer("director", loud, is_director=True).public, answer("director", loud, is_director=True).by_rule) == (
        True,
        False,
    )
    domestic = at_home.changed(issuer_type="domestic")
    assert answer("director", domestic, is_director=True).clocks == ("C03",)  # the choice is a foreign issuer's


def test_every_clock_that_is_named_runs_or_is_contained_in_one_that_runs():
    for under, (person, flags) in product(UNDER, EVERYTHING):
        named = publication(person, flags, under=under).answer.clocks
        why_off = {clock: regimes.off(CLOCKS[clock], under) for clock in named}
        running = {clock for clock, why in why_off.items() if why is None}

        assert set(why_off.values()) <= {None, regimes.ABSORBED} and bool(running) is bool(named)
        assert "C01" in running or regimes.ABSORBED not in why_off.values()


def test_by_rule_means_that_a_clock_runs_and_only_then():
    for under, case in product(UNDER, EVERYTHING):
        found = publication(*case, under=under).answer

        assert found.by_rule is bool(found.clocks) and found.public >= found.by_rule
