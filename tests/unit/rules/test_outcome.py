"""What may be found, whom to consult first, and who acts for the company (III ¶4, A3, A13, A20, A21, A43, A47)."""

import json
from itertools import product
from pathlib import Path

import pytest

from conduct.rules import outcome
from conduct.rules.disposal import Outcome
from conduct.rules.norms import TABLE
from conduct.rules.outcome import Violation
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import (
    Authority,
    Found,
    Materiality,
    MeasureKind,
    Organ,
    PersonClass,
    RootCause,
    Taken,
    View,
)

CELLS = json.loads((Path(__file__).parents[2] / "examples" / "cells.json").read_text())
WAITS = {"pending_materiality": outcome.WaitsForWeight, "pending_identification": outcome.WaitsForName}
ADVISORY = RECOMMENDED.changed(soft_norms="advisory_only")


def violation(person=PersonClass.OFFICER, found=Found.CONFIRMED, **more):
    return Violation(person=person, materiality=Materiality.NON_MATERIAL, found=found, **more)


@pytest.mark.norm("N041", "N042", "N043")
@pytest.mark.parametrize(("person", "materiality"), list(product(PersonClass, Materiality)))
def test_whom_to_consult_is_what_the_table_of_the_code_says(person, materiality):
    cell = [cell for cell in CELLS if covers(cell, person, materiality)]
    (said,) = {each["consulted_on_discipline"] for each in cell}
    if said in WAITS:
        with pytest.raises(WAITS[said]):
            outcome.consulted(person, materiality, under=RECOMMENDED)
    else:
        answer = outcome.consulted(person, materiality, under=RECOMMENDED).answer
        assert answer == said.replace("bosa_less_subject", "bosa")


def covers(cell, person, materiality):
    return cell["subject_class"] == person and cell["materiality"] == materiality


@pytest.mark.parametrize("kind", MeasureKind)
@pytest.mark.parametrize("person", [PersonClass.THIRD_PARTY, PersonClass.AFFILIATE_PERSON])
def test_whom_the_code_does_not_bind_is_met_with_civil_steps_alone(kind, person):
    about = violation(person, Found.OUTSIDE)
    if kind is MeasureKind.CIVIL:
        assert outcome.check_measure(kind, about, aggravating="", under=RECOMMENDED) is None
    else:
        with pytest.raises(outcome.OnlyCivil):
            outcome.check_measure(kind, about, aggravating="", under=RECOMMENDED)


@pytest.mark.norm("N040")
@pytest.mark.parametrize(("found", "kind"), list(product(Found, MeasureKind)))
def test_a_measure_follows_a_violation(found, kind):
    if found in outcome.VIOLATIONS:
        assert outcome.check_measure(kind, violation(found=found), aggravating="", under=RECOMMENDED) is None
    else:
        with pytest.raises(outcome.NoViolation):
            outcome.check_measure(kind, violation(found=found), aggravating="", under=RECOMMENDED)


def test_somebody_who_has_left_is_not_disciplined():
    with pytest.raises(outcome.NoDisciplineAnyMore):
        outcome.check_measure(MeasureKind.DISCIPLINARY, violation(former=True), aggravating="", under=RECOMMENDED)
    for kind in (MeasureKind.PREVENTIVE, MeasureKind.CIVIL):
        assert outcome.check_measure(kind, violation(former=True), aggravating="", under=RECOMMENDED) is None


def test_a_soft_norm_is_disciplined_for_aggravating_facts_alone():
    soft = violation(soft=True)
    with pytest.raises(outcome.OnlyWhenAggravated):
        outcome.check_measure(MeasureKind.DISCIPLINARY, soft, aggravating=" ", under=RECOMMENDED)

    assert outcome.check_measure(MeasureKind.DISCIPLINARY, soft, aggravating="Again.", under=RECOMMENDED) is None
    assert outcome.check_measure(MeasureKind.PREVENTIVE, soft, aggravating="", under=RECOMMENDED) is None


@pytest.mark.parametrize("norm", [row for row in TABLE if row.type in outcome.BINDING], ids=lambda row: row.id)
def test_the_norm_that_is_named_says_whether_it_is_soft(norm):
    assert outcome.is_soft(norm.paragraph, norm.id) is norm.soft


def test_without_a_norm_the_paragraph_is_soft_when_all_its_duties_are():
    assert outcome.is_soft("I ¶3")
    assert not outcome.is_soft("V ¶1")
    assert not outcome.is_soft("I ¶1")


def find(**said):
    given = {"grounds": "The file.", "answer": "No.", "soft": False, "cause": RootCause.INTENT, "under": RECOMMENDED}
    return outcome.check_finding(said.pop("found", Found.CONFIRMED), **given | said)


def test_where_expectations_are_advice_a_soft_breach_is_no_violation():
    with pytest.raises(outcome.OnlyAdvice):
        find(soft=True, under=ADVISORY)
    assert find(soft=True, found=Found.INCONCLUSIVE, under=ADVISORY) is None
    assert find(soft=True) is None


@pytest.mark.parametrize(
    ("said", "refusal"),
    [({"grounds": ""}, outcome.NoGrounds), ({"answer": " "}, outcome.NotHeard), ({"cause": None}, outcome.NoCause)],
)
def test_a_finding_is_whole(said, refusal):
    with pytest.raises(refusal):
        find(**said)


def test_what_is_not_confirmed_needs_no_cause():
    assert find(found=Found.NOT_CONFIRMED, cause=None) is None


@pytest.mark.parametrize(
    ("person", "organ"),
    [
        (PersonClass.EMPLOYEE, "internal_hr_rules"),
        (PersonClass.OFFICER, "board"),
        (PersonClass.CEO, "board"),
        (PersonClass.DIRECTOR, "shareholders"),
        (PersonClass.STATUTORY_AUDITOR, "shareholders"),
        (PersonClass.SUB_OFFICER, "subsidiary_organ"),
    ],
)
def test_who_disciplines_is_what_the_reading_says(person, organ):
    assert outcome.decides(MeasureKind.DISCIPLINARY, person, under=RECOMMENDED) == organ
    assert outcome.decides(MeasureKind.PREVENTIVE, person, under=RECOMMENDED) == "management"


def test_another_reading_names_another_organ():
    owner = type(RECOMMENDED.discipline_owner)(officer="nomination_committee")
    under = RECOMMENDED.changed(discipline_owner=owner)

    assert outcome.decides(MeasureKind.DISCIPLINARY, PersonClass.OFFICER, under=under) == "nomination_committee"
    with pytest.raises(outcome.OtherOrgan, match="nomination_committee"):
        outcome.check_organ("board", MeasureKind.DISCIPLINARY, PersonClass.OFFICER, under=under)


@pytest.mark.parametrize(("kind", "person"), list(product(MeasureKind, outcome.OWNERS)))
def test_the_statutory_auditors_decide_nothing(kind, person):
    assert outcome.decides(kind, person, under=RECOMMENDED) != Authority.BOSA
    with pytest.raises(outcome.NeverBosa):
        outcome.check_organ("bosa", kind, person, under=RECOMMENDED)


@pytest.mark.norm("N040")
@pytest.mark.parametrize(("view", "taken"), list(product([*View, None], Taken)))
def test_who_departs_from_the_opinion_says_why(view, taken):
    follows = view is None or (view, taken) in outcome.FOLLOWS
    assert outcome.departs(view, taken) is not follows
    if follows:
        assert not outcome.check_divergence(view, taken, reason="")
    else:
        with pytest.raises(outcome.NoReasonToDiverge):
            outcome.check_divergence(view, taken, reason=" ")
        assert outcome.check_divergence(view, taken, reason="The law has changed.")


def test_the_gravest_finding_says_how_long_the_papers_are_kept():
    assert outcome.ending([]) is Outcome.UNKNOWN
    for found in Found:
        assert outcome.ending([found]) == Outcome(found.value)
        assert outcome.ending([found, Found.CONFIRMED]) is Outcome.CONFIRMED


def test_every_organ_is_a_word_with_a_label():
    assert {outcome.decides(MeasureKind.DISCIPLINARY, person, under=RECOMMENDED) for person in outcome.OWNERS} <= set(
        Organ
    )


@pytest.mark.norm("N040")
@pytest.mark.parametrize("person", [person for person in PersonClass if person in outcome.OWNERS])
def test_the_organ_that_the_reading_names_is_taken(person):
    named = outcome.decides(MeasureKind.DISCIPLINARY, person, under=RECOMMENDED)

    assert outcome.check_organ(named, MeasureKind.DISCIPLINARY, person, under=RECOMMENDED) is None
