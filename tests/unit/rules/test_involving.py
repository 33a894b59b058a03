"""Who decides whose a matter is, and who is only named in it (A5)."""

import itertools

import pytest

from conduct.rules.facts import Matter, Subject
from conduct.rules.involving import Named, Whole, is_involved, route_whole
from conduct.rules.readings import RECOMMENDED
from conduct.rules.rerouting import HOLDERS, holder_after
from conduct.rules.route import route
from conduct.rules.vocabulary import Authority, Body, Channel, Kind, Materiality, MatterType, PartyRole, PersonClass

OF_RANK = {
    PersonClass.OFFICER, PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.STATUTORY_AUDITOR, PersonClass.DELEGATE,
    PersonClass.SUB_OFFICER,
}  # fmt: skip
INVOLVING = (PartyRole.SUBJECT, PartyRole.BENEFICIARY, PartyRole.IMPLICATED)


def whole(*people, **more):
    return Whole(kind=Kind.REPORT, people=tuple(Named(*each) for each in people), **more)


@pytest.mark.parametrize("role", PartyRole)
@pytest.mark.parametrize("person", PersonClass)
def test_subject_beneficiary_and_implicated_involve_victim_and_witness_do_not(role, person):
    assert is_involved(Named(role, person), under=RECOMMENDED) is (role in INVOLVING)


@pytest.mark.norm("N024")
@pytest.mark.parametrize("role", INVOLVING)
@pytest.mark.parametrize("person", PersonClass)
@pytest.mark.parametrize("weight", Materiality)
def test_whoever_is_involved_routes_like_a_subject(role, person, weight):
    expected = route(
        Matter(kind=Kind.REPORT, subjects=(Subject(person),), materiality=weight), under=RECOMMENDED
    ).answer

    assert route_whole(whole((role, person), materiality=weight), under=RECOMMENDED).answer == expected


@pytest.mark.parametrize("person", PersonClass)
def test_a_victim_moves_nothing_but_one_of_rank_is_told_to_the_statutory_auditors(person):
    subject = (PartyRole.SUBJECT, PersonClass.EMPLOYEE)
    minor = Materiality.NON_MATERIAL
    answer = route_whole(whole(subject, (PartyRole.VICTIM, person), materiality=minor), under=RECOMMENDED).answer

    assert answer.lead is Authority.CEO
    assert answer.informed == ((Body.BOSA,) if person in OF_RANK else ())


def test_under_the_other_reading_a_victim_of_rank_shifts_the_authority():
    under = RECOMMENDED.changed(involving_officer_victim="shift_authority")
    subject, victim = (PartyRole.SUBJECT, PersonClass.EMPLOYEE), (PartyRole.VICTIM, PersonClass.OFFICER)

    assert route_whole(whole(subject, victim), under=under).answer.lead is Authority.BOSA
    assert route_whole(whole(subject, (PartyRole.VICTIM, PersonClass.EMPLOYEE)), under=under).answer.provisional


def test_under_a_longer_list_a_witness_involves():
    under = RECOMMENDED.changed(involving_roles=frozenset({"subject", "beneficiary", "implicated", "witness"}))

    assert route_whole(whole((PartyRole.WITNESS, PersonClass.DIRECTOR)), under=under).answer.lead is Authority.BOSA


def test_nobody_involved_counts_as_not_identified():
    answer = route_whole(whole((PartyRole.WITNESS, PersonClass.EMPLOYEE)), under=RECOMMENDED).answer

    assert (answer.lead, answer.provisional) == (Authority.BOSA, True)


def test_the_explanation_names_each_role_that_was_looked_at():
    people = [(PartyRole.SUBJECT, PersonClass.EMPLOYEE), (PartyRole.VICTIM, PersonClass.OFFICER)]
    decision = route_whole(whole(*people, materiality=Materiality.MATERIAL), under=RECOMMENDED)

    assert decision.rules[-3:] == ["P1", "P2", "P3"]


# Whoever holds a matter after a change: the paper's sentences, written down once more.


def expected(answer, now):
    if answer.intake is Authority.BOSA:
        return Body.BOSA
    if answer.provisional:
        return now if now in {Body.CEO, Body.BOARD} else Body.CEO
    return {Authority.BOARD: Body.BOARD, Authority.BOSA: Body.BOSA}.get(answer.lead, Body.CEO)


CASES = list(
    itertools.product(PersonClass, Materiality, Channel, [None, *MatterType], [Body.CEO, Body.BOARD, Body.BOSA])
)


def test_every_change_ends_at_exactly_one_body():
    for person, weight, channel, matter, now in CASES:
        known = whole((PartyRole.SUBJECT, person), materiality=weight, matter=matter, channel=channel)
        answer = route_whole(known, under=RECOMMENDED).answer
        decision = holder_after(answer, now)

        assert decision.answer is expected(answer, now), (person, weight, channel, matter, now)
        assert len(decision.steps) + len(decision.passed_over) == len(HOLDERS)


@pytest.mark.norm("N023")
def test_a_material_matter_never_stays_with_the_ceo_nor_one_of_an_officer():
    for person, weight, channel, matter, now in CASES:
        known = whole((PartyRole.SUBJECT, person), materiality=weight, matter=matter, channel=channel)
        answer = route_whole(known, under=RECOMMENDED).answer

        assert not (answer.beyond_ceo and holder_after(answer, now).answer is Body.CEO), (person, weight)
