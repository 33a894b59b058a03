"""Who answers a question, for every lead that the routing can give; and counts by rank that point at nobody."""

import itertools

import pytest

from conduct.rules.answering import NOBODY, interpreter
from conduct.rules.dispersion import FEWEST, Outcome, Rank, dispersed, rank_of
from conduct.rules.vocabulary import Authority, PersonClass


@pytest.mark.norm("N022")
@pytest.mark.parametrize(
    ("lead", "provisional", "settled"), list(itertools.product(Authority, [True, False], [True, False]))
)
def test_the_lead_answers_but_for_an_employees_matter_that_two_people_found_minor(lead, provisional, settled):
    answers = interpreter(lead, provisional=provisional, settled=settled)

    if lead in NOBODY:
        assert answers is None
    elif lead is Authority.BOARD and provisional and settled:
        assert answers is Authority.CEO
    else:
        assert answers is lead


@pytest.mark.parametrize("people", [*itertools.combinations(PersonClass, 1), *itertools.combinations(PersonClass, 2)])
def test_the_highest_of_several_ranks_counts(people):
    leaders = {PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.STATUTORY_AUDITOR}
    officers = {PersonClass.OFFICER, PersonClass.DELEGATE, PersonClass.SUB_OFFICER}
    staff = {PersonClass.EMPLOYEE, PersonClass.SUB_EMPLOYEE}
    groups = ((Rank.LEADERS, leaders), (Rank.OFFICERS, officers), (Rank.STAFF, staff))
    expected = next((rank for rank, classes in groups if classes & set(people)), Rank.OTHERS)

    assert rank_of(people) is expected
    assert rank_of(()) is Rank.OTHERS


def test_fewer_than_five_are_hidden_nought_as_well():
    counted = dispersed([(Rank.STAFF, Outcome.ANSWERED)] * FEWEST + [(Rank.LEADERS, Outcome.ANSWERED)] * 4)

    assert counted[Rank.STAFF][Outcome.ANSWERED] == FEWEST
    assert counted[Rank.LEADERS][Outcome.ANSWERED] is None
    assert {cell for rank in counted.values() for cell in rank.values()} == {FEWEST, None}
