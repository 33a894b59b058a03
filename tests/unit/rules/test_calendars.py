"""The committed calendars, day by day over twenty-two years, against libraries that serve as oracles only."""

from datetime import date, timedelta

import exchange_calendars
import jpholiday
import pytest
from pandas.tseries.holiday import USFederalHolidayCalendar

from conduct.rules.calendar import Calendar, DateNotLoaded, add_months, add_open_days, days_after
from conduct.rules.calendars import CALENDARS, FIRST, LAST, NAMES, OFFICIAL_UNTIL, SEC_ONCE
from tests.unit.rules.tables import written

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
DAYS = list(days_after(FIRST - timedelta(days=1), LAST))
FEDERAL = {day.date() for day in USFederalHolidayCalendar().holidays("2014-12-01", "2037-01-10")}
ONE_DAY_OUTAGE = date(2020, 10, 1)  # the Tokyo exchange broke down; no holiday, but nothing was traded


def sessions(exchange):
    return {day.date() for day in exchange_calendars.get_calendar(exchange, start=str(FIRST), end=str(LAST)).sessions}


def is_weekday(day):
    return day.weekday() < 5


def differing(name, is_open):
    return [day for day in DAYS if CALENDARS[name].is_open(day) != is_open(day)]


def test_twenty_years_are_compared():
    assert len(DAYS) == 8036


def test_tokyo_is_open_as_the_japanese_holidays_say():
    assert differing("tokyo", lambda day: is_weekday(day) and not jpholiday.is_holiday(day)) == []


def test_the_sec_is_open_but_for_federal_holidays_and_closures_ordered_once():
    assert differing("sec", lambda day: is_weekday(day) and day not in FEDERAL and day not in SEC_ONCE) == []


def test_nasdaq_trades_when_new_york_does():
    traded = sessions("XNYS")
    assert differing("nasdaq", lambda day: day in traded) == []


def test_the_tokyo_exchange_trades_as_it_says():
    traded = sessions("XTKS")
    assert differing("tse", lambda day: day in traded) == [ONE_DAY_OUTAGE]


def test_the_closures_ordered_once_are_the_known_ones():
    assert [str(day) for day in SEC_ONCE] == written("closures.json")
    assert all(not CALENDARS["sec"].is_open(day) for day in SEC_ONCE)


@pytest.mark.parametrize("name", CALENDARS)
def test_each_closed_day_has_a_name_and_lies_in_the_years_that_are_held(name):
    calendar = CALENDARS[name]

    assert calendar.closed == set(NAMES[name])
    assert {day.year for day in calendar.closed} == set(range(FIRST.year, LAST.year + 1))
    assert all(NAMES[name].values())


@pytest.mark.parametrize("name", CALENDARS)
@pytest.mark.parametrize("day", [FIRST - timedelta(days=1), LAST + timedelta(days=1), date(2100, 1, 4)])
def test_a_year_that_is_not_held_is_refused(name, day):
    with pytest.raises(DateNotLoaded, match=str(day)):
        CALENDARS[name].is_open(day)


def test_counting_into_a_year_that_is_not_held_is_refused():
    with pytest.raises(DateNotLoaded):
        add_open_days(LAST, 1, CALENDARS["tokyo"])


def test_equinox_days_nobody_has_announced_are_provisional_and_so_is_what_hangs_on_them():
    provisional = CALENDARS["tokyo"].provisional

    assert min(provisional) > OFFICIAL_UNTIL
    assert len({day for day in provisional if "Equinox" in NAMES["tokyo"][day]}) == 2 * (
        LAST.year - OFFICIAL_UNTIL.year
    )
    assert {str(day) for day in provisional if "Equinox" not in NAMES["tokyo"][day]} == {
        "2029-09-24", "2032-09-21", "2033-03-21", "2035-09-24",
    }  # fmt: skip
    assert CALENDARS["sec"].provisional == frozenset()


def test_the_start_day_is_never_counted_and_no_days_is_the_start():
    friday, monday = date(2026, 11, 20), date(2026, 11, 24)

    assert add_open_days(friday, 0, CALENDARS["tokyo"]) == friday
    assert add_open_days(friday, 1, CALENDARS["tokyo"]) == monday  # Monday the 23rd is a holiday
    assert add_open_days(date(2026, 11, 21), 1, CALENDARS["tokyo"]) == monday


def test_either_of_two_calendars_open_means_open():
    either = CALENDARS["sec"].or_open(CALENDARS["nasdaq"])

    assert either.is_open(date(2026, 10, 12)) and not CALENDARS["sec"].is_open(date(2026, 10, 12))
    assert either.is_open(date(2026, 4, 3)) and not CALENDARS["nasdaq"].is_open(date(2026, 4, 3))
    assert not either.is_open(date(2026, 12, 25))
    short = Calendar(name="s", zone="UTC", closed=frozenset(), first=date(2020, 1, 1), last=date(2021, 1, 1))
    assert (either.or_open(short).first, either.or_open(short).last) == (short.first, short.last)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-03-31", 4, "2026-07-31"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2027-11-30", 3, "2028-02-29"),
    ],
)
def test_a_month_without_that_day_ends_on_its_last_one(start, count, end):
    assert add_months(date.fromisoformat(start), count) == date.fromisoformat(end)
