"""The truth table of sections I and III: every cell, exactly one row, no row that never speaks."""

from itertools import product

import pytest

from conduct.rules.readings import RECOMMENDED
from conduct.rules.routing import TABLE, competent, counts_as
from conduct.rules.vocabulary import Body, Materiality, PersonClass
from tests.unit.rules.tables import EVERY_READING, readings_over, written
from tests.unit.rules.tables import MENTIONED as ALL_MENTIONED

EVERYTHING = list(product(PersonClass, Materiality))
MENTIONED = {row.under[0]: ALL_MENTIONED[row.under[0]] for row in TABLE if row.under}
UNDER_THE_TABLE = readings_over(MENTIONED)


def row_of(cell, under=RECOMMENDED):
    return competent(PersonClass(cell["subject_class"]), Materiality(cell["materiality"]), under=under).answer


@pytest.mark.norm("N007", "N010", "N011", "N022", "N023", "N024", "N037", "N038", "N039", "N041", "N042", "N043")
@pytest.mark.parametrize("cell", written("cells.json"), ids=lambda c: f"{c['subject_class']} {c['materiality']}")
def test_each_cell_answers_as_written(cell):
    row = row_of(cell)

    assert {
        "interprets": row.interprets,
        "investigates": row.investigates,
        "consulted_on_discipline": row.consulted,
        "waives": row.waives,
        "waiver_consults": row.waiver_consults,
        "ceo_notice": row.notice,
        "provisional": row.provisional,
        "excluded": list(row.excluded),
        "defaults": list(row.readings),
        "cites": list(row.paragraphs),
    } == {key: cell[key] for key in cell if key not in ("subject_class", "materiality", "basis")}


def test_the_cells_are_all_there_are():
    assert {(c["subject_class"], c["materiality"]) for c in written("cells.json")} == set(EVERYTHING)


@pytest.mark.parametrize("under", UNDER_THE_TABLE, ids=range(len(UNDER_THE_TABLE)))
@pytest.mark.parametrize(("person", "materiality"), EVERYTHING)
def test_exactly_one_row_covers_every_person_under_every_reading(person, materiality, under):
    assert competent(person, materiality, under=under).answer in TABLE


def test_no_row_is_dead():
    spoke = {competent(*cell, under=under).answer.id for cell in EVERYTHING for under in UNDER_THE_TABLE}

    assert spoke == {row.id for row in TABLE}


def test_a_decision_says_which_row_spoke_and_why_each_other_did_not():
    decision = competent(PersonClass.EMPLOYEE, Materiality.MATERIAL, under=RECOMMENDED)

    assert decision.rules == ["R2"]
    assert decision.passed_over["R1"] == "how_serious"
    assert decision.passed_over["R7"] == "who"
    assert competent(PersonClass.CEO, Materiality.MATERIAL, under=RECOMMENDED).passed_over["R10"] == "under"
    assert set(decision.passed_over) | set(decision.rules) == {row.id for row in TABLE}
    assert str(decision.steps[0].why) == "A material matter of an employee is for the Board of Directors."


def test_a_subsidiarys_leader_can_count_as_an_employee_whose_matter_is_material():
    under = RECOMMENDED.changed(sub_officer="board_as_material_employee")
    leader = competent(PersonClass.SUB_OFFICER, Materiality.NON_MATERIAL, under=under).answer
    employee = competent(PersonClass.EMPLOYEE, Materiality.MATERIAL, under=under).answer

    alike = ("interprets", "investigates", "consulted", "waives", "waiver_consults", "notice", "provisional")
    assert [getattr(leader, name) for name in alike] == [getattr(employee, name) for name in alike]
    assert counts_as(PersonClass.SUB_OFFICER, Materiality.UNKNOWN, under) == ("sub_employee", "material")
    assert counts_as(PersonClass.SUB_OFFICER, Materiality.UNKNOWN, RECOMMENDED) == ("sub_officer", "unknown")


@pytest.mark.parametrize("under", EVERY_READING, ids=range(len(EVERY_READING)))
def test_the_ceo_alone_never_decides_about_a_leader(under):
    leaders = (PersonClass.OFFICER, PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.STATUTORY_AUDITOR)
    rows = [competent(*cell, under=under).answer for cell in product(leaders, Materiality)]

    assert {row.body for row in rows} == {Body.BOSA}
    assert {row.waives for row in rows} == {"board"}


@pytest.mark.parametrize("example", written("routing.toml"), ids=lambda e: e["name"])
def test_the_examples_for_people_who_know_the_code(example):
    row = competent(PersonClass(example["person"]), Materiality(example["materiality"]), under=RECOMMENDED).answer

    assert {name: getattr(row, name) for name in example["then"]} == example["then"]
