"""Telling the company of a conflict, and what must come before an act."""

from datetime import date, datetime, timedelta

import pytest

from conduct.rules.disclosures import (
    CATEGORIES,
    RULES,
    NotOffered,
    becomes_waiver_request,
    check_thresholds,
    clear_conflict,
    is_asked_before,
    is_over_gift_threshold,
    is_significant_share,
    may_take_opportunity,
    may_use_assets,
)
from conduct.rules.norms import NORMS
from conduct.rules.readings import RECOMMENDED, ReadingMissing
from conduct.rules.vocabulary import PersonClass

CHOSEN = RECOMMENDED.changed(
    threshold_ownership_listed_pct=5,
    threshold_ownership_private_pct=0,
    gift_threshold={"JPY": 5000},
    immediate_family=["spouse"],
)


@pytest.mark.norm("N054", "N055", "N056", "N057", "N058", "N059", "N060")
def test_the_six_categories_stand_where_their_norms_do():
    assert [(each.paragraph, each.norm) for each in CATEGORIES] == [
        (f"V ¶2({number})", f"N{54 + number:03}") for number in range(1, 7)
    ]
    assert all(NORMS[each.norm].paragraph == each.paragraph for each in CATEGORIES)


@pytest.mark.norm("N054")
def test_a_situation_is_clear_for_leaders_and_for_employees_who_supervise_or_decide():
    assert clear_conflict(PersonClass.DIRECTOR, supervises=False, decides=False).rules == ["F1"]
    assert clear_conflict(PersonClass.EMPLOYEE, supervises=True, decides=False).rules == ["F2"]
    assert clear_conflict(PersonClass.SUB_EMPLOYEE, supervises=False, decides=True).rules == ["F2"]
    decision = clear_conflict(PersonClass.EMPLOYEE, supervises=False, decides=False)
    assert (decision.answer, decision.rules) == (False, ["F3"])
    assert set(decision.passed_over) == {rule.id for rule in RULES} - {"F3"}


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_a_form_waits_until_its_thresholds_are_chosen(category):
    check_thresholds(category, under=CHOSEN)
    if category.needs:
        with pytest.raises(ReadingMissing, match=category.needs[0]):
            check_thresholds(category, under=RECOMMENDED)


@pytest.mark.norm("N055", "N058")
def test_shares_and_gifts_are_measured_by_the_companys_thresholds():
    assert [is_significant_share(percent, listed=True, under=CHOSEN) for percent in (4.9, 5, 80)] == [False, True, True]
    assert [is_significant_share(percent, listed=False, under=CHOSEN) for percent in (0, 0.1)] == [False, True]
    assert [is_over_gift_threshold(yen, "JPY", under=CHOSEN) for yen in (5000, 5001)] == [False, True]
    with pytest.raises(ReadingMissing, match="USD"):
        is_over_gift_threshold(1, "USD", under=CHOSEN)
    with pytest.raises(ReadingMissing, match="gift_threshold"):
        is_over_gift_threshold(1, "JPY", under=RECOMMENDED)


@pytest.mark.norm("N078", "N083", "N098")
def test_a_question_is_asked_before_the_act_or_it_is_late():
    act = datetime.fromisoformat("2026-11-20T10:00+09:00")

    assert is_asked_before(act - timedelta(seconds=1), act)
    assert not is_asked_before(act, act)


@pytest.mark.norm("N074", "N075")
def test_an_opportunity_is_offered_then_turned_down_then_taken():
    day = date(2026, 11, 20)
    may_take_opportunity(offered_on=day, declined_on=day, takes_on=day)
    wrong = [
        {"offered_on": None, "declined_on": day},
        {"offered_on": day, "declined_on": None},
        {"offered_on": day, "declined_on": day - timedelta(days=1)},
        {"offered_on": day, "declined_on": day + timedelta(days=1)},
    ]
    for facts in wrong:
        with pytest.raises(NotOffered):
            may_take_opportunity(**facts, takes_on=day)


@pytest.mark.norm("N071", "N072", "N078")
def test_private_use_needs_the_talk_and_the_boards_approval():
    def may(consulted, approved, policy):
        return may_use_assets(consulted=consulted, board_approved=approved, standing_policy=policy)

    assert may(True, True, False) and may(True, False, True)
    assert not may(True, False, False) and not may(False, True, True)


@pytest.mark.norm("N021", "N022")
def test_an_answer_that_permits_a_departure_becomes_a_waiver_request():
    assert becomes_waiver_request(permits_departure=True, under=RECOMMENDED)
    assert not becomes_waiver_request(permits_departure=False, under=RECOMMENDED)
