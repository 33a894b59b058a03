"""I have a number: forgiving to type, three different mistakes, and what it opens."""

import re
from datetime import timedelta

import pgtrigger
import pytest

from cases.models import Case
from cases.services import close_case, open_investigation, pass_on_report, take_case
from conduct import clock
from conduct.contact.models import ContactSession
from conduct.deadlines.models import Deadline
from conduct.vault import digits, receipts
from tests.integration.contact.conftest import Reporter, main, number_on, text

FORMS = {
    "plain": lambda number: number.replace(" ", ""),
    "spaced": lambda number: number,
    "dashed": lambda number: number.replace(" ", "-"),
    "long vowel marks": lambda number: number.replace(" ", "ー"),
    "full width": lambda number: "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else "　" for sign in number),
    "pasted with a line end": lambda number: f" {number}\n",
}


@pytest.fixture
def number(staff):
    return number_on(Reporter().send(staff.person("employee1"), about="employee", channel="ceo"))


def enter(reporter, typed):
    return reporter.post("contact/reply", {"number": typed})


@pytest.mark.parametrize("form", FORMS)
def test_it_opens_however_it_is_typed(reporter, number, form):
    assert enter(reporter, FORMS[form](number))["Location"] == "/en/contact/messages"


def test_a_wrong_length_says_how_many_digits_there_were(either, number):
    answer = enter(either, number[:-1])

    said = {"en": "The number has 24 digits. You entered 23", "ja": "確認番号は24桁です。23桁入力されています"}
    assert answer.status_code == 422 and said[either.language] in main(answer)


def test_a_typing_mistake_is_told_without_asking_the_database(reporter, number, django_assert_num_queries):
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    with django_assert_num_queries(0):
        answer = enter(Reporter(), wrong)

    assert answer.status_code == 422 and "There is a typing mistake in the number" in main(answer)


def test_a_number_that_nobody_has_is_told(either, number):
    answer = enter(either, digits.draw().grouped())

    said = {"en": "No report has that number. Check it", "ja": "その番号の通報はありません"}
    assert answer.status_code == 422 and said[either.language] in main(answer)


def test_the_right_locator_with_another_secret_is_answered_the_same(reporter, number):
    other = digits.draw()
    body = number.replace(" ", "")[:8] + other.secret[:-1]
    mixed = body + digits.check_digit(body)

    assert enter(reporter, mixed).status_code == 422
    assert "No report has that number" in main(enter(reporter, mixed))


def test_what_was_typed_stays_in_the_field(reporter):
    assert 'value="1234"' in text(enter(reporter, "1234"))


@pytest.mark.parametrize("typed", ["", "   ", "no digits at all", "1" * 300])
def test_nonsense_is_a_mistake_like_others(reporter, typed):
    assert enter(reporter, typed).status_code == 422


def test_a_mistake_sets_no_cookie(reporter):
    assert not enter(reporter, "1234").cookies


def test_another_site_can_try_no_number(reporter, number):
    answer = reporter.post("contact/reply", {"number": number}, headers={"origin": "https://evil.test"})

    assert answer.status_code == 403 and not answer.cookies


def test_too_many_at_once_are_asked_to_wait(reporter, number, monkeypatch):
    monkeypatch.setattr(receipts, "PATIENCE", 0.01)
    for _slot in range(receipts.AT_ONCE):
        receipts._slots.acquire()
    try:
        answer = enter(reporter, number)
    finally:
        for _slot in range(receipts.AT_ONCE):
            receipts._slots.release()

    assert answer.status_code == 429 and "Wait 10 minutes" in main(answer)


def test_the_number_stands_in_no_address_and_in_no_row(reporter, number):
    answer = enter(reporter, number)
    row = bytes(ContactSession.objects.latest("used_at").sealed)

    assert number[:4] not in answer["Location"]
    assert number.encode() not in row and str(Case.objects.get().pk).encode() not in row


def test_received_shows_who_has_it_and_the_outer_day(reporter, number):
    enter(reporter, number)
    page = main(reporter.get("contact/messages"))

    case = Case.objects.get()
    assert "the CEO's desk" in page
    assert _day(case.record.opened_at + timedelta(days=7)) in page


def test_taken_is_read_and_then_looked_into_and_then_finished(reporter, staff, number):
    case = Case.objects.get()
    now, said = case.record.opened_at, []
    case.record.provisional = False
    case.record.save()
    acts = [
        lambda: take_case(actor=staff.actor("ceo"), case=case, now=now),
        lambda: open_investigation(actor=staff.actor("ceo"), case=case, now=now),
        lambda: close_case(actor=staff.actor("ceo"), case=case, reason="Done.", now=now),
    ]
    for act in [lambda: None, *acts]:
        act()
        case = Case.objects.get()
        enter(reporter, number)
        said.append(_heading(reporter.get("contact/messages")))

    assert said == ["Received", "Read", "Looking into it", "Finished"]


def test_read_promises_an_answer_in_three_months(reporter, staff, number):
    case = Case.objects.get()
    take_case(actor=staff.actor("ceo"), case=case, now=case.record.opened_at)
    enter(reporter, number)

    assert "You are told by then what was done" in main(reporter.get("contact/messages"))


READ_BY, TOLD_BY = "You see here by then that it was read.", "You are told by then what was done, as far as allowed."


def promised(reporter, number):
    """What stands on the page beside each promised day, and the days."""
    enter(reporter, number)
    page = re.search(r'<dl class="days">(.*?)</dl>', text(reporter.get("contact/messages")), re.S)[1]
    rows = [re.sub(r"<[^>]+>|\s+", " ", row) for row in page.split("</div>")[1:-1]]
    return [" ".join(row.split()).replace(" ,", ",") for row in rows]


def test_every_promised_day_stands_there_from_the_first_to_the_last(reporter, staff, number):
    case = Case.objects.get()
    opened_at = case.record.opened_at
    before = promised(reporter, number)
    case = take_case(actor=staff.actor("ceo"), case=case, now=opened_at)
    read = promised(reporter, number)
    case.record.provisional = False
    case.record.save()
    open_investigation(actor=staff.actor("ceo"), case=case, now=opened_at)
    case = Case.objects.get()
    close_case(actor=staff.actor("ceo"), case=case, reason="Done.", now=opened_at + timedelta(days=40))
    finished = promised(reporter, number)

    by, day = f"by {_day(opened_at + timedelta(days=7))}", _day(opened_at)
    assert before[0] == f"{by} {READ_BY}" and before[1].endswith(TOLD_BY)
    assert read[0] == f"{by} {READ_BY} done on {day}" and read[1].endswith(TOLD_BY)
    assert finished[0] == read[0]
    assert finished[1] == f"{read[1]} done on {_day(opened_at + timedelta(days=40))}"


def test_a_promise_that_was_not_kept_says_so(reporter, staff, number, monkeypatch):
    case = Case.objects.get()
    opened_at = case.record.opened_at
    monkeypatch.setattr(clock, "now", lambda: opened_at + timedelta(minutes=20))
    enter(reporter, number)
    with pgtrigger.ignore("deadlines.Deadline:what_is_due_stays"):
        Deadline.objects.update(due_at=opened_at, started_at=opened_at - timedelta(days=30))
    late = promised(reporter, number)
    take_case(actor=staff.actor("ceo"), case=case, now=opened_at + timedelta(days=1))
    kept = promised(reporter, number)

    assert late[0].endswith("late, not done yet")
    assert kept[0].endswith(f"done on {_day(opened_at + timedelta(days=1))}, late")


def test_with_the_supervisor_it_says_so_until_it_is_passed_on(reporter, staff):
    number = number_on(Reporter().send(staff.person("employee1"), about="employee", channel="supervisor"))
    enter(reporter, number)
    before = main(reporter.get("contact/messages"))
    case = Case.objects.get()
    pass_on_report(actor=staff.actor("manager1"), case=case, now=case.record.opened_at)
    after = main(reporter.get("contact/messages"))

    assert "your supervisor" in before and "your supervisor" not in after


def test_the_status_tells_days_but_no_minute_no_name_no_reference(reporter, staff, number):
    case = Case.objects.get()
    take_case(actor=staff.actor("ceo"), case=case, now=case.record.opened_at)
    enter(reporter, number)
    page = text(reporter.get("contact/messages"))

    secrets = [case.record.reference, str(case.pk), "Ceo", "Employee1", number, "He signed"]
    assert [secret for secret in secrets if secret in page] == []
    assert f"{case.record.opened_at:%H:%M}" not in page


def test_the_status_opens_in_the_other_language_too(reporter, number):
    enter(reporter, number)
    reporter.language = "ja"

    assert _heading(reporter.get("contact/messages")) == "受領"


def test_a_second_number_takes_the_place_of_the_first(reporter, staff, number):
    second = number_on(Reporter().send(staff.person("employee2"), about="officer"))
    rows = ContactSession.objects.count()
    enter(reporter, number)
    enter(reporter, second)

    assert ContactSession.objects.count() == rows + 1
    assert "Board of Statutory Auditors" in main(reporter.get("contact/messages"))


def test_the_page_of_a_draft_does_not_open_with_a_number(reporter, number):
    enter(reporter, number)

    assert reporter.get("contact/1")["Location"] == "/en/after"


def _heading(page):
    return text(page).split("<h1>")[1].split("</h1>")[0]


def _day(moment):
    day = clock.day(moment)
    return f"{day.day} {day:%b %Y}"
