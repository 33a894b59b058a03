"""Waivers and votes at random: no path round a gate, no majority of the few."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from conduct.rules.errors import RuleBroken
from conduct.rules.publication import TABLE, Flags
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Body, Holder, Materiality, PersonClass
from conduct.rules.votes import Count, tally
from conduct.rules.waiver_facts import Consultation, Terms, Vote, WaiverFacts
from conduct.rules.waivers import BEFORE_GRANT, GATES, check_grant, gate
from tests.property.rules.trying import tried

START = datetime(2026, 11, 20, tzinfo=UTC)
moments = st.integers(0, 5).map(lambda days: START + timedelta(days=days))
booleans = st.booleans()
FORMS = ("body_opinion", "body_resolution", "remark")


def mostly(good, *, other):
    """The good value as a rule, something else now and then: a waiver that fails often fails for one thing alone."""
    return st.sampled_from([True, True, True, False]).flatmap(lambda usual: st.just(good) if usual else other)


VOTES = st.builds(Vote, at=moments, by=st.sampled_from(Holder), carried=booleans, beneficiary_out=booleans)
BY_BOARD, BY_CEO = (
    Vote(at=START + timedelta(days=3), by=by, carried=True, beneficiary_out=True) for by in (Holder.BOARD, Holder.CEO)
)
waivers = st.builds(
    WaiverFacts,
    norms=mostly(
        frozenset({"N057"}), other=st.frozensets(st.sampled_from(["N057", "N062", "N006", "N999"]), max_size=2)
    ),
    looks_forward=mostly(True, other=st.none() | booleans),
    person_class=st.none() | st.sampled_from(PersonClass),
    flags=mostly(Flags(), other=st.none() | st.builds(Flags, is_director=booleans, sec_16b_covered=booleans)),
    materiality=st.sampled_from(Materiality),
    consultation=st.none() | st.builds(Consultation, at=moments, form=st.sampled_from(FORMS), objects=booleans),
    vote=mostly(BY_BOARD, other=st.none() | st.just(BY_CEO) | VOTES),
    terms=mostly(
        Terms(conditions=True, months=12, monitor=True),
        other=st.none() | st.builds(Terms, conditions=booleans, months=st.integers(0, 24), monitor=booleans),
    ),
    stands_in=st.none() | st.sampled_from(Holder),
    publication=st.none() | st.sampled_from([row.answer for row in TABLE]),
    logged=booleans,
    already_happened=booleans,
    review_opened=booleans,
)
LEADERS = {
    PersonClass.OFFICER, PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.DELEGATE, PersonClass.STATUTORY_AUDITOR,
    PersonClass.SUB_OFFICER,
}  # fmt: skip
STAFF = {PersonClass.EMPLOYEE, PersonClass.SUB_EMPLOYEE}


def is_granted(facts):
    try:
        check_grant(facts, under=RECOMMENDED)
    except RuleBroken:
        return False
    return True


@tried
@given(waivers)
def test_nothing_is_granted_without_everything_the_code_asks_for(facts):
    """Written out once more from the Code, not from the gates."""
    if is_granted(facts):
        assert facts.vote.carried and facts.vote.beneficiary_out and facts.looks_forward
        assert facts.norms and not facts.norms & (RECOMMENDED.non_waivable | {"N999"})
        assert facts.terms.monitor and 1 <= facts.terms.months <= 12
        if facts.person_class in LEADERS:
            assert facts.vote.by is Holder.BOARD and facts.consultation.at < facts.vote.at
            assert facts.consultation.form != "remark"
        else:
            assert facts.person_class in STAFF
            minor = facts.materiality is Materiality.NON_MATERIAL
            by_ceo = {
                Holder.CEO: {Holder.CEO, Holder.DELEGATE},
                Holder.DELEGATE: {Holder.DELEGATE},
                Holder.BOARD: {Holder.BOARD},
            }
            assert facts.vote.by in (by_ceo[facts.stands_in] if minor else {Holder.BOARD})


@pytest.mark.parametrize("people", [LEADERS, STAFF], ids=["leaders", "staff"])
def test_some_waivers_are_granted_so_that_the_promise_is_about_something(people):
    assert find(waivers, lambda facts: facts.person_class in people and is_granted(facts), settings=tried)


@tried
@given(waivers)
def test_a_waiver_waits_at_the_first_gate_that_is_shut(facts):
    shut = [each for each in GATES if not each.is_open(facts, RECOMMENDED)]

    assert gate(facts, under=RECOMMENDED).answer is (shut[0] if shut else None)
    assert is_granted(facts) is not any(each in BEFORE_GRANT for each in shut)


@tried
@given(waivers)
def test_a_vote_before_the_consultation_never_counts(facts):
    if facts.consultation and facts.vote and facts.person_class in LEADERS:
        early = replace(facts, vote=replace(facts.vote, at=facts.consultation.at))
        assert not is_granted(early)


@st.composite
def votes(draw):
    members = draw(st.integers(1, 40))
    recused = draw(st.integers(0, members))
    present = draw(st.integers(0, members - recused))
    in_favour = draw(st.integers(0, present))
    against = draw(st.integers(0, present - in_favour))
    body = draw(st.sampled_from([Body.BOARD, Body.BOSA]))
    return Count(body=body, members=members, recused=recused, present=present, in_favour=in_favour, against=against)


@tried
@given(votes())
def test_what_is_carried_had_a_majority_present_and_in_favour(count):
    answer = tally(count, under=RECOMMENDED).answer
    if answer.carried:
        assert 2 * count.present > (count.members if count.body is Body.BOSA else count.members - count.recused)
        assert 2 * count.in_favour > (count.members if count.body is Body.BOSA else count.present)


@tried
@given(votes())
def test_one_more_in_favour_never_hurts(count):
    if count.against:
        better = replace(count, in_favour=count.in_favour + 1, against=count.against - 1)
        before, after = (tally(each, under=RECOMMENDED).answer.carried for each in (count, better))
        assert before <= after
