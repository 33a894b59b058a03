"""Whom the facts keep out of a matter: one bar for each ground, and how far back a tie counts."""

from datetime import date

import pytest

from conduct.rules.barring import BARS, BOTH_WAYS, HANDLING, OF_TIE, RULES, Ground, Tie, counts_from, strongest
from conduct.rules.vocabulary import Role

TODAY = date(2026, 11, 25)


def test_every_ground_has_a_bar_with_a_sentence_and_a_paragraph():
    assert set(BARS) == set(Ground)
    assert [rule.id for rule in RULES] == [f"Y{number}" for number in range(1, len(Ground) + 1)]
    assert all(rule.why and rule.paragraphs for rule in RULES)


def test_every_tie_of_the_register_is_a_ground():
    assert set(OF_TIE) == set(Tie)
    assert set(Tie) > BOTH_WAYS


@pytest.mark.parametrize("ground", Ground)
def test_a_tie_counts_from_the_day_of_the_conduct_and_only_partners_in_business_a_year_before_today(ground):
    year_ago = date(2025, 11, 25)

    assert counts_from(ground, conduct_on=date(2024, 6, 1), today=TODAY) == date(2024, 6, 1)
    assert counts_from(ground, conduct_on=TODAY, today=TODAY) == (year_ago if ground is Ground.BUSINESS else TODAY)


@pytest.mark.parametrize("ground", Ground)
def test_of_several_grounds_the_first_of_the_table_is_told(ground):
    assert strongest({ground: None}) is ground
    assert strongest({ground: None, Ground.SUBJECT: None}) is Ground.SUBJECT


def test_whoever_only_works_here_handles_nothing():
    assert {Role.EMPLOYEE, Role.SUPERVISOR, Role.DESIGNEE, Role.ADMIN} == set(Role) - HANDLING
