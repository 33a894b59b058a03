"""Calendars and clocks over twenty years, at random, against other people's calendars."""

from datetime import date, datetime, time, timedelta
from functools import cache
from warnings import catch_warnings
from zoneinfo import ZoneInfo

import exchange_calendars
import jpholiday
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pandas.tseries.holiday import USFederalHolidayCalendar

from conduct.rules.calendar import add_open_days
from conduct.rules.calendars import CALENDARS, NEW_YORK, SEC_ONCE, TOKYO
from conduct.rules.clocks import due
from conduct.rules.readings import RECOMMENDED
from tests.property.rules.trying import tried

FIRST, LAST = date(2016, 1, 1), date(2035, 12, 31)
days = st.dates(FIRST, LAST)
minutes = st.integers(0, 24 * 60 - 1)
FEDERAL = [day.date() for day in USFederalHolidayCalendar().holidays("2015-12-01", "2036-12-31")]
SEC = np.busdaycalendar(holidays=[*FEDERAL, *SEC_ONCE])
JAPAN = np.busdaycalendar(holidays=[day for day, _ in jpholiday.between(date(2015, 12, 1), date(2036, 12, 31))])


def in_tokyo(day, minute):
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=ZoneInfo(TOKYO))


def counted(start, count, oracle):
    """numpy's own counting: from a closed day it starts at the day before."""
    return np.busday_offset(start, count, roll="backward", busdaycal=oracle).astype(object)


@tried
@given(days, st.integers(1, 60))
def test_business_days_in_tokyo(start, count):
    assert add_open_days(start, count, CALENDARS["tokyo"]) == counted(start, count, JAPAN)


@tried
@given(days, st.integers(1, 60))
def test_business_days_at_the_sec(start, count):
    assert add_open_days(start, count, CALENDARS["sec"]) == counted(start, count, SEC)


@tried
@given(days, st.integers(1, 30), st.integers(1, 30))
def test_counting_twice_is_counting_the_sum(start, one, two):
    calendar = CALENDARS["tokyo"]

    assert add_open_days(add_open_days(start, one, calendar), two, calendar) == add_open_days(
        start, one + two, calendar
    )


@tried
@given(days, minutes)
def test_a_waiver_is_published_by_the_fourth_sec_day_of_the_earlier_zone(day, minute):
    granted = in_tokyo(day, minute)
    answer = due("C01", start=granted, calendars=CALENDARS, under=RECOMMENDED).answer
    by_zone = [counted(granted.astimezone(ZoneInfo(zone)).date(), 4, SEC) for zone in (TOKYO, NEW_YORK)]

    assert answer.at == datetime.combine(min(by_zone), time(23, 59, 59), tzinfo=ZoneInfo(NEW_YORK))


@cache
def traded():
    with catch_warnings(action="ignore"):
        return {
            day.date() for day in exchange_calendars.get_calendar("XNYS", start="2015-12-01", end="2036-12-31").sessions
        }


@tried
@given(days, minutes)
def test_the_strict_reading_is_never_later_and_counts_every_day_either_is_open(day, minute):
    granted = in_tokyo(day, minute)
    strict = RECOMMENDED.changed(waiver_clock_mode="strict_either_open")
    answer = due("C01", start=granted, calendars=CALENDARS, under=strict).answer.at
    usual = due("C01", start=granted, calendars=CALENDARS, under=RECOMMENDED).answer.at

    now, left = granted.astimezone(ZoneInfo(NEW_YORK)).date(), 4
    while left:
        now += timedelta(days=1)
        left -= now in traded() or bool(np.is_busday(now, busdaycal=SEC))
    assert answer.date() == now
    assert answer <= usual


@tried
@given(days, minutes, st.integers(0, 40))
def test_a_duty_that_starts_later_is_never_due_earlier(day, minute, later):
    start = in_tokyo(day, minute)
    for clock in ("C01", "C13", "C14", "C15", "C26", "C27", "C29"):
        first = due(clock, start=start, calendars=CALENDARS, under=RECOMMENDED).answer.at
        second = due(clock, start=start + timedelta(hours=later), calendars=CALENDARS, under=RECOMMENDED).answer.at
        assert start < first <= second
