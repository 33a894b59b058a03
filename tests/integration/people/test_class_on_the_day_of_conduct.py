"""The class that counts is that of the day of conduct (A13), as it was known at the moment one asks about."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conduct.people import queries
from conduct.people.dated import span
from conduct.people.models import Appointment, Company, Ownership, Person
from conduct.people.vocabulary import Office
from conduct.rules.vocabulary import PersonClass

YEARS = range(2010, 2022)
ISSUER = ("ceo", "statutory_auditor", "director", "officer", "internal_controls", "employee")
START = date(2010, 1, 1)


@pytest.mark.norm("N001")
def test_a_career_read_back_day_by_day(person, appoint, subsidiary):
    appoint(person, "employee", date(2010, 4, 1), date(2012, 3, 31), company=subsidiary)
    appoint(person, "employee", date(2012, 4, 1), date(2018, 6, 25))
    appoint(person, "officer", date(2016, 6, 26), date(2018, 6, 25))
    appoint(person, "director", date(2018, 6, 26), date(2022, 6, 25))
    appoint(person, "ceo", date(2020, 6, 26), date(2022, 6, 25))

    found = {year: queries.person_class(person, date(year, 6, 26)).value for year in range(2009, 2024, 2)}

    assert found == {
        **{2009: "third_party", 2011: "sub_employee", 2013: "employee", 2015: "employee"},
        **{2017: "officer", 2019: "director", 2021: "ceo", 2023: "third_party"},
    }


def test_first_and_last_day_belong_to_the_term(person, appoint):
    appoint(person, "director", date(2020, 6, 26), date(2022, 6, 25))
    days = [date(2020, 6, 25), date(2020, 6, 26), date(2022, 6, 25), date(2022, 6, 26)]

    assert [queries.person_class(person, day).value for day in days] == [
        "third_party", "director", "director", "third_party",
    ]  # fmt: skip


def test_a_company_counts_only_while_it_belongs_to_the_group(person, appoint, subsidiary):
    Ownership.objects.create(
        company=subsidiary, relation="subsidiary", pct=100, valid=span(date(2015, 4, 1), date(2019, 3, 31))
    )
    appoint(person, "officer", date(2010, 4, 1), company=subsidiary)
    days = [date(2015, 3, 31), date(2015, 4, 1), date(2019, 3, 31), date(2019, 4, 1)]

    assert [queries.person_class(person, day).value for day in days] == [
        "third_party", "sub_officer", "sub_officer", "third_party",
    ]  # fmt: skip


def test_an_appointment_entered_late_does_not_change_what_was_known(person, appoint):
    entered = datetime(2021, 1, 15, tzinfo=UTC)
    appoint(person, "director", date(2020, 12, 1), known_from=entered)
    conduct = date(2020, 12, 24)

    assert queries.person_class(person, conduct, known_at=entered - timedelta(seconds=1)) == PersonClass.THIRD_PARTY
    assert queries.person_class(person, conduct, known_at=entered) == PersonClass.DIRECTOR
    assert queries.person_class(person, conduct) == PersonClass.DIRECTOR


days = st.dates(START, date(2021, 12, 31))
moments = st.datetimes(datetime(2010, 1, 1), datetime(2021, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
periods = st.tuples(days, st.none() | days).filter(lambda pair: pair[1] is None or pair[0] <= pair[1])
knowns = st.tuples(moments, st.none() | moments).filter(lambda pair: pair[1] is None or pair[0] <= pair[1])
posts = st.tuples(st.sampled_from([office.value for office in Office]), st.integers(0, 2), periods, knowns)


class Oracle:
    """The same question, asked of plain lists in the plainest words."""

    def __init__(self):
        self.posts = []

    def answer(self, day, at):
        held = {
            (office, house) for office, house, period, known in self.posts if _in(day, period) and _known(at, known)
        }
        for office, name in zip(
            ISSUER, ("ceo", "statutory_auditor", "director", "officer", "officer", "employee"), strict=True
        ):
            if (office, 0) in held:
                return name
        if any(house == 1 and office != "employee" for office, house in held):
            return "sub_officer"
        if ("employee", 1) in held:
            return "sub_employee"
        return "affiliate_person" if held else "third_party"


def _in(day, period):
    return period[0] <= day and (period[1] is None or day <= period[1])


def _known(at, known):
    if at is None:
        return known[1] is None
    return known[0] <= at and (known[1] is None or at < known[1])


@settings(
    max_examples=5000 if os.environ.get("CONDUCT_FULL") == "1" else 60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    history=st.lists(posts, max_size=8),
    asked=st.lists(st.tuples(days, st.none() | moments), min_size=1, max_size=6),
)
def test_any_history_that_the_register_accepts_is_read_back_right(history, asked, db):
    with transaction.atomic():
        person, oracle = Person.objects.create(username="x", name="X"), Oracle()
        houses = [Company.objects.create(key=word, relation=word) for word in ("issuer", "subsidiary", "affiliate")]
        for post in history:
            _enter(person, houses, post, oracle)

        answers = [queries.person_class(person, day, known_at=at).value for day, at in asked]
        transaction.set_rollback(True)

    assert answers == [oracle.answer(day, at) for day, at in asked]


def _enter(person, houses, post, oracle):
    """The register may refuse a row; then it is no part of the history."""
    office, house, period, known = post
    times = {"valid": span(*period), "known_from": known[0], "known_until": known[1]}
    try:
        with transaction.atomic():
            Appointment.objects.create(person=person, company=houses[house], office=office, **times)
        oracle.posts.append(post)
    except IntegrityError:
        return
