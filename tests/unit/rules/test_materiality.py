"""Materiality: presumptions, the second person, and what can never be called minor."""

from itertools import product

import pytest

from conduct.rules import criteria, materiality
from conduct.rules.materiality import (
    RULES,
    SIGN_OF,
    AlwaysMaterial,
    NoSecondPerson,
    ReasonMissing,
    SecondPersonMissing,
    check_not_material,
    presumed,
    restarts_notice,
    second_person,
)
from conduct.rules.overlays import FINANCE
from conduct.rules.readings import ALLOWED, RECOMMENDED, ReadingMissing
from conduct.rules.vocabulary import Materiality, MatterType, Reply, Role, Sign

CHOSEN = RECOMMENDED.changed(materiality_manager_rank="head of department", materiality_amount_jpy=1_000_000)
CONTROLS, PRESIDING = Role.INTERNAL_CONTROLS, Role.PRESIDING_AUDITOR


@pytest.mark.norm("N044", "N062", "N079", "N093", "N094")
@pytest.mark.parametrize("sign", Sign)
def test_each_sign_on_the_list_makes_a_matter_presumed_material(sign):
    decision = presumed(frozenset({sign}), under=CHOSEN)

    assert (decision.answer, decision.rules) == (Materiality.MATERIAL, ["T1"])
    assert str(sign) not in decision.passed_over


def test_the_list_of_signs_is_the_companys():
    assert {str(sign) for sign in Sign} == RECOMMENDED.materiality_presumed


def test_nothing_is_presumed_without_a_sign_and_people_must_assess():
    decision = presumed(frozenset(), MatterType.FAIR_DEALING, under=RECOMMENDED)

    assert (decision.answer, decision.rules) == (Materiality.UNKNOWN, ["T2"])


@pytest.mark.parametrize("matter", SIGN_OF)
def test_a_kind_of_matter_is_a_sign_by_itself(matter):
    assert presumed(frozenset(), matter, under=RECOMMENDED).answer is Materiality.MATERIAL


@pytest.mark.parametrize("sign", [Sign.MANAGER_RANK, Sign.AMOUNT_OVER_THRESHOLD])
def test_a_sign_whose_measure_nobody_has_chosen_stops(sign):
    with pytest.raises(ReadingMissing):
        presumed(frozenset({sign}), under=RECOMMENDED)


def test_a_sign_taken_off_the_list_by_resolution_no_longer_speaks():
    shorter = sorted(RECOMMENDED.materiality_presumed - {"safety"})
    under = RECOMMENDED.changed(materiality_presumed=shorter, resolved=frozenset({"materiality_presumed"}))

    assert presumed(frozenset({Sign.SAFETY}), under=under).answer is Materiality.UNKNOWN


def second(proposer, *unavailable, under=RECOMMENDED):
    return second_person(proposer=proposer, unavailable=frozenset(unavailable), under=under).answer


def test_the_second_person_is_internal_controls_else_the_presiding_auditor():
    assert second(Role.CEO) == CONTROLS
    assert second(Role.CEO, CONTROLS) == PRESIDING
    assert second(CONTROLS) == PRESIDING
    assert second(PRESIDING) == CONTROLS
    assert second(Role.CEO, under=RECOMMENDED.changed(materiality_second_person="presiding_auditor")) == PRESIDING


@pytest.mark.parametrize("setting", ALLOWED["materiality_second_person"])
def test_the_second_person_is_never_the_proposer_nor_somebody_unavailable(setting):
    under = RECOMMENDED.changed(materiality_second_person=setting)
    for proposer, one, two in product(Role, (True, False), (True, False)):
        out = {role for role, is_out in ((CONTROLS, one), (PRESIDING, two)) if is_out}
        free = {CONTROLS, PRESIDING} - out - {proposer}
        if free:
            assert second(proposer, *out, under=under) in free
        else:
            with pytest.raises(NoSecondPerson):
                second(proposer, *out, under=under)


def test_the_choice_of_the_second_person_says_why_the_other_was_not_asked():
    decision = second_person(proposer=Role.CEO, unavailable=frozenset({CONTROLS}), under=RECOMMENDED)

    assert decision.rules == ["T4"] and decision.passed_over == {"T3": "unavailable"}
    assert second_person(proposer=Role.CEO, under=RECOMMENDED).passed_over == {"T4": "asked later"}
    assert second_person(proposer=CONTROLS, under=RECOMMENDED).passed_over == {"T3": "proposer"}
    assert {rule.id for rule in RULES} == {f"T{number}" for number in range(1, 9)}


@pytest.mark.norm("N010", "N011")
def test_not_material_needs_a_reason_a_second_person_and_a_matter_that_allows_it():
    check_not_material(MatterType.SAFETY, reason="No harm was possible.", agreed_by_second=True, under=RECOMMENDED)
    with pytest.raises(ReasonMissing):
        check_not_material(None, reason="  ", agreed_by_second=True, under=RECOMMENDED)
    with pytest.raises(SecondPersonMissing):
        check_not_material(None, reason="Because.", agreed_by_second=False, under=RECOMMENDED)
    for matter in FINANCE:
        with pytest.raises(AlwaysMaterial):
            check_not_material(matter, reason="Because.", agreed_by_second=True, under=RECOMMENDED)


@pytest.mark.norm("N027")
def test_the_notice_starts_anew_when_a_matter_becomes_material():
    moves = {(old, new) for old, new in product(Materiality, repeat=2) if restarts_notice(old, new)}

    assert moves == {("non_material", "material"), ("unknown", "material")}


@pytest.mark.parametrize("yes", range(4))
@pytest.mark.parametrize("unknown", range(4))
@pytest.mark.parametrize("no", range(4))
def test_one_yes_or_two_unknown_propose_material(yes, unknown, no):
    given = [Reply.YES] * yes + [Reply.UNKNOWN] * unknown + [Reply.NO] * no
    decision = materiality.proposed({str(number): reply for number, reply in enumerate(given, 1)})

    if yes or unknown >= 2:
        assert decision.answer is Materiality.MATERIAL
    elif unknown or not given:
        assert decision.answer is Materiality.UNKNOWN
    else:
        assert decision.answer is Materiality.NON_MATERIAL


def test_the_proposal_names_the_answers_that_caused_it():
    (step,) = materiality.proposed({"1": Reply.NO, "4": Reply.YES, "7": Reply.YES}).steps

    assert step.why.gaps["questions"] == "4, 7"


def test_the_recommended_questions_stand_for_every_presumption():
    asked = frozenset().union(*(criterion.signs for criterion in criteria.RECOMMENDED))

    assert asked == frozenset(Sign)
    assert len(criteria.BY_KEY) == len(criteria.RECOMMENDED)
