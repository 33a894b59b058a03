"""What the company chose and on which days it is closed: by date, seen at once, never rewritten."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from conduct.provisions.models import Holiday, ReadingChange
from conduct.provisions.queries import calendars, readings_on
from conduct.provisions.services import load_calendars
from conduct.rules.calendar import DateNotLoaded
from conduct.rules.calendars import CALENDARS
from conduct.rules.readings import RECOMMENDED, ReadingNotAllowed

pytestmark = pytest.mark.django_db
SUMMER = date(2026, 7, 1)


def choose(key, value, since=SUMMER, **more):
    return ReadingChange.objects.create(key=key, value=value, since=since, why="Chosen for a test.", **more)


def test_without_a_choice_the_recommended_readings_hold():
    assert readings_on(SUMMER) == RECOMMENDED


def test_a_choice_holds_from_its_day():
    choose("sla_triage_bd", 3)

    assert readings_on(date(2026, 6, 30)).sla_triage_bd == RECOMMENDED.sla_triage_bd
    assert readings_on(SUMMER).sla_triage_bd == 3


def test_the_later_choice_counts():
    choose("sla_triage_bd", 3)
    choose("sla_triage_bd", 4, since=date(2026, 8, 1))
    choose("sla_triage_bd", 2)

    assert (readings_on(SUMMER).sla_triage_bd, readings_on(date(2026, 8, 1)).sla_triage_bd) == (2, 4)


@pytest.mark.parametrize(("key", "value"), [("sla_triage_bd", 0), ("sub_officer", "ceo"), ("no_such_key", 1)])
def test_what_the_code_leaves_no_room_for_is_refused(key, value):
    with pytest.raises(ReadingNotAllowed):
        choose(key, value)

    assert not ReadingChange.objects.exists()


def test_what_needs_a_resolution_is_taken_with_one():
    with pytest.raises(ReadingNotAllowed):
        choose("materiality_presumed", ["bribery"])

    choose("materiality_presumed", ["bribery"], resolution="B-26-04")

    assert readings_on(SUMMER).materiality_presumed == {"bribery"}


@pytest.mark.parametrize("change", [{"value": 9}, {"since": date(2020, 1, 1)}, None])
def test_a_choice_is_never_rewritten(change):
    chosen = choose("sla_triage_bd", 3)
    row = ReadingChange.objects.filter(pk=chosen.pk)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.update(**change) if change else row.delete()

    assert readings_on(SUMMER).sla_triage_bd == 3


def test_loading_the_calendars_twice_adds_nothing():
    first = load_calendars()
    again = load_calendars()

    assert first.added == sum(len(calendar.closed) for calendar in CALENDARS.values())
    assert (again.added, again.confirmed) == (0, 0)


def test_the_loaded_calendars_are_those_of_the_rulebook():
    load_calendars()

    with CaptureQueriesContext(connection) as queries:
        loaded = calendars()

    assert loaded == CALENDARS
    assert len(queries) == 1


def test_a_day_that_the_company_adds_or_moves_is_seen_at_once():
    load_calendars()
    day = date(2026, 12, 10)
    assert calendars()["sec"].is_open(day)

    added = Holiday.objects.create(calendar="sec", day=day, name="Closed by order")
    assert not calendars()["sec"].is_open(day)

    added.delete()
    assert calendars()["sec"].is_open(day)


def test_loading_keeps_days_and_names_of_the_company_and_brings_what_has_been_announced_up_to_date():
    load_calendars()
    Holiday.objects.create(calendar="sec", day=date(2026, 12, 10), name="Closed by order")
    Holiday.objects.filter(calendar="tokyo", day=date(2026, 11, 23)).update(name="Day of thanks", provisional=True)

    loaded = load_calendars()

    assert (loaded.added, loaded.confirmed) == (0, 1)
    row = Holiday.objects.get(calendar="tokyo", day=date(2026, 11, 23))
    assert (row.name, row.provisional) == ("Day of thanks", False)
    assert Holiday.objects.filter(calendar="sec", day=date(2026, 12, 10)).exists()


def test_a_calendar_without_days_knows_no_day():
    with pytest.raises(DateNotLoaded):
        calendars()["tokyo"].is_open(date(2026, 11, 20))


def test_a_year_without_a_day_is_not_known_nor_any_after_it():
    for year in (2024, 2025, 2027):
        Holiday.objects.create(calendar="tokyo", day=date(year, 1, 1))
    tokyo = calendars()["tokyo"]

    assert (tokyo.first, tokyo.last) == (date(2024, 1, 1), date(2025, 12, 31))


def test_what_was_changed_in_the_table_stays_on_record():
    added = Holiday.objects.create(calendar="sec", day=date(2026, 12, 10), name="Closed by order")

    added.delete()

    with connection.cursor() as cursor:
        cursor.execute("SELECT calendar, day, pgh_label FROM provisions_holidayevent")
        assert cursor.fetchall() == [("sec", date(2026, 12, 10), "delete")]
