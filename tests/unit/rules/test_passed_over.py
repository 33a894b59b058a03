"""Each rule of the routing speaks, or says the first of its conditions that fails; all are written anew here."""

import os
import random
from itertools import combinations_with_replacement, product
from operator import attrgetter

import pytest

from conduct.rules import before_act, intake, lead, notice, overlays, routing
from conduct.rules.facts import Matter, Subject
from conduct.rules.faults import FAULTS
from conduct.rules.readings import RECOMMENDED
from conduct.rules.route import route
from conduct.rules.vocabulary import Channel, Kind, Materiality, MatterType, PersonClass
from tests.unit.rules.tables import ONE_BY_ONE

FULL = os.environ.get("CONDUCT_FULL") == "1"
TABLES = (routing.TABLE, before_act.TABLE, overlays.OVERLAYS, intake.DESKS, lead.RULES, notice.RULES)
RULES = {row.id for table in TABLES for row in table}
CELLS = list(product(PersonClass, Materiality))
MATTERS = [None, *MatterType]
FINANCE = {"accounting", "internal_control_over_financial_reporting", "auditing", "disclosure"}
ANSWERED_BEFORE = {
    "corporate_opportunity", "asset_use", "trading", "stakeholder_detriment", "media_request", "regulator_request",
    "subsidiary_modification",
}  # fmt: skip
ASKING = {"question", "disclosure", "consultation"}
OUTSIDE = {"affiliate_person", "third_party"}
EMPLOYEES = {"employee", "sub_employee"}
CONSULTED_ON_A_WAIVER = {"officer", "director", "ceo", "delegate", "statutory_auditor", "sub_officer"}


def cells_of(matter):
    """The people with what counts for each."""
    material = matter.matter in FINANCE
    return [
        (each.person_class, Materiality.MATERIAL if material else each.materiality or matter.materiality)
        for each in matter.subjects
    ]


def first_false(conditions):
    return next((word for word, holds in conditions if not holds), None)


def nearest(persons):
    """For several people: None if the rule speaks for one of them, else the word of the one who came furthest."""
    words = [first_false(conditions) for conditions in persons]
    order = [word for word, _ in persons[0]]
    return None if None in words else max(words, key=order.index)


def is_read_so(row, under):
    return row.under is None or attrgetter(row.under[0])(under) == row.under[1]


def of_rows(matter, under):
    for row in routing.TABLE:
        persons = [
            [("who", who in row.who), ("how_serious", grave in row.how_serious), ("under", is_read_so(row, under))]
            for who, grave in cells_of(matter)
        ]
        yield row.id, nearest(persons)


def of_answers_before(matter, under):
    as_employee = under.sub_officer == "board_as_material_employee"
    for row in before_act.TABLE:
        persons = []
        for given in cells_of(matter):
            stand_in = as_employee and given[0] is PersonClass.SUB_OFFICER
            who, grave = (PersonClass.SUB_EMPLOYEE, Materiality.MATERIAL) if stand_in else given
            persons.append(
                [
                    ("kind", matter.kind is Kind.CONSULTATION),
                    ("matter", matter.matter is row.matter),
                    ("who", who in row.who),
                    ("how_serious", grave in row.how_serious),
                    ("under", is_read_so(row, under)),
                ]
            )
        yield row.id, nearest(persons)


def of_overlays(matter, under):
    people = {each.person_class for each in matter.subjects}
    for row in overlays.OVERLAYS:
        yield (
            row.id,
            first_false(
                [
                    ("matter", row.matters is None or matter.matter in row.matters),
                    ("kind", row.kinds is None or matter.kind in row.kinds),
                    ("channel", row.channels is None or matter.channel in row.channels),
                    ("who", row.who is None or row.who & people),
                    ("under", is_read_so(row, under)),
                ]
            ),
        )


def of_the_lead(matter, answer, under):
    kind, several, people = matter.kind, len(matter.subjects) > 1, {each.person_class for each in matter.subjects}
    report, waiver = ("kind", kind == "report"), ("kind", kind == "waiver")
    answered = kind == "consultation" and matter.matter in ANSWERED_BEFORE
    ceo = any(who in EMPLOYEES and grave == "non_material" for who, grave in cells_of(matter))
    leaders_as_staff = under.sub_officer == "board_as_material_employee" and "sub_officer" in people
    board = leaders_as_staff or any(who in EMPLOYEES and grave == "material" for who, grave in cells_of(matter))
    conditions = {
        "L1": [report, ("number", not several)],
        "L5": [("kind", kind in ASKING), ("matter", not answered)],
        "L6": [("kind", kind == "consultation"), ("matter", answered)],
        "L7": [waiver, ("who", not people & {"unknown", *OUTSIDE})],
        "L8": [waiver, ("who", "unknown" in people)],
        "L9": [waiver, ("who", people & OUTSIDE)],
        "L10": [("provisional", answer.provisional)],
        "L11": [report, ("who", "ceo" in people), ("consulted", ceo)],
        "L12": [report, ("who", "director" in people), ("consulted", board)],
    }
    for rule, reading in (("L2", "lead_highest"), ("L3", "split"), ("L4", "all_to_highest")):
        conditions[rule] = [report, ("number", several), ("under", under.multi_subject == reading)]
    return {rule: first_false(each) for rule, each in conditions.items()}


def in_order(conditions):
    """Rules of which the first that holds speaks; the later ones are not asked."""
    found, spoken = {}, False
    for rule, each in conditions.items():
        found[rule] = "asked later" if spoken else first_false(each)
        spoken = spoken or found[rule] is None
    return found


def of_the_desk(matter, answer, under):
    people = {each.person_class for each in matter.subjects}
    bosa, waiver = ("lead", answer.lead == "bosa"), ("kind", matter.kind == "waiver")
    by_ceo = ("under", under.officer_question == "ceo_then_auto_forward")
    not_about = ("who", not people & {"ceo", "statutory_auditor", "unknown"})
    staff = under.sub_officer == "board_as_material_employee"
    consulted = ("consulted", people & (CONSULTED_ON_A_WAIVER - ({"sub_officer"} if staff else set())))
    return in_order(
        {
            "E1": [("channel", matter.channel in ("anonymous", "bosa_named"))],
            "E2": [("matter", matter.matter in FINANCE)],
            "E3": [("kind", matter.kind in ASKING), not_about, bosa, by_ceo],
            "E4": [bosa],
            "E5": [("matter", matter.matter in ("media_request", "regulator_request"))],
            "E6": [waiver, consulted],
            "E7": [waiver],
            "E8": [],
        }
    )


def of_the_notice(matter, answer, under):
    held = matter.channel in ("anonymous", "bosa_named") or matter.matter in FINANCE
    stronger = bool(answer.excluded) and answer.ceo_notice.startswith("bypass")
    return in_order(
        {
            "P1": [("kind", matter.kind in ("waiver", "consultation"))],
            "P2": [("held", held), ("notice", not stronger)],
            "P3": [],
        }
    )


def expected(matter, decision, under):
    words = dict([*of_rows(matter, under), *of_answers_before(matter, under), *of_overlays(matter, under)])
    for part in (of_the_lead, of_the_desk, of_the_notice):
        words |= part(matter, decision.answer, under)
    return words


def differing(matters, under):
    for matter in matters:
        decision = route(matter, under=under)
        words = expected(matter, decision, under)
        spoken = {rule for rule, word in words.items() if word is None}
        passed_over = {rule: word for rule, word in words.items() if word}
        if (set(decision.rules), dict(decision.passed_over)) != (spoken, passed_over) or set(words) != RULES:
            yield matter, {r: (w, decision.passed_over.get(r)) for r, w in words.items()
                           if decision.passed_over.get(r) != w}  # fmt: skip


def matters_about(groups):
    for kind, people, matter, channel in product(Kind, groups, MATTERS, Channel):
        if kind is not Kind.WAIVER or len(people) == 1:
            yield Matter(kind, tuple(Subject(*each) for each in people), matter=matter, channel=channel)


ALONE = list(matters_about([[cell] for cell in CELLS]))
PAIRS = list(combinations_with_replacement(CELLS, 2))
TRIPLES = list(combinations_with_replacement(CELLS, 3))


def test_alone_each_rule_speaks_or_says_what_fails():
    assert next(differing(ALONE, RECOMMENDED), None) is None


@pytest.mark.parametrize("under", ONE_BY_ONE, ids=range(len(ONE_BY_ONE)))
def test_under_every_reading_each_rule_speaks_or_says_what_fails(under):
    chance = random.Random(7)
    several = PAIRS + TRIPLES if FULL else chance.sample(PAIRS, 8) + chance.sample(TRIPLES, 4)
    alone = ALONE if FULL else chance.sample(ALONE, 400)

    assert next(differing([*alone, *chance.sample(list(matters_about(several)), 400)], under), None) is None


def test_every_condition_that_can_fail_has_its_sentence():
    chance = random.Random(8)
    told = {
        word for matter in chance.sample(ALONE, 3000) for word in route(matter, under=RECOMMENDED).passed_over.values()
    }

    assert told <= set(FAULTS)
    later = {"intake", "settled", "body"}  # of a change of facts, enumerated beside the rule
    assert set(FAULTS) - told <= {"holds"} | later  # "holds": kept before each condition had its own word
