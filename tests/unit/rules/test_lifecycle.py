"""The states of every kind of record: complete, reachable, with an end, and refused in words."""

from itertools import product

import pytest

from conduct.rules.lifecycle import FIRST, NEXT, STAGE, STATES, ForbiddenMove, check_move, stage
from conduct.rules.vocabulary import CaseState, DisclosureState, Kind, QuestionState, Stage, WaiverState


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_has_a_complete_table(kind):
    states = STATES[kind]

    assert set(NEXT[states]) == set(STAGE[states]) == set(states)
    assert all(isinstance(later, states) for steps in NEXT[states].values() for later in steps)
    assert isinstance(FIRST[kind], states)


@pytest.mark.parametrize("kind", Kind)
def test_each_state_can_be_reached_and_an_end_can_be_reached_from_each(kind):
    def reachable(state):
        found, waiting = {state}, [state]
        while waiting:
            new = NEXT[STATES[kind]][waiting.pop()] - found
            found |= new
            waiting += new
        return found

    assert reachable(FIRST[kind]) == set(STATES[kind])
    assert all(Stage.CONCLUDED in map(stage, reachable(state)) for state in STATES[kind])


@pytest.mark.parametrize("kind", Kind)
def test_every_move_is_allowed_or_refused_as_the_table_says(kind):
    for current, wanted in product(STATES[kind], repeat=2):
        if wanted in NEXT[STATES[kind]][current]:
            check_move(current, wanted)
        else:
            with pytest.raises(ForbiddenMove):
                check_move(current, wanted)


def test_a_state_of_another_kind_is_refused_even_if_it_is_spelt_alike():
    assert CaseState.TRIAGE == QuestionState.TRIAGE
    with pytest.raises(ForbiddenMove, match="It is now “received” and cannot become “in triage”"):
        check_move(CaseState.RECEIVED, QuestionState.TRIAGE)


def test_the_moves_of_a_case_are_these():
    moves = {(str(now), str(later)) for now, steps in NEXT[CaseState].items() for later in steps}

    assert moves == {
        ("received", "triage"),
        ("triage", "received"),
        ("triage", "investigating"),
        ("triage", "closed"),
        ("investigating", "received"),
        ("investigating", "found"),
        ("investigating", "closed"),
        ("found", "received"),
        ("found", "acting"),
        ("found", "closed"),
        ("acting", "received"),
        ("acting", "closed"),
        ("closed", "triage"),
    }


@pytest.mark.norm("N040")
def test_nobody_acts_without_a_finding():
    assert [now for now, steps in NEXT[CaseState].items() if CaseState.ACTING in steps] == [CaseState.FOUND]


def test_a_waiver_is_granted_only_from_its_decision_and_what_is_over_stays_over():
    assert [now for now, steps in NEXT[WaiverState].items() if WaiverState.GRANTED in steps] == [WaiverState.DECIDING]
    over = (WaiverState.REFUSED, WaiverState.WITHDRAWN, WaiverState.LAPSED, WaiverState.REVOKED, WaiverState.ENDED)
    assert all(NEXT[WaiverState][state] == frozenset() for state in over)


def test_a_draft_is_cleared_by_nobody():
    assert NEXT[DisclosureState][DisclosureState.DRAFT] == {DisclosureState.RECEIVED, DisclosureState.ENDED}
