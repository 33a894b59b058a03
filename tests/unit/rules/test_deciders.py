"""Who stands in: every state of the offices ends at somebody who can act, and never at the one who is concerned."""

from itertools import product

import pytest

from conduct.rules.deciders import (
    RULES,
    TABLE,
    Chief,
    ImpossibleOffices,
    Members,
    Offices,
    conflict,
    consulted,
    replaces,
    stands_in,
)
from conduct.rules.readings import ALLOWED, RECOMMENDED
from conduct.rules.routing import competent
from conduct.rules.vocabulary import Body, Holder, Materiality, PersonClass, Relation
from tests.unit.rules.tables import readings_over, written

KEYS = ("bosa_fallback", "bosa_disabled_fallback", "ceo_absent")
UNDER = readings_over({key: ALLOWED[key] for key in KEYS})
CHIEFS = [
    Chief(present=present, conflicted=conflicted, delegate_active=active, delegate_conflicted=tied)
    for present, conflicted, active, tied in product((True, False), repeat=4)
]
BOARDS = [Members(members=size, recused=out) for size in range(1, 6) for out in range(size + 1)]
AUDITORS = [
    Members(members=size, recused=out, implicated=deep)
    for size in range(1, 6)
    for out in range(size + 1)
    for deep in range(out + 1)
]
WHOLE = Members(members=5)


def offices(**given):
    return Offices(**{"board": WHOLE, "bosa": Members(members=4)} | given)


def holder(body, under=RECOMMENDED, **given):
    return stands_in(body, offices=offices(**given), under=under).answer


@pytest.mark.parametrize("under", UNDER, ids=range(len(UNDER)))
def test_every_state_of_the_offices_ends_at_exactly_one_holder(under):
    spoke = set()
    for body, chief, board in product((Body.CEO, Body.BOARD), CHIEFS, BOARDS):
        spoke.update(stands_in(body, offices=offices(chief=chief, board=board), under=under).rules)
    for body, board, bosa, outside in product((Body.BOARD, Body.BOSA), BOARDS, AUDITORS, (0, 2)):
        given = offices(board=board, bosa=bosa, outside_directors=outside)
        spoke.update(stands_in(body, offices=given, under=under).rules)

    assert spoke <= {row.rule.id for row in TABLE}


def test_no_row_of_the_succession_is_dead():
    spoke = set()
    for under, chief, board in product(UNDER, CHIEFS, BOARDS):
        spoke.update(stands_in(Body.CEO, offices=offices(chief=chief, board=board), under=under).rules)
    for under, bosa, outside in product(UNDER, AUDITORS, (0, 2)):
        given = offices(bosa=bosa, outside_directors=outside)
        spoke.update(stands_in(Body.BOSA, offices=given, under=under).rules)

    assert spoke == {row.rule.id for row in TABLE}


def test_a_body_that_can_act_acts_itself():
    bodies = (Body.CEO, Body.BOARD, Body.BOSA, Body.OUTSIDE_CODE, Body.SUPERVISOR)

    assert [holder(body) for body in bodies] == ["ceo", "board", "bosa", "ceo", "ceo"]


@pytest.mark.parametrize("chief", CHIEFS)
def test_a_conflicted_ceo_never_acts_and_neither_does_the_delegate(chief):
    if chief.conflicted:
        assert holder(Body.CEO, chief=chief) == Holder.BOARD
    if chief.delegate_conflicted:
        assert holder(Body.CEO, chief=chief) != Holder.DELEGATE


@pytest.mark.norm("N012")
def test_an_absent_ceo_is_followed_by_the_active_delegate_or_the_board():
    absent = Chief(present=False, delegate_active=True)

    assert holder(Body.CEO, chief=absent) == Holder.DELEGATE
    assert holder(Body.CEO, RECOMMENDED.changed(ceo_absent="board"), chief=absent) == Holder.BOARD
    assert holder(Body.CEO, chief=Chief(present=False)) == Holder.BOARD


def test_a_stopped_board_hands_over_to_the_statutory_auditors_with_counsel():
    for out in (4, 5):
        assert holder(Body.BOARD, board=Members(members=5, recused=out)) == Holder.BOSA_WITH_COUNSEL
    assert holder(Body.BOARD, board=Members(members=5, recused=3)) == Holder.BOARD
    both = {"board": Members(members=5, recused=5), "bosa": Members(members=4, recused=4, implicated=4)}
    assert holder(Body.BOARD, **both, outside_directors=2) == Holder.OUTSIDE_COUNSEL


@pytest.mark.parametrize(
    ("recused", "implicated", "outside", "expected"),
    [
        (1, 1, 0, "bosa"),
        (2, 1, 0, "individual_auditors+outside_counsel"),
        (2, 2, 0, "individual_auditors+outside_counsel"),
        (3, 3, 2, "outside_directors+outside_counsel"),
        (3, 3, 0, "outside_counsel"),
        (4, 0, 2, "outside_directors+outside_counsel"),
    ],
)
def test_four_statutory_auditors_of_whom_some_cannot(recused, implicated, outside, expected):
    bosa = Members(members=4, recused=recused, implicated=implicated)

    assert holder(Body.BOSA, bosa=bosa, outside_directors=outside) == expected


def test_the_trace_of_a_succession_names_each_row_and_what_did_not_hold():
    decision = stands_in(
        Body.CEO, offices=offices(chief=Chief(conflicted=True), board=Members(members=3, recused=3)), under=RECOMMENDED
    )

    assert decision.rules == ["D4", "D8", "D3"]
    assert decision.answer == Holder.BOSA_WITH_COUNSEL
    assert set(decision.passed_over) == {row.rule.id for row in TABLE} - {"D4", "D8", "D3"}


@pytest.mark.parametrize("numbers", [(3, 4, 0), (3, 1, 2), (3, -1, -1), (-1, 0, 0)])
def test_offices_that_cannot_be_are_refused(numbers):
    members, recused, implicated = numbers
    with pytest.raises(ImpossibleOffices):
        Members(members=members, recused=recused, implicated=implicated)


@pytest.mark.norm("N050")
@pytest.mark.parametrize("relation", Relation)
def test_whoever_is_tied_to_a_matter_does_not_decide_it(relation):
    decision = conflict(frozenset({relation}), under=RECOMMENDED)

    assert decision.answer is (relation is not Relation.WITNESS)
    assert conflict(frozenset({relation}), as_ceo=True, under=RECOMMENDED).answer is True


def test_a_witness_is_out_where_the_company_says_so_and_nobody_without_a_tie():
    recused = [*RECOMMENDED.auto_recusal, "witness"]

    assert conflict(frozenset({Relation.WITNESS}), under=RECOMMENDED.changed(auto_recusal=recused)).answer is True
    assert conflict(frozenset(), under=RECOMMENDED).rules == ["D1b"]
    assert conflict(frozenset({Relation.SUBJECT, Relation.RELATIVE}), under=RECOMMENDED).rules == ["D1", "D1"]


def test_an_investigator_is_replaced_and_a_section_gives_way_to_counsel():
    assert replaces(section=False).answer == Holder.REPLACEMENT
    assert replaces(section=True).answer == Holder.OUTSIDE_COUNSEL


@pytest.mark.norm("N041")
def test_the_board_is_consulted_in_the_place_of_a_ceo_who_is_concerned():
    minor = competent(PersonClass.EMPLOYEE, Materiality.NON_MATERIAL, under=RECOMMENDED).answer
    officer = competent(PersonClass.OFFICER, Materiality.NON_MATERIAL, under=RECOMMENDED).answer

    assert (consulted(minor, ceo_concerned=True), consulted(minor, ceo_concerned=False)) == ("board", "ceo")
    assert consulted(officer, ceo_concerned=True) == "bosa"


def test_every_conflict_of_deciders_has_its_rule():
    assert set(written("answer.json")["decider_conflicts"]) <= {rule.id for rule in RULES}
