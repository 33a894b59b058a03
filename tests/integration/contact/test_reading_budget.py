"""The whole way can be read in about three minutes, and nothing on it gives anything away."""

import pytest

from cases.models import Case
from tests.integration.contact.conftest import STORY, main, number_on, title

WORDS, SIGNS = 650, 1_500
WAYS = [("officer", "bosa_named"), ("employee", "ceo"), ("employee", "supervisor"), ("officer", "ceo")]


def walked(reporter, person, **answers):
    reporter.get("contact/")
    reporter.send(person, **answers)
    return [page for page in reporter.pages if page.status_code == 200]


@pytest.mark.parametrize(("about", "channel"), WAYS)
def test_the_way_stays_within_its_budget_of_reading(either, staff, about, channel):
    read = " ".join(main(page) for page in walked(either, staff.person("employee1"), about=about, channel=channel))

    if either.language == "en":
        assert len(read.split()) <= WORDS
    else:
        assert len(read.replace(" ", "").replace(STORY.replace(" ", ""), "")) <= SIGNS


def test_the_way_has_no_more_than_nine_pages(either, staff):
    assert len(walked(either, staff.person("employee1"))) == 9


def test_titles_tell_where_one_is_and_nothing_else(either, staff):
    titles = [title(page) for page in walked(either, staff.person("employee1"))]

    telling = ["report", "whistle", "通報", "officer", "役員", "Employee1", STORY[:9]]
    assert [word for word in telling for one in titles if word.lower() in one.lower()] == []


def test_titles_number_the_questions(reporter, staff):
    titles = [title(page) for page in walked(reporter, staff.person("employee1"))]

    numbered = [f"Question {number} of 6 – Code of Conduct desk" for number in range(1, 7)]
    assert titles[1:7] == numbered


def test_no_address_holds_a_secret(either, staff):
    walked(either, staff.person("employee1"))
    number = number_on(either.pages[-1])
    either.post("contact/reply", {"number": number})
    case = Case.objects.get()

    secrets = [number[:4], number.replace(" ", "")[:8], case.record.reference, str(case.pk), either.cookie, STORY[:9]]
    addresses = [page.get("Location", "") + page.wsgi_request.get_full_path() for page in either.pages]
    assert [(secret, address) for secret in secrets for address in addresses if secret in address] == []


def test_no_page_of_the_draft_is_read_with_a_tongue_of_the_other_language(either):
    either.start()
    page = either.get("contact/1").content.decode()

    assert f'<html lang="{either.language}"' in page
