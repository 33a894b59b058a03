"""Quorum and majority by enumeration, against a count made with a show of hands."""

import os

import pytest

from conduct.rules.commands.japanese import japanese
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Body
from conduct.rules.votes import RULES, VOTING, Count, ImpossibleCount, NoVotingBody, tally
from tests.unit.rules.tables import written

LARGEST = 15 if os.environ.get("CONDUCT_FULL") == "1" else 9


def counts(body, largest):
    for members in range(1, largest + 1):
        for recused in range(members + 1):
            for present in range(members - recused + 1):
                for in_favour in range(present + 1):
                    for against in range(present - in_favour + 1):
                        yield Count(
                            body=body,
                            members=members,
                            recused=recused,
                            present=present,
                            in_favour=in_favour,
                            against=against,
                        )


def more_than_half(some, of):
    """Hands against empty chairs, one by one."""
    hands, chairs = [1] * some, [1] * of
    return sum(hands) > sum(chairs) - sum(hands)


def least_majority(of):
    return next(some for some in range(of + 2) if more_than_half(some, of))


@pytest.mark.norm("N007")
def test_the_board_counts_whoever_is_free_of_interest_and_nobody_else():
    for count in counts(Body.BOARD, LARGEST):
        answer = tally(count, under=RECOMMENDED).answer
        entitled = count.members - count.recused

        assert (answer.eligible, answer.quorum_needed) == (entitled, least_majority(entitled))
        assert answer.needed_for == least_majority(count.present)
        assert answer.quorate is (entitled > 1 and more_than_half(count.present, entitled))
        assert answer.carried is (answer.quorate and more_than_half(count.in_favour, count.present))


@pytest.mark.norm("N008")
def test_the_statutory_auditors_need_a_majority_of_all_of_them():
    for count in counts(Body.BOSA, LARGEST):
        answer = tally(count, under=RECOMMENDED).answer

        assert answer.eligible == count.members - count.recused
        assert answer.quorum_needed == answer.needed_for == least_majority(count.members)
        assert answer.quorate is more_than_half(count.present, count.members)
        assert answer.carried is more_than_half(count.in_favour, count.members)


def test_every_rule_of_counting_speaks_and_each_trace_is_complete():
    spoke = set()
    for body in sorted(VOTING):
        for count in counts(body, 5):
            decision = tally(count, under=RECOMMENDED)
            spoke.update(decision.rules)
            assert set(decision.rules) | set(decision.passed_over) == {rule.id for rule in RULES}

    assert spoke == {rule.id for rule in RULES}


def test_with_three_auditors_and_one_recused_both_others_must_agree():
    def carried(in_favour):
        count = Count(body=Body.BOSA, members=3, recused=1, present=2, in_favour=in_favour, against=0)
        return tally(count, under=RECOMMENDED).answer.carried

    assert (carried(1), carried(2)) == (False, True)


def test_the_arithmetic_is_told_in_both_languages():
    count = Count(body=Body.BOARD, members=3, recused=1, present=2, in_favour=2, against=0)
    steps = tally(count, under=RECOMMENDED).steps

    assert [str(step.why) for step in steps] == [
        "Directors in office: 3. Out for an interest: 1. So 2 count.",
        "Fewer than 3 directors are eligible; look at this with care.",
        "More than half of them must be present: 2. Present: 2.",
        "More than half of those present must be in favour: 2. In favour: 2.",
        "It is carried.",
    ]
    assert steps[-1].why.told(japanese()) == "可決です。"


IMPOSSIBLE = [
    {"members": 0},
    {"members": -1},
    {"recused": 6},
    {"recused": -1},
    {"present": 5},
    {"present": -1},
    {"in_favour": 4},
    {"in_favour": -1},
    {"against": 2},
    {"against": -1},
]


@pytest.mark.parametrize("numbers", IMPOSSIBLE, ids=str)
@pytest.mark.parametrize("body", sorted(VOTING))
def test_numbers_that_cannot_be_are_refused_with_their_name(body, numbers):
    with pytest.raises(ImpossibleCount, match="“"):
        Count(body=body, **({"members": 5, "recused": 1, "present": 3, "in_favour": 2, "against": 1} | numbers))


@pytest.mark.parametrize("body", sorted(set(Body) - VOTING))
def test_nobody_else_votes(body):
    with pytest.raises(NoVotingBody):
        Count(body=body, members=3, recused=0, present=3, in_favour=3, against=0)


@pytest.mark.parametrize("example", written("votes.toml"), ids=lambda example: example["name"])
def test_the_examples_for_people_who_know_the_code(example):
    answer = tally(Count(**example["count"] | {"body": Body(example["count"]["body"])}), under=RECOMMENDED).answer

    assert {name: getattr(answer, name) for name in example["then"]} == example["then"]
