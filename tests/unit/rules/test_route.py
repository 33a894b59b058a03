"""`route` against a second answer made from the written tables, over the whole product of facts."""

import os
import random
from itertools import combinations_with_replacement, product

import pytest

from conduct.rules import before_act, intake, lead, notice, overlays, routing
from conduct.rules.facts import Matter, NobodyConcerned, Subject, WaiverForMany
from conduct.rules.lead import RANK
from conduct.rules.readings import RECOMMENDED
from conduct.rules.route import route
from conduct.rules.vocabulary import Authority, Body, Channel, Kind, Materiality, MatterType, PersonClass
from tests.unit.rules import oracle
from tests.unit.rules.tables import EVERY_READING, MENTIONED, ONE_BY_ONE, written

FULL = os.environ.get("CONDUCT_FULL") == "1"
MATTERS = [None, *MatterType]
CELLS = list(product(PersonClass, Materiality))
OPEN = Materiality.UNKNOWN


def answer(kind, people, *, under=RECOMMENDED, **facts):
    return route(Matter(kind, tuple(Subject(*each) for each in people), **facts), under=under)


def agrees(kind, people, materiality, matter, channel):
    found = answer(kind, people, materiality=materiality, matter=matter, channel=channel).answer
    told = {
        "lead": found.lead,
        "intake": found.intake,
        "ceo_notice": found.ceo_notice,
        "excluded": list(found.excluded),
        "informed": list(found.informed),
    }
    return told == oracle.expected(kind, people, materiality, matter, channel)


@pytest.mark.parametrize("kind", Kind)
def test_one_person_with_every_fact_is_routed_as_the_tables_say(kind):
    own = [(person, gravity) for person in PersonClass for gravity in (None, *Materiality)]
    facts = product(own, Materiality, MATTERS, Channel)

    assert [case for case in facts if not agrees(kind, [case[0]], *case[1:])] == []


KINDS_FOR_MANY = [kind for kind in Kind if kind is not Kind.WAIVER]
TELLING = [None, MatterType.ACCOUNTING, MatterType.RETALIATION, MatterType.STAKEHOLDER_DETRIMENT, MatterType.ASSET_USE]


@pytest.mark.parametrize("kind", KINDS_FOR_MANY)
def test_all_pairs_are_routed_as_the_tables_say(kind):
    pairs = product(CELLS, repeat=2) if FULL else combinations_with_replacement(CELLS, 2)
    facts = product(pairs, MATTERS if FULL else TELLING, Channel if FULL else (Channel.CEO, Channel.ANONYMOUS))

    assert [case for case in facts if not agrees(kind, case[0], OPEN, *case[1:])] == []


def triples(count):
    """All triples when everything is asked for; else as many as `count`, always the same ones."""
    every = combinations_with_replacement(CELLS, 3)
    return list(every) if FULL else random.Random(3).sample(list(every), count)


@pytest.mark.parametrize("kind", KINDS_FOR_MANY)
def test_triples_are_routed_as_the_tables_say(kind):
    facts = product(triples(500), MATTERS if FULL else TELLING, Channel if FULL else (Channel.CEO,))

    assert [case for case in facts if not agrees(kind, case[0], OPEN, *case[1:])] == []


@pytest.mark.parametrize("entry", written("joint.json")["matrix"], ids=lambda e: f"{e['a']} + {e['b']}")
def test_each_pair_of_groups_leads_as_the_joint_table_says(entry):
    groups = written("joint.json")["groups"]
    for a, b in product(groups[entry["a"]], groups[entry["b"]]):
        people = [(PersonClass(person), Materiality(gravity)) for person, gravity in (a, b)]
        found = answer(Kind.REPORT, people).answer

        told = {"lead": found.lead, "provisional": found.provisional, "excluded": list(found.excluded)}
        assert told == {key: entry[key] for key in told}


def resolutions(person, gravity):
    """Every cell that an open cell may turn out to be."""
    people = list(PersonClass) if person is PersonClass.UNKNOWN else [person]
    known = [each for each in people if each is not PersonClass.UNKNOWN]
    gravities = [Materiality.MATERIAL, Materiality.NON_MATERIAL] if gravity is OPEN else [gravity]
    return list(product(known, gravities))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("under", ONE_BY_ONE, ids=range(len(ONE_BY_ONE)))
def test_a_lead_is_provisional_exactly_where_settling_the_unknown_can_lower_it(kind, under):
    for (person, gravity), matter in product(CELLS, MATTERS):
        found = answer(kind, [(person, gravity)], matter=matter, under=under).answer
        could_be = [
            RANK[answer(kind, [cell], matter=matter, under=under).answer.lead] for cell in resolutions(person, gravity)
        ]

        assert found.provisional is (min(could_be) < RANK[found.lead]), (person, gravity, matter)


@pytest.mark.parametrize("kind", [Kind.REPORT, Kind.QUESTION])
def test_of_several_people_the_lead_is_provisional_as_the_joint_table_says(kind):
    for people in triples(2000):
        assert answer(kind, people).answer.provisional is oracle.provisional(people), people


def every_matter(under):
    """All people alone, in pairs and in triples, with everything; in a sample all pairs once, and some of the rest."""
    groups = [[cell] for cell in CELLS] + [list(pair) for pair in combinations_with_replacement(CELLS, 2)]
    plain = product(KINDS_FOR_MANY, groups, [None], [Channel.CEO])
    whole = product(Kind, groups + [list(triple) for triple in triples(500)], MATTERS, Channel)
    for kind, people, matter, channel in whole if FULL else [*plain, *random.Random(4).sample(list(whole), 4000)]:
        if kind is not Kind.WAIVER or len(people) == 1:
            yield answer(kind, people, matter=matter, channel=channel, under=under)


LEADS = frozenset(Authority) - {Authority.BOSA_LESS_SUBJECT, Authority.PENDING_MATERIALITY}


@pytest.mark.parametrize("under", EVERY_READING if FULL else ONE_BY_ONE[:2] + ONE_BY_ONE[-2:])
def test_every_combination_has_exactly_one_lead_and_a_complete_trace(under):
    for decision in every_matter(under):
        assert decision.answer.lead in LEADS
        assert set(decision.rules).isdisjoint(decision.passed_over)


def test_no_rule_of_the_routing_is_dead():
    facts = [(kind, {}) for kind in Kind] + [(Kind.REPORT, {"channel": channel}) for channel in Channel]
    facts += [(kind, {"matter": matter}) for kind in (Kind.REPORT, Kind.CONSULTATION) for matter in MATTERS]
    rules = set()
    for under in ONE_BY_ONE:
        for cell, (kind, more) in product(CELLS, facts):
            rules.update(answer(kind, [cell], **more, under=under).rules)
        for pair in combinations_with_replacement(CELLS[::2], 2):
            rules.update(answer(Kind.REPORT, pair, under=under).rules)

    tables = (routing.TABLE, before_act.TABLE, overlays.OVERLAYS, intake.DESKS, lead.RULES, notice.RULES)
    assert rules == {row.id for table in tables for row in table}


def test_every_reading_that_a_row_names_is_in_the_proof():
    tables = (routing.TABLE, before_act.TABLE, overlays.OVERLAYS)
    named = {row.under[0].split(".")[0] for table in tables for row in table if row.under}

    assert named <= set(MENTIONED)


@pytest.mark.parametrize("entry", written("answer.json")["matter_overlays"], ids=lambda e: e["id"])
def test_each_matter_overlay_speaks_for_its_matters_and_cites_its_paragraphs(entry):
    (found,) = [each for each in overlays.OVERLAYS if each.id == entry["id"]]

    assert sorted(found.matters or ()) == sorted(entry["matter_ids"])
    assert sorted(found.paragraphs) == sorted(entry["cites"])


@pytest.mark.parametrize("entry", written("answer.json")["channel_overlays"], ids=lambda e: e["id"])
def test_each_channel_overlay_speaks_for_its_channel_and_cites_its_paragraphs(entry):
    (found,) = [each for each in overlays.OVERLAYS if each.id == entry["id"]]

    assert list(found.channels or ["any"]) == [entry["channel_id"]]
    assert list(found.paragraphs) == entry["cites"]


def test_the_words_are_the_written_ones():
    words = written("answer.json")

    assert list(PersonClass) == words["subject_classes"]
    assert list(Materiality) == words["materiality_values"]
    assert set(Kind) == set(words["kinds"])
    assert list(Channel) == words["channels"]
    assert list(MatterType) == [matter["id"] for matter in words["matter_types"]]


def test_the_whole_trace_of_one_answer():
    people = [(PersonClass.CEO,), (PersonClass.EMPLOYEE, Materiality.NON_MATERIAL)]
    decision = answer(Kind.REPORT, people, matter=MatterType.RETALIATION, channel=Channel.SUPERVISOR)

    assert decision.rules == ["R1", "R9", "L2", "L11", "M2", "K2", "K5", "E4", "P3"]
    assert decision.paragraphs == ["III ¶1", "III ¶4", "I ¶4", "XII ¶2", "III ¶3"]
    assert decision.readings == ["A1", "A6", "A8", "A3", "S5", "A45", "A38"]
    assert decision.explanation()["steps"][2] == {
        "rule": "L2",
        "paragraphs": ["III ¶4"],
        "readings": ["A3"],
        "why": {"text": lead.JOINT["lead_highest"].why, "gaps": {"lead": ["Authority", "bosa"]}},
    }
    assert decision.answer.informed == (Body.BOSA,)
    assert decision.facts == {
        "kind": "report",
        "channel": "supervisor",
        "matter": "retaliation",
        "subjects": "ceo (unknown), employee (non_material)",
    }
    assert decision.passed_over["R7"] == "who" and decision.passed_over["K3"] == "channel"


def test_a_matter_needs_somebody_and_a_waiver_exactly_one():
    with pytest.raises(NobodyConcerned):
        Matter(Kind.REPORT, ())
    with pytest.raises(WaiverForMany, match="names 2 people"):
        Matter(Kind.WAIVER, (Subject(PersonClass.CEO), Subject(PersonClass.OFFICER)))


@pytest.mark.parametrize("under", ONE_BY_ONE, ids=range(len(ONE_BY_ONE)))
def test_it_does_not_matter_who_was_named_first(under):
    for pair in combinations_with_replacement(CELLS if FULL else CELLS[::2], 2):
        one, other = (answer(Kind.REPORT, people, under=under) for people in (pair, pair[::-1]))

        assert one.steps == other.steps
        assert one.answer.cells == other.answer.cells[::-1]


def test_all_to_the_highest_moves_every_column_but_waivers_and_leaves_outsiders_outside():
    under = RECOMMENDED.changed(multi_subject="all_to_highest")
    people = [(PersonClass.OFFICER,), (PersonClass.EMPLOYEE, Materiality.NON_MATERIAL), (PersonClass.THIRD_PARTY,)]
    officer, employee, outsider = answer(Kind.REPORT, people, under=under).answer.cells

    assert (employee.interprets, employee.investigates, employee.consulted) == ("bosa", "bosa", "bosa")
    assert (officer.waives, employee.waives) == ("board", "ceo")
    assert outsider.interprets == "outside_code"


def test_an_officers_question_may_pass_through_the_ceo_where_the_company_reads_it_so():
    under = RECOMMENDED.changed(officer_question="ceo_then_auto_forward")

    officer, ceo = [(PersonClass.OFFICER,)], [(PersonClass.CEO,)]

    assert answer(Kind.QUESTION, officer, under=under).answer.intake == "ceo"
    assert answer(Kind.QUESTION, ceo, under=under).answer.intake == "bosa"
    assert answer(Kind.QUESTION, officer, channel=Channel.ANONYMOUS, under=under).answer.intake == "bosa"
    assert answer(Kind.QUESTION, officer).answer.intake == "bosa"


@pytest.mark.norm("N034")
def test_the_way_through_the_supervisor_is_shut_where_the_supervisor_is_concerned():
    overlays.check_channel(Channel.SUPERVISOR, supervisor_concerned=False)
    overlays.check_channel(Channel.CEO, supervisor_concerned=True)
    with pytest.raises(overlays.SupervisorConcerned):
        overlays.check_channel(Channel.SUPERVISOR, supervisor_concerned=True)
