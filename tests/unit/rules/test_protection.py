"""The presumption of retaliation is dated law: which measure, of which day, after a report of which day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conduct.rules import clocks
from conduct.rules.calendars import CALENDARS
from conduct.rules.protection import LAWS, check_in_after, presumption, watch_ends_on
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Measure

FIRST = date(2026, 12, 1)
PRESUMED = {Measure.DISMISSAL, Measure.DISCIPLINE}


def asked(measure=Measure.DISMISSAL, *, on=FIRST, reported_on=FIRST, under=RECOMMENDED):
    return presumption(measure, measure_on=on, reported_on=reported_on, under=under)


@pytest.mark.norm("N035")
@pytest.mark.parametrize(("day", "holds"), [(FIRST - timedelta(days=1), False), (FIRST, True)])
def test_the_label_appears_exactly_from_the_first_day_of_the_law(day, holds):
    found = asked(on=day, reported_on=day)

    assert (found.answer.holds, found.answer.by_law) == (holds, holds)
    assert found.steps[0].rule == "WPA-12"


def test_a_report_from_before_the_law_has_no_label_whenever_the_measure_comes():
    assert not asked(on=date(2027, 1, 10), reported_on=date(2026, 11, 30)).answer.holds


@pytest.mark.parametrize("measure", Measure)
def test_only_dismissal_and_discipline_are_presumed(measure):
    assert asked(measure).answer.holds is (measure in PRESUMED)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(date(2026, 12, 14), False), (date(2026, 12, 15), True), (date(2027, 12, 15), True), (date(2027, 12, 16), False)],
)
def test_it_holds_for_a_year_after_the_report_and_not_before_it(on, holds):
    assert asked(on=on, reported_on=date(2026, 12, 15)).answer.holds is holds


def test_a_longer_label_is_the_companys_own_after_the_year_of_the_law():
    longer = RECOMMENDED.changed(retaliation_label_years=2)

    within, after = asked(on=date(2027, 12, 1), under=longer).answer, asked(on=date(2027, 12, 2), under=longer).answer
    assert (within.holds, within.by_law) == (True, True)
    assert (after.holds, after.by_law, after.until) == (True, False, date(2028, 12, 1))


def test_the_source_stands_in_the_sentence():
    assert LAWS[0].source in asked().steps[0].why.told(str)


@pytest.mark.parametrize("day", [FIRST, date(2027, 2, 28), date(2028, 2, 29), date(2027, 8, 31)])
def test_the_watch_ends_when_its_clock_says(day):
    start = datetime.combine(day, datetime.min.time(), ZoneInfo("Asia/Tokyo")).replace(hour=9)
    due = clocks.due("C09", start=start, calendars=CALENDARS, under=RECOMMENDED).answer

    assert watch_ends_on(day, under=RECOMMENDED) == due.at.date()


@pytest.mark.parametrize(
    ("since", "last", "following"),
    [
        (date(2027, 1, 31), date(2027, 1, 31), date(2027, 2, 28)),
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)),
        (date(2027, 1, 15), date(2027, 6, 20), date(2027, 7, 15)),
        (date(2027, 1, 15), date(2027, 6, 14), date(2027, 6, 15)),
        (date(2027, 12, 15), date(2028, 1, 1), date(2028, 1, 15)),
    ],
)
def test_the_question_comes_on_the_same_day_of_each_month(since, last, following):
    assert check_in_after(since, last) == following
