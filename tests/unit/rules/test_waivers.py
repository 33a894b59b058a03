"""The nine gates: each is needed, none can be skipped, and nothing is granted before the first five are open."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from conduct.rules.clocks import due
from conduct.rules.deciders import Chief, Members, Offices, stands_in
from conduct.rules.publication import Flags, Publication
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Authority, Body, Holder, Materiality, PersonClass
from conduct.rules.waiver_facts import Consultation, Posting, Terms, Vote, WaiverFacts
from conduct.rules.waivers import (
    BEFORE_GRANT,
    GATES,
    GateShut,
    NotWaivable,
    check_grant,
    check_waivable,
    gate,
    granted_by,
    needs_opinion,
)
from tests.unit.rules.tables import written

ASKED = datetime.fromisoformat("2026-11-18T10:00+09:00")
VOTED = ASKED + timedelta(days=2)
POSTED = Posting(
    channel="website", link="https://www.example.test/ir/notice-1", at=VOTED, proof=True,
    take_down_on=date(2027, 11, 20), archive_until=date(2032, 11, 20),
)  # fmt: skip
TOLD = Publication(public=True, by_rule=True, clocks=("C01",))
UNTOLD = Publication(public=False, by_rule=False)
OFFICER = WaiverFacts(
    norms=frozenset({"N057"}),
    looks_forward=True,
    person_class=PersonClass.OFFICER,
    flags=Flags(nasdaq_executive_officer=True),
    consultation=Consultation(at=ASKED, form="body_opinion"),
    vote=Vote(at=VOTED, by=Holder.BOARD, carried=True, beneficiary_out=True),
    terms=Terms(conditions=True, months=12, monitor=True),
    publication=TOLD,
    posting=POSTED,
    logged=True,
)
STAFF = replace(
    OFFICER,
    person_class=PersonClass.EMPLOYEE,
    flags=Flags(),
    materiality=Materiality.NON_MATERIAL,
    consultation=None,
    stands_in=Holder.CEO,
    vote=Vote(at=VOTED, by=Holder.CEO, carried=True, beneficiary_out=True),
    publication=UNTOLD,
    posting=None,
)


def waits_at(facts, under=RECOMMENDED):
    shut = gate(facts, under=under).answer
    return shut.id if shut else None


def test_a_complete_waiver_passes_every_gate():
    assert waits_at(OFFICER) is waits_at(STAFF) is None
    assert gate(OFFICER, under=RECOMMENDED).rules == [each.id for each in GATES]


CASES = [
    ("W1", OFFICER, {"looks_forward": None}),
    ("W1", OFFICER, {"looks_forward": False}),
    ("W1", OFFICER, {"norms": frozenset()}),
    ("W1", OFFICER, {"norms": frozenset({"N057", "N062"})}),
    ("W1", OFFICER, {"norms": frozenset({"N999"})}),
    ("W1", OFFICER, {"norms": frozenset({"N057", "V ¶2"})}),
    ("W2", OFFICER, {"person_class": None}),
    ("W2", OFFICER, {"person_class": PersonClass.UNKNOWN}),
    ("W2", OFFICER, {"flags": None}),
    ("W3", OFFICER, {"consultation": None}),
    ("W3", OFFICER, {"vote": None}),
    ("W3", OFFICER, {"consultation": Consultation(at=VOTED, form="body_opinion")}),
    ("W3", OFFICER, {"consultation": Consultation(at=ASKED, form="remark_in_the_meeting")}),
    ("W3", OFFICER, {"vote": Vote(at=VOTED, by=Holder.CEO, carried=True, beneficiary_out=True)}),
    ("W3", OFFICER, {"vote": Vote(at=VOTED, by=Holder.BOARD, carried=False, beneficiary_out=True)}),
    ("W3", OFFICER, {"vote": Vote(at=VOTED, by=Holder.BOARD, carried=True, beneficiary_out=False)}),
    ("W4", STAFF, {"vote": None}),
    ("W4", STAFF, {"materiality": Materiality.MATERIAL}),
    ("W4", STAFF, {"materiality": Materiality.UNKNOWN}),
    ("W4", STAFF, {"vote": Vote(at=VOTED, by=Holder.BOARD, carried=True, beneficiary_out=True)}),
    ("W4", STAFF, {"person_class": PersonClass.THIRD_PARTY}),
    ("W4", STAFF, {"stands_in": None}),
    ("W4", STAFF, {"vote": Vote(at=VOTED, by=Holder.CEO, carried=True, beneficiary_out=False)}),
    ("W5", OFFICER, {"terms": None}),
    ("W5", OFFICER, {"terms": Terms(conditions=False, months=12, monitor=True)}),
    ("W5", OFFICER, {"terms": Terms(conditions=True, months=13, monitor=True)}),
    ("W5", OFFICER, {"terms": Terms(conditions=True, months=0, monitor=True)}),
    ("W5", OFFICER, {"terms": Terms(conditions=True, months=12, monitor=False)}),
    ("W6", OFFICER, {"publication": None}),
    ("W6", OFFICER, {"publication": UNTOLD}),
    ("W6", OFFICER, {"publication": replace(TOLD, clocks=("C01", "C02"))}),
    ("W6", STAFF, {"publication": TOLD}),
    ("W7", OFFICER, {"posting": None}),
    ("W7", OFFICER, {"posting": replace(POSTED, proof=False)}),
    ("W7", OFFICER, {"posting": replace(POSTED, channel="")}),
    ("W7", OFFICER, {"posting": replace(POSTED, channel="notice board")}),
    ("W7", OFFICER, {"posting": replace(POSTED, link=" ")}),
    ("W7", OFFICER, {"posting": replace(POSTED, at=VOTED - timedelta(seconds=1))}),
    ("W7", OFFICER, {"posting": replace(POSTED, take_down_on=date(2027, 11, 19))}),
    ("W7", OFFICER, {"posting": replace(POSTED, archive_until=date(2032, 11, 19))}),
    ("W8", OFFICER, {"logged": False}),
    ("W9", OFFICER, {"already_happened": True}),
]


@pytest.mark.norm("N006", "N007", "N008", "N010", "N011")
@pytest.mark.parametrize(("shut", "facts", "changed"), CASES)
def test_each_gate_shuts_for_what_is_missing(shut, facts, changed):
    decision = gate(replace(facts, **changed), under=RECOMMENDED)

    assert waits_at(replace(facts, **changed)) == shut
    before = [each.id for each in GATES][: [each.id for each in GATES].index(shut)]
    assert decision.rules == before and decision.passed_over[shut] == "is_open"


@pytest.mark.parametrize(("shut", "facts", "changed"), [case for case in CASES if case[0] <= "W5"])
def test_nothing_is_granted_before_the_first_five_gates_are_open(shut, facts, changed):
    check_grant(facts, under=RECOMMENDED)
    with pytest.raises((GateShut, NotWaivable)):
        check_grant(replace(facts, **changed), under=RECOMMENDED)


def test_the_later_gates_do_not_hold_up_the_grant():
    check_grant(replace(OFFICER, publication=None, posting=None, logged=False), under=RECOMMENDED)
    assert [each.id for each in BEFORE_GRANT] == ["W1", "W2", "W3", "W4", "W5"]


@pytest.mark.norm("N007")
@pytest.mark.parametrize("by", [holder for holder in Holder if holder is not Holder.BOARD])
@pytest.mark.parametrize("person", [PersonClass.OFFICER, PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.DELEGATE])
def test_for_a_leader_nobody_but_the_whole_board_grants(person, by):
    vote = Vote(at=VOTED, by=by, carried=True, beneficiary_out=True)

    assert waits_at(replace(OFFICER, person_class=person, vote=vote)) == "W3"


def test_an_objection_is_only_shown_unless_the_company_asks_for_a_second_reading():
    objected = replace(OFFICER, consultation=Consultation(at=ASKED, form="body_opinion", objects=True))
    under = RECOMMENDED.changed(bosa_objection="second_reading")
    again = replace(
        objected, vote=Vote(at=VOTED, by=Holder.BOARD, carried=True, beneficiary_out=True, second_reading=True)
    )

    assert (waits_at(objected), waits_at(objected, under), waits_at(again, under)) == (None, "W3", None)


def test_the_form_and_the_gap_of_the_consultation_are_the_companys():
    assert waits_at(OFFICER, RECOMMENDED.changed(bosa_consult_form="body_resolution")) == "W3"
    assert waits_at(OFFICER, RECOMMENDED.changed(bosa_consult_min_gap_days=2)) is None
    assert waits_at(OFFICER, RECOMMENDED.changed(bosa_consult_min_gap_days=3)) == "W3"


def test_a_delegate_grants_for_the_ceo_unless_the_delegation_leaves_it_out():
    delegated = replace(STAFF, vote=Vote(at=VOTED, by=Holder.DELEGATE, carried=True, beneficiary_out=True))
    without = RECOMMENDED.changed(delegation_defaults={"may_include_waiver": False})

    assert (waits_at(delegated), waits_at(delegated, without)) == (None, "W4")
    assert granted_by(Authority.IMPOSSIBLE, Holder.CEO, RECOMMENDED) == frozenset()


SIX, FOUR = Members(members=6), Members(members=4)
WITHOUT = RECOMMENDED.changed(delegation_defaults={"may_include_waiver": False})
WHO_GRANTS = [
    (Chief(), RECOMMENDED, {Holder.CEO, Holder.DELEGATE}),
    (Chief(), WITHOUT, {Holder.CEO}),
    (Chief(conflicted=True, delegate_active=True), RECOMMENDED, {Holder.BOARD}),
    (Chief(present=False, delegate_active=True), RECOMMENDED, {Holder.DELEGATE}),
    (Chief(present=False, delegate_active=True), WITHOUT, {Holder.BOARD}),
    (Chief(present=False, delegate_active=True, delegate_conflicted=True), RECOMMENDED, {Holder.BOARD}),
    (Chief(present=False), RECOMMENDED, {Holder.BOARD}),
]


@pytest.mark.norm("N010")
@pytest.mark.parametrize(("chief", "under", "grants"), WHO_GRANTS)
def test_what_is_not_material_is_granted_by_whoever_stands_in_for_the_ceo(chief, under, grants):
    holder = stands_in(Body.CEO, offices=Offices(chief=chief, board=SIX, bosa=FOUR), under=under).answer
    votes = {by: Vote(at=VOTED, by=by, carried=True, beneficiary_out=True) for by in Holder}
    passing = {by for by, vote in votes.items() if waits_at(replace(STAFF, stands_in=holder, vote=vote), under) is None}

    assert passing == grants


@pytest.mark.parametrize("board", [Members(members=6, recused=6), Members(members=6, recused=5)])
def test_while_neither_the_ceo_nor_the_board_can_act_nobody_grants(board):
    offices = Offices(chief=Chief(conflicted=True), board=board, bosa=FOUR)
    holder = stands_in(Body.CEO, offices=offices, under=RECOMMENDED).answer
    votes = [Vote(at=VOTED, by=by, carried=True, beneficiary_out=True) for by in Holder]

    assert {waits_at(replace(STAFF, stands_in=holder, vote=vote)) for vote in votes} == {"W4"}


def test_for_a_leader_it_makes_no_difference_who_stands_in_for_the_ceo():
    assert {waits_at(replace(OFFICER, stands_in=holder)) for holder in (None, *Holder)} == {None}


def test_the_notice_stays_up_and_is_kept_as_long_as_the_clocks_say():
    up = due("C04", start=VOTED, calendars={}, under=RECOMMENDED).answer.at
    kept = due("C05", start=up, calendars={}, under=RECOMMENDED).answer.at

    assert (up.date(), kept.date()) == (POSTED.take_down_on, POSTED.archive_until)


def test_where_those_clocks_are_off_the_company_chooses_how_long_its_notice_stays():
    at_home = RECOMMENDED.changed(pack_us=False)
    short = replace(POSTED, take_down_on=VOTED.date(), archive_until=VOTED.date())
    told = Publication(public=True, by_rule=False)
    auditor = replace(OFFICER, person_class=PersonClass.STATUTORY_AUDITOR, publication=told, posting=short)

    assert waits_at(auditor, at_home) is None
    assert waits_at(replace(auditor, posting=replace(short, link="")), at_home) == "W7"
    assert waits_at(replace(auditor, posting=replace(short, archive_until=date(2026, 1, 1))), at_home) == "W7"


@pytest.mark.norm("N009")
def test_a_departure_that_happened_needs_its_review():
    assert waits_at(replace(OFFICER, already_happened=True, review_opened=True)) is None


@pytest.mark.parametrize("norm", sorted(RECOMMENDED.non_waivable))
def test_nobody_may_waive(norm):
    with pytest.raises(NotWaivable, match=norm):
        check_waivable(frozenset({norm, "N057"}), under=RECOMMENDED)
    check_waivable(frozenset({"N057"}), under=RECOMMENDED)


def test_who_needs_an_opinion_first():
    needing = {person for person in PersonClass if needs_opinion(replace(OFFICER, person_class=person), RECOMMENDED)}

    assert needing == {"officer", "director", "ceo", "statutory_auditor", "delegate", "sub_officer"}
    assert not needs_opinion(replace(OFFICER, person_class=None), RECOMMENDED)


@pytest.mark.parametrize("row", written("answer.json")["waiver_gates"], ids=lambda row: f"W{row['step']}")
def test_each_gate_rests_on_the_written_defaults_and_clocks(row):
    found = GATES[row["step"] - 1]

    assert found.id == f"W{row['step']}"
    assert (list(found.readings), list(found.clocks)) == (row["defaults"], row["clocks"])
