"""Django's admin: for staff with rights on reference data, without deletion, sign-in or scripts that write markup."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from conduct.people.models import Company, Person
from conduct.provisions.models import Holiday

PLACE = "/w/admin/reference/"
RIGHTS = (
    "view_person",
    "change_person",
    "view_company",
    "change_company",
    "view_holiday",
    "add_holiday",
    "change_holiday",
)


@pytest.fixture
def keeper(person):
    """Somebody who looks after reference data."""
    person.is_staff = True
    person.save()
    person.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS))
    return person


@pytest.fixture
def asked(keeper):
    client = Client(headers={"x-forwarded-proto": "https"})
    client.force_login(keeper)
    return client


def test_the_first_page_lists_the_three_tables(asked):
    page = asked.get(PLACE).content.decode()

    assert all(f"{PLACE}{table}/" in page for table in ("people/person", "people/company", "provisions/holiday"))
    assert "password_change" not in page


def test_a_name_is_corrected_and_nothing_else_of_a_person(asked, other):
    answer = asked.post(
        f"{PLACE}people/person/{other.pk}/change/",
        {"name": "Shigure Akanekaya", "name_ja": "茜榧 時雨", "email": "", "username": "x", "is_superuser": "on"},
    )

    other.refresh_from_db()
    assert answer.status_code == 302
    assert (other.name, other.username, other.is_superuser) == ("Shigure Akanekaya", "shigure", False)
    assert [old.name for old in other.events.all()] == ["Shigure Asagimomi"]


def test_what_a_company_is_to_the_issuer_is_not_edited_here(asked, subsidiary):
    asked.post(f"{PLACE}people/company/{subsidiary.pk}/change/", {"name": "New Inc.", "relation": "affiliate"})

    subsidiary.refresh_from_db()
    assert (subsidiary.name, subsidiary.relation) == ("New Inc.", "subsidiary")


def test_a_closed_day_is_added(asked):
    asked.post(f"{PLACE}provisions/holiday/add/", {"calendar": "sec", "day": "2027-01-08", "name": "Storm"})

    assert Holiday.objects.filter(calendar="sec", day="2027-01-08").count() == 1


@pytest.mark.parametrize("page", ["people/person/add/", "people/company/add/"])
def test_people_and_companies_come_from_files(page, asked):
    assert asked.get(PLACE + page).status_code == 404


def test_nothing_is_deleted(asked, other):
    answer = asked.post(f"{PLACE}people/person/{other.pk}/delete/", {"post": "yes"})
    asked.post(f"{PLACE}people/person/", {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"})

    assert answer.status_code == 404
    assert Person.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize("page", ["", "people/person/", "people/appointment/", "password_change/"])
def test_to_other_people_there_is_no_such_page(page, other, client):
    client.force_login(other)

    assert client.get(PLACE + page).status_code == 404


def test_a_superuser_is_not_let_in(keeper, asked):
    Person.objects.filter(pk=keeper.pk).update(is_superuser=True)

    assert asked.get(PLACE).status_code == 404


def test_staff_without_rights_see_no_table(other, client, issuer):
    Person.objects.filter(pk=other.pk).update(is_staff=True)
    client.force_login(other)

    assert client.get(f"{PLACE}people/company/{Company.objects.get().pk}/change/").status_code == 404


@pytest.mark.parametrize(
    "page", ["people/person/", "people/company/", "provisions/holiday/", "provisions/holiday/add/"]
)
def test_no_page_needs_a_script_that_writes_markup(page, asked):
    shown = asked.get(PLACE + page).content.decode()

    assert "jquery" not in shown
    assert "style=" not in shown


def test_signing_in_and_out_is_done_elsewhere(asked):
    assert asked.get(f"{PLACE}login/").url == "/w/sign-in/"
    assert asked.post(f"{PLACE}logout/").url == "/w/sign-in/"
    assert asked.get(PLACE).status_code == 302
