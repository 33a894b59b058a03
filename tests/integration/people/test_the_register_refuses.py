"""Each promise of the register, broken on purpose past every service: the database refuses."""

from datetime import date

import pytest
from django.db import DataError, IntegrityError, connections, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F

from conduct.people.dated import span
from conduct.people.models import Appointment, Company, Function, Ownership, Person, Seat, Supervision

SPRING, SUMMER, AUTUMN = date(2021, 4, 1), date(2021, 7, 1), date(2021, 10, 1)


def refused(constraint):
    return pytest.raises(IntegrityError, match=constraint)


def test_two_ceo_terms_of_one_company_do_not_overlap(person, other, appoint):
    appoint(person, "ceo", SPRING, SUMMER)

    with refused("appointment_one_ceo"):
        appoint(other, "ceo", SUMMER)


def test_the_next_ceo_may_begin_the_day_after(person, other, appoint, subsidiary):
    appoint(person, "ceo", SPRING, date(2021, 6, 30))

    appoint(other, "ceo", SUMMER)
    appoint(person, "ceo", SUMMER, company=subsidiary)


def test_a_person_holds_an_office_in_a_company_once_at_a_time(person, appoint):
    appoint(person, "director", SPRING)

    with refused("appointment_same_office_once"):
        appoint(person, "director", SUMMER)


@pytest.mark.parametrize("office", ["director", "officer", "employee", "ceo", "internal_controls"])
def test_a_statutory_auditor_holds_no_other_office_in_issuer_or_subsidiary(office, person, appoint, subsidiary):
    appoint(person, "statutory_auditor", SPRING)

    with refused("appointment_auditor_does_not_manage"), transaction.atomic():
        appoint(person, office, SUMMER)
    with refused("appointment_auditor_does_not_manage"):
        appoint(person, office, SUMMER, company=subsidiary)


def test_nor_does_the_holder_of_another_office_become_statutory_auditor(person, appoint, subsidiary):
    appoint(person, "employee", SPRING, AUTUMN, company=subsidiary)

    with refused("appointment_auditor_does_not_manage"):
        appoint(person, "statutory_auditor", SUMMER)


def test_a_former_employee_may_become_statutory_auditor(person, appoint):
    appoint(person, "employee", SPRING, date(2021, 6, 30))

    appoint(person, "statutory_auditor", SUMMER)


def test_a_statutory_auditor_may_audit_a_subsidiary_as_well_and_work_for_an_affiliate(
    person, appoint, subsidiary, affiliate
):
    appoint(person, "statutory_auditor", SPRING)

    appoint(person, "statutory_auditor", SPRING, company=subsidiary)
    appoint(person, "employee", SPRING, company=affiliate)


def test_an_employee_of_the_issuer_may_audit_a_subsidiary_but_nobody_audits_the_own_house(person, appoint, subsidiary):
    appoint(person, "employee", SPRING)
    appoint(person, "statutory_auditor", SPRING, company=subsidiary)

    with refused("appointment_auditor_not_of_own_house"):
        appoint(person, "director", SUMMER, company=subsidiary)


def test_an_affiliate_cannot_become_a_subsidiary_over_its_employee_who_audits_the_issuer(person, appoint, affiliate):
    appoint(person, "statutory_auditor", SPRING)
    appoint(person, "employee", SPRING, company=affiliate)

    with refused("appointment_auditor_does_not_manage"):
        Company.objects.filter(pk=affiliate.pk).update(relation="subsidiary")


def test_an_appointment_cannot_lie_about_its_company(person, appoint, subsidiary):
    appointment = appoint(person, "employee", SPRING, company=subsidiary, relation="affiliate")

    Appointment.objects.filter(pk=appointment.pk).update(relation="issuer")
    appointment.refresh_from_db()

    assert (appointment.relation, appointment.side) == ("subsidiary", "manages")


@pytest.mark.parametrize("place", [("board", "director"), ("bosa", "statutory_auditor")])
def test_a_seat_lies_within_a_term_of_its_office(place, person, appoint, seat, commit):
    body, office = place
    appoint(person, office, SPRING, SUMMER)

    seat(person, body, SPRING, AUTUMN)

    with refused("within a term"):
        commit()


@pytest.mark.parametrize("place", [("board", "statutory_auditor"), ("bosa", "director")])
def test_the_other_office_gives_no_seat(place, person, appoint, seat, commit):
    body, office = place
    appoint(person, office, SPRING)

    seat(person, body, SPRING)

    with refused("within a term"):
        commit()


def test_a_director_of_a_subsidiary_has_no_seat(person, appoint, seat, subsidiary, commit):
    appoint(person, "director", SPRING, company=subsidiary)

    seat(person, "board", SPRING)

    with refused("within a term"):
        commit()


def test_a_term_is_not_shortened_under_its_seat(person, appoint, seat, commit):
    term = appoint(person, "director", SPRING)
    seat(person, "board", SPRING)
    commit()

    Appointment.objects.filter(pk=term.pk).update(known_until=F("known_from"))
    appoint(person, "director", SPRING, SUMMER)

    with refused("within a term"):
        commit()


def test_term_and_seat_are_shortened_together(person, appoint, seat, commit):
    term = appoint(person, "director", SPRING)
    place = seat(person, "board", SPRING)
    commit()

    for row in (term, place):
        type(row).objects.filter(pk=row.pk).update(known_until=F("known_from"))
    appoint(person, "director", SPRING, SUMMER)
    seat(person, "board", SPRING, SUMMER)

    commit()


def test_terms_without_a_gap_carry_one_seat(person, appoint, seat, commit):
    appoint(person, "director", SPRING, date(2021, 6, 30))
    appoint(person, "director", SUMMER)

    seat(person, "board", SPRING)

    commit()


@pytest.mark.django_db(transaction=True)
def test_of_a_seat_taken_and_a_term_ended_at_the_same_moment_one_is_refused(person, appoint):
    term = appoint(person, "director", SPRING)
    second = connections.create_connection("default")

    with pytest.raises(IntegrityError, match="within a term"), transaction.atomic():
        Seat.objects.create(person=person, body="board", valid=span(SPRING))
        with second.cursor() as cursor:
            cursor.execute("UPDATE people_appointment SET known_until = now() WHERE id = %s", [term.pk])
    second.close()


def test_one_presides_over_a_body_at_a_time(person, other, appoint, seat):
    for member in (person, other):
        appoint(member, "statutory_auditor", SPRING)
    seat(person, "bosa", SPRING, AUTUMN, presides=True)

    with refused("seat_one_presides"):
        seat(other, "bosa", SUMMER, presides=True)


def test_a_person_has_one_seat_in_a_body(person, appoint, seat):
    seat(person, "board", SPRING)

    with refused("seat_once"):
        seat(person, "board", SUMMER)


def test_there_is_one_listed_company(issuer):
    with refused("company_one_issuer"):
        Company.objects.create(key="second", name="Second Inc.", relation="issuer")


def test_an_employee_has_one_supervisor_at_a_time_and_never_the_own_person(person, other):
    Supervision.objects.create(employee=person, supervisor=other, valid=span(SPRING))

    with refused("supervision_one_at_a_time"), transaction.atomic():
        Supervision.objects.create(employee=person, supervisor=other, valid=span(SUMMER))
    with refused("supervision_of_somebody_else"):
        Supervision.objects.create(employee=other, supervisor=other, valid=span(SPRING))


def test_a_function_is_held_once_at_a_time(person):
    Function.objects.create(person=person, function="secretary", valid=span(SPRING))

    with refused("function_once"):
        Function.objects.create(person=person, function="secretary", valid=span(SUMMER))


def test_a_share_is_dated_once_and_lies_between_0_and_100(affiliate):
    Ownership.objects.create(company=affiliate, relation="affiliate", pct=30, valid=span(None, SPRING))

    with refused("ownership_one_at_a_time"), transaction.atomic():
        Ownership.objects.create(company=affiliate, relation="subsidiary", pct=60, valid=span(SPRING))
    with refused("ownership_is_a_share"):
        Ownership.objects.create(company=affiliate, relation="subsidiary", pct=101, valid=span(SUMMER))


def test_nothing_ends_before_it_starts(person, appoint):
    with pytest.raises(DataError, match="less than or equal"):
        appoint(person, "employee", SUMMER, SPRING)


def test_nothing_lasts_no_day_at_all(affiliate):
    no_day = DateRange(SPRING, SPRING, "[)")

    with refused("ownership_lasts_a_day"):
        Ownership.objects.create(company=affiliate, relation="affiliate", pct=30, valid=no_day)


def test_known_time_does_not_end_before_it_starts(person, appoint):
    appointment = appoint(person, "employee")

    with refused("known_ends_later"):
        Appointment.objects.filter(pk=appointment.pk).update(known_until="2001-01-01T00:00Z")


def test_a_row_is_never_deleted(person, appoint):
    appoint(person, "employee")

    with refused("never deleted"):
        Appointment.objects.all().delete()


def test_a_row_is_never_rewritten(person, other, appoint):
    appointment = appoint(person, "employee")
    rows = Appointment.objects.filter(pk=appointment.pk)

    for rewrite in ({"office": "officer"}, {"valid": span(SPRING)}, {"person": other}, {"title": "Clerk"}):
        with refused("never rewritten"), transaction.atomic():
            rows.update(**rewrite)


def test_a_closed_row_stays_closed(person, appoint):
    appointment = appoint(person, "employee")
    rows = Appointment.objects.filter(pk=appointment.pk)
    rows.update(known_until=F("known_from"))

    with refused("never rewritten"):
        rows.update(known_until=None)


def test_a_closed_row_gives_way_to_its_correction(person, appoint):
    wrong = appoint(person, "director", SPRING)
    Appointment.objects.filter(pk=wrong.pk).update(known_until=F("known_from"))

    appoint(person, "statutory_auditor", SPRING)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("company", "relation"),
        ("appointment", "office"),
        ("seat", "body"),
        ("function", "function"),
        ("person", "theme"),
    ],
)
def test_no_column_of_words_takes_an_unknown_word(table, column, person, appoint, seat):
    appoint(person, "director")
    seat(person, "board")
    Function.objects.create(person=person, function="admin", valid=span(SPRING))
    rows = {"company": Company, "appointment": Appointment, "seat": Seat, "function": Function, "person": Person}[table]

    row = rows.objects.get()
    row.pk = None
    setattr(row, column, "unheard-of")

    with pytest.raises(IntegrityError, match="is_a_word"):
        row.save(force_insert=True)
