"""A delegation holds only while everything that I ¶5 and A16 ask for holds; what it lists is all that it covers."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, combinations, product

import pytest

from conduct.rules.delegation import (
    LONGEST,
    NEEDS,
    DaysDoNotFit,
    End,
    Instrument,
    NothingDelegated,
    NoWaivers,
    acts_within,
    check_draft,
    is_in_force,
    lapsed,
    reached,
    state,
)
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Deed, DelegationState, Kind, Lapse, Power

FIRST, LAST = date(2026, 12, 1), date(2027, 3, 31)
DAYS = [FIRST + timedelta(days=n) for n in (-30, -1, 0, 1, 60, 120, 121, 400)]
WHOLE = Instrument(first_on=FIRST, last_on=LAST, recorded_on=FIRST, authorised_on=FIRST)
MAY_END = {
    "ended_on": Lapse.REVOKED_BY_CEO,
    "ceo_changed_on": Lapse.CEO_CHANGED,
    "office_left_on": Lapse.OFFICE_LEFT,
    "deactivated_on": Lapse.DEACTIVATED,
}
WITHOUT_WAIVERS = RECOMMENDED.changed(delegation_defaults={"may_include_waiver": False})
POWERS = [frozenset(some) for some in chain.from_iterable(combinations(Power, n) for n in range(5))]


@pytest.mark.norm("N012", "N013")
@pytest.mark.parametrize("authorised_on", [None, FIRST - timedelta(days=3), FIRST, FIRST + timedelta(days=60)])
@pytest.mark.parametrize("resolution_ends_on", [None, FIRST - timedelta(days=1), FIRST + timedelta(days=60), LAST])
def test_every_combination_of_what_can_be_missing_or_over_is_refused(authorised_on, resolution_ends_on):
    """Against the sentence of the papers said the other way round: nothing missing, nothing over, on this very day."""
    ends = (None, FIRST - timedelta(days=1), FIRST + timedelta(days=60))
    for days in product(ends, repeat=len(MAY_END)):
        facts = dict(zip(MAY_END, days, strict=True))
        known = replace(WHOLE, authorised_on=authorised_on, resolution_ends_on=resolution_ends_on, **facts)
        for on in DAYS:
            holds = (
                authorised_on is not None
                and authorised_on <= on
                and FIRST <= on <= LAST
                and not (resolution_ends_on is not None and resolution_ends_on < on)
                and not any(day is not None and day <= on for day in days)
            )
            assert is_in_force(known, on) is holds, (known, on)
            assert (state(known, on) is DelegationState.IN_FORCE) is holds, (known, on)


@pytest.mark.parametrize(("field", "why"), MAY_END.items())
def test_what_ends_first_says_why_and_stays(field, why):
    known = replace(WHOLE, **{field: date(2027, 1, 15)})

    assert lapsed(known, date(2027, 1, 14)) is None
    assert [lapsed(known, on) for on in (date(2027, 1, 15), date(2030, 1, 1))] == [End(date(2027, 1, 15), why)] * 2


def test_the_last_day_belongs_to_it_and_so_does_the_resolutions():
    assert is_in_force(WHOLE, LAST) and lapsed(WHOLE, LAST) is None
    assert lapsed(WHOLE, LAST + timedelta(days=1)) == End(LAST + timedelta(days=1), Lapse.LAST_DAY)

    shorter = replace(WHOLE, resolution_ends_on=date(2027, 1, 31))
    assert is_in_force(shorter, date(2027, 1, 31))
    assert lapsed(shorter, LAST + timedelta(days=9)) == End(date(2027, 2, 1), Lapse.RESOLUTION_ENDED)


def test_who_took_it_back_is_said():
    known = replace(WHOLE, ended_on=FIRST, ended_why=Lapse.REVOKED_BY_BOARD, office_left_on=FIRST)

    assert lapsed(known, FIRST) == End(FIRST, Lapse.REVOKED_BY_BOARD)


@pytest.mark.parametrize(("known", "expected"), [
    (replace(WHOLE, recorded_on=None, authorised_on=None), DelegationState.DRAFT),
    (replace(WHOLE, authorised_on=None), DelegationState.RECORDED),
    (WHOLE, DelegationState.IN_FORCE),
    (replace(WHOLE, first_on=LAST), DelegationState.AUTHORISED),
    (replace(WHOLE, last_on=FIRST), DelegationState.ENDED),
    (replace(WHOLE, recorded_on=None, authorised_on=None, last_on=FIRST), DelegationState.ENDED),
])  # fmt: skip
def test_how_far_it_has_come(known, expected):
    assert state(known, FIRST + timedelta(days=2)) is expected


@pytest.mark.norm("N012")
@pytest.mark.parametrize("powers", POWERS, ids=lambda powers: "+".join(sorted(powers)) or "nothing")
def test_only_what_is_listed_is_covered(powers):
    """Every set of powers and every deed; wider than what is listed is refused."""
    allowed = {deed for deed in Deed if acts_within(powers, deed)}

    listed = {
        Power.TRIAGE: Deed.ASSESS, Power.INVESTIGATE: Deed.INVESTIGATE, Power.EMPLOYEE_WAIVERS: Deed.WAIVE,
        Power.INTERPRETATION: Deed.ANSWER,
    }  # fmt: skip
    both = {Deed.READ, Deed.HAND_ON} if powers else set()
    assert allowed == {listed[power] for power in powers} | both


def test_nobody_passes_a_delegation_on_and_every_deed_is_judged():
    assert not any(acts_within(powers, Deed.DELEGATE) for powers in POWERS)
    assert set(NEEDS) == set(Deed)


def test_what_the_powers_do_not_reach_is_not_seen():
    assert reached(frozenset()) == set()
    assert reached(frozenset({Power.EMPLOYEE_WAIVERS})) == {Kind.WAIVER}
    assert reached(frozenset({Power.INVESTIGATE})) == {Kind.REPORT}
    assert Kind.REPORT not in reached(frozenset({Power.INTERPRETATION}))
    assert Kind.WAIVER not in reached(frozenset(Power) - {Power.EMPLOYEE_WAIVERS})
    assert reached(frozenset(Power)) == set(Kind)


def test_by_the_companys_reading_waivers_stay_with_the_ceo():
    some = {"first_on": FIRST, "last_on": LAST, "today": FIRST}

    check_draft(frozenset(Power), **some, under=RECOMMENDED)
    check_draft(frozenset(Power) - {Power.EMPLOYEE_WAIVERS}, **some, under=WITHOUT_WAIVERS)
    with pytest.raises(NoWaivers):
        check_draft(frozenset(Power), **some, under=WITHOUT_WAIVERS)
    with pytest.raises(NothingDelegated):
        check_draft(frozenset(), **some, under=RECOMMENDED)


@pytest.mark.parametrize(("first_on", "last_on"), [
    (FIRST - timedelta(days=1), LAST),
    (LAST, FIRST),
    (FIRST, FIRST + LONGEST + timedelta(days=1)),
    (FIRST + LONGEST + timedelta(days=1), FIRST + LONGEST + timedelta(days=2)),
    (date(9999, 12, 30), date(9999, 12, 31)),
])  # fmt: skip
def test_days_that_do_not_fit_are_refused(first_on, last_on):
    with pytest.raises(DaysDoNotFit):
        check_draft(frozenset(Power), first_on=first_on, last_on=last_on, today=FIRST, under=RECOMMENDED)


def test_one_day_is_enough():
    check_draft(frozenset(Power), first_on=FIRST, last_on=FIRST, today=FIRST, under=RECOMMENDED)
