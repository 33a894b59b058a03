"""Signed in: as whom, once, which ways are open, and what may be kept."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from cases.models import Case, KeptNumber
from conduct.contact.models import ContactSession
from conduct.people.dated import span
from conduct.people.models import Supervision
from conduct.provisions.queries import NoCodeInForce
from tests.integration.conftest import SINCE
from tests.integration.contact.conftest import HERE, STORY, Reporter, main, number_on, text


def test_sending_needs_signing_in(reporter):
    reporter.until_check()
    answer = reporter.post("contact/check")

    assert answer["Location"] == "/w/send/"
    assert reporter.get("/w/send/")["Location"] == "/w/sign-in/?next=/w/send/"
    assert "What you wrote is still here. Sign in to send it." in main(reporter.get("/w/sign-in/?next=/w/send/"))


def test_the_last_page_says_as_whom(reporter, staff):
    assert main(reporter.until_send(staff.person("employee1"))).startswith("Back Last step Send as Employee1")


def test_looking_sends_nothing(reporter, staff):
    reporter.until_send(staff.person("employee1"))

    assert not Case.objects.exists()


def test_a_draft_that_is_not_whole_goes_back_to_what_is_missing(reporter, staff):
    reporter.start()
    reporter.answer(1, about="officer")
    reporter.sign_in(staff.person("employee1"))

    assert reporter.get("/w/send/")["Location"] == "/en/contact/2"
    assert reporter.post("/w/send/")["Location"] == "/en/contact/2"


def test_sending_twice_makes_one_case_and_shows_the_same_number(reporter, staff):
    first = reporter.send(staff.person("employee1"))
    again = reporter.post("/w/send/")

    assert again["Location"] == "/w/send/done/"
    assert number_on(reporter.get("/w/send/done/")) == number_on(first) != ""
    assert Case.objects.count() == 1


def test_after_exit_the_number_is_shown_no_more(reporter, staff):
    reporter.send(staff.person("employee1"))
    reporter.post("contact/exit")

    assert reporter.get("/w/send/done/")["Location"].endswith("/after")
    assert reporter.post("/w/send/")["Location"].endswith("/after")


def test_the_number_is_shown_to_its_sender_alone(reporter, staff):
    reporter.send(staff.person("employee1"))
    reporter.sign_in(staff.person("employee2"))

    assert reporter.get("/w/send/done/")["Location"].endswith("/after")


def test_entering_the_number_ends_the_page_that_shows_it(reporter, staff):
    number = number_on(reporter.send(staff.person("employee1")))

    assert reporter.post("contact/reply", {"number": number})["Location"] == "/en/contact/messages"
    assert reporter.get("/w/send/done/")["Location"].endswith("/after")
    assert ContactSession.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one_case(staff):
    reporter = Reporter()
    reporter.until_send(staff.person("employee1"))

    def press(_turn):
        answer = reporter.client.post("/w/send/", secure=True)
        connection.close()
        return answer

    with ThreadPoolExecutor(4) as presses:
        answers = list(presses.map(press, range(4)))

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(303, "/w/send/done/")}
    assert Case.objects.count() == 1


def test_the_way_is_closed_without_a_supervisor_and_the_others_are_offered(reporter, staff):
    page = reporter.until_send(staff.person("manager1"), about="employee", channel="supervisor")

    assert "We know of no supervisor of yours. Choose another way." in main(page)
    assert {'value="ceo"', 'value="bosa_named"'} <= set(_values(page)) and 'value="supervisor"' not in _values(page)


def test_pressing_send_on_a_closed_way_sends_nothing(reporter, staff):
    reporter.until_send(staff.person("manager1"), about="employee", channel="supervisor")

    assert reporter.post("/w/send/").status_code == 200
    assert not Case.objects.exists()


def test_the_way_is_closed_where_the_supervisor_is_named(reporter, staff):
    boss = staff.person("officer1")
    Supervision.objects.create(employee=staff.person("manager1"), supervisor=boss, valid=span(SINCE))
    page = reporter.until_send(
        staff.person("manager1"), about="officer", channel="supervisor", more={"people": [str(boss.pk)]}
    )

    assert "Your supervisor is named in it. Choose another way." in main(page)


def test_another_way_is_one_press_away(reporter, staff):
    reporter.until_send(staff.person("manager1"), about="employee", channel="supervisor")
    reporter.post("/w/send/way/", {"channel": "bosa_named"})
    reporter.post("/w/send/")

    assert Case.objects.get().record.body == "bosa"


@pytest.mark.parametrize("channel", ["ceo", "anonymous", "", "nonsense"])
def test_a_way_that_is_not_open_cannot_be_switched_to(reporter, staff, channel):
    reporter.until_send(staff.person("employee1"), about="ceo")
    reporter.post("/w/send/way/", {"channel": channel})

    assert "With my name, to the Statutory Auditors only" in main(reporter.get("/w/send/"))


@pytest.mark.parametrize("name", ["officer1", "director1", "auditor1", "ceo"])
def test_leaders_see_the_statutory_auditors_first(reporter, staff, name):
    page = reporter.until_send(staff.person(name), about="employee", channel="ceo")

    said = main(page)
    assert "The Statutory Auditors come first for you" in said
    assert said.index("Reads it: 3 statutory auditors.") < said.index("Reads it: the CEO's desk.")


def test_others_are_not_asked_to_think_again(reporter, staff):
    page = reporter.until_send(staff.person("employee1"), about="employee", channel="ceo")

    assert "The Statutory Auditors come first for you" not in main(page)


@pytest.mark.parametrize("channel", ["ceo", "supervisor"])
def test_the_number_goes_into_the_own_list_only_when_asked(reporter, staff, channel):
    employee = staff.person("employee1")
    page = reporter.send(employee, about="employee", channel=channel)
    before = KeptNumber.objects.count()
    reporter.post("/w/send/keep/")

    assert "Whoever runs the server could see that you sent something." in text(page)
    assert (before, KeptNumber.objects.get().person) == (0, employee)
    assert "It is in your own list now." in main(reporter.get("/w/send/done/"))


def test_what_only_the_statutory_auditors_read_is_never_listed(reporter, staff):
    page = reporter.send(staff.person("employee1"), channel="bosa_named")
    answer = reporter.post("/w/send/keep/")

    assert "Keep it in my own list" not in text(page)
    assert answer.status_code == 404 and not KeptNumber.objects.exists()


def test_nobody_else_can_put_it_into_a_list(reporter, staff):
    reporter.send(staff.person("employee1"), about="employee", channel="ceo")
    reporter.sign_in(staff.person("employee2"))

    assert reporter.post("/w/send/keep/").status_code == 404
    assert not KeptNumber.objects.exists()


def test_what_the_rules_refuse_is_told_on_the_page_and_the_draft_stays(reporter, staff, monkeypatch):
    reporter.until_send(staff.person("employee1"))
    monkeypatch.setattr(sys.modules["conduct.contact.services.send_draft"], "file_report", _refuse)
    headers = HERE | {"referer": "https://testserver/w/send/"}
    answer = reporter.post("/w/send/", headers=headers)

    assert answer["Location"] == "/w/send/"
    assert "No Code of Conduct was in force" in main(reporter.get("/w/send/"))
    assert STORY in main(reporter.get("contact/check"))


def _refuse(**_arguments):
    raise NoCodeInForce(day=SINCE)


def _values(page):
    return [f'value="{part.split(chr(34))[0]}"' for part in text(page).split('name="channel" value="')[1:]]
