"""One's own matters: passing on, answering as second person, own reports, notices, the account."""

import pytest
from django.utils import translation

from cases.services import keep_number, open_investigation, take_case
from conduct.notices.models import Notice
from conduct.rules.vocabulary import Channel

pytestmark = pytest.mark.django_db


def test_a_supervisor_reads_passes_on_unchanged_and_sees_no_later_course(at, page, words, with_supervisor):
    browser, reference = at("manager1"), with_supervisor.record.reference
    assert reference in words(browser.get(page("me"))) and reference in words(browser.get(page("to_pass_on")))
    own = page("pass_on_report", reference)
    assert "I saw it." not in words(browser.get(own))
    assert "I saw it." in words(browser.post(own, {"read": "report"}))

    answer = browser.post(own, {"pass_on": "now"}, follow=True)

    shown = words(answer)
    assert "Passed on. You have done your duty" in shown and reference not in shown and "25 Nov 2026" in shown
    assert browser.get(own).status_code == 404
    assert reference in words(at("ceo").get(page("triage")))


def test_another_supervisor_sees_none_of_it(at, page, words, with_supervisor):
    browser, reference = at("controls"), with_supervisor.record.reference

    assert reference not in words(browser.get(page("to_pass_on")))
    assert browser.post(page("pass_on_report", reference), {"pass_on": "now"}).status_code == 404


def test_the_second_person_reads_and_confirms(at, page, words, proposed):
    browser, reference = at("controls"), proposed.record.reference
    own = page("answer_keeping", reference)
    before = words(browser.get(own))
    assert "Ceo proposes to keep it" in before and "A small sum." not in before

    read = words(browser.post(own, {"read": "both"}))
    assert "A small sum." in read and "I saw it." in read
    answer = browser.post(own, {"confirmed": "yes", "reason": "I agree."}, follow=True)

    assert "Your answer is kept" in words(answer) and browser.get(own).status_code == 404
    assert "Two people found it not material" in words(at("ceo").get(page("triage")))


def test_the_second_person_may_refuse_and_must_say_why(at, page, words, proposed):
    browser, own = at("controls"), page("answer_keeping", proposed.record.reference)

    refused = browser.post(own, {"confirmed": "no", "reason": ""})
    assert refused.status_code == 422 and 'value="no" required id="id_confirmed_1"' in words(refused)
    assert 'id="id_confirmed_1" checked' in words(refused).replace('aria-invalid="true" ', "")
    missing = browser.post(own, {"reason": "I do not know it well enough."})
    assert missing.status_code == 422 and "I do not know it well enough." in words(missing)

    browser.post(own, {"confirmed": "no", "reason": "There may be more."})
    assert "Assess whether it is material." in words(at("ceo").get(page("triage")))


def test_an_own_report_shows_how_far_it_is_and_the_promised_dates_and_nothing_more(at, page, words, filed, actor, now):
    case = filed("officer1")
    keep_number(actor=actor("employee1"), case=case, now=now)
    browser, own = at("employee1"), page("own_report", case.record.reference)
    assert case.record.reference in words(browser.get(page("own_reports")))
    assert 'aria-current="step"><span class="step-label">Received' in words(browser.get(own))

    take_case(actor=actor("auditor1"), case=case, now=now)
    open_investigation(actor=actor("auditor1"), case=case, now=now)

    shown = words(browser.get(own))
    assert 'aria-current="step"><span class="step-label">Looking into it' in shown
    assert "Acknowledge the report" in shown and "done on time" in shown and "Tell the reporter" in shown
    inside = shown.split("<main")[1]
    assert not any(word in inside for word in ("Auditor1", "Statutory Auditors", "triage", "decline", "I saw it"))


def test_an_own_list_without_reports_explains_itself(at, page, words):
    shown = words(at("employee1").get(page("own_reports")))

    assert "You keep no report in this list." in shown and "Nothing is wrong." in shown


def test_notices_lead_to_where_something_is_to_be_done(at, page, words, filed, proposed, with_supervisor):
    bosa = filed("officer1").record.reference
    found = {
        name: words(at(name).get(page("notices"))) for name in ("ceo", "controls", "manager1", "auditor1", "director1")
    }

    assert page("record", "desk", proposed.record.reference) in found["ceo"] and bosa not in found["ceo"]
    assert page("answer_keeping", proposed.record.reference) in found["controls"]
    assert page("pass_on_report", with_supervisor.record.reference) in found["manager1"]
    assert page("record", "bosa", bosa) in found["auditor1"]
    assert "No notices." in found["director1"]


def test_the_notice_without_content_comes_with_the_batch(at, page, words, filed, moment):
    filed("officer1")
    in_your_name, browser = "handed on to the Statutory Auditors in your name", at("ceo")
    assert "No notices." in words(browser.get(page("notices")))

    moment.later(minutes=39)

    assert in_your_name in words(browser.get(page("notices")))


def test_reading_notices_is_an_act_of_its_own(at, page, words, staff, filed):
    filed("employee2")
    browser = at("ceo")
    assert 'Notices <span class="count">1<' in words(browser.get(page("notices")))
    assert Notice.objects.filter(person=staff.person("ceo"), read_at=None).exists()

    shown = words(browser.post(page("read_notices"), follow=True))

    assert "Mark all as read" not in shown and 'class="count"' not in shown
    assert browser.get(page("read_notices")).status_code == 405


def test_the_account_keeps_what_is_wished_for_and_says_so_in_the_new_language(at, page, words, staff):
    browser = at("employee1")
    asked = {"language": "ja", "theme": "dark", "density": "dense", "keys": "on"}
    shown = words(browser.post(page("account"), asked, follow=True))

    person = staff.person("employee1")
    person.refresh_from_db()
    assert (person.language, person.theme, person.density, person.keys, person.mail_wanted) == (
        "ja", "dark", "dense", True, False,
    )  # fmt: skip
    with translation.override("ja"):
        assert translation.gettext("Saved.") in shown
    assert '<html lang="ja" data-theme="dark" data-density="dense">' in shown and 'data-keys="on"' in shown


def test_the_account_refuses_what_it_does_not_offer(at, page, words, staff):
    answer = at("employee1").post(page("account"), {"language": "xx", "theme": "pink", "density": "dense"})

    assert answer.status_code == 422 and "<title>Error: " in words(answer)
    staff.person("employee1").refresh_from_db()
    assert staff.person("employee1").language == "en"


def test_a_report_through_the_supervisor_is_nowhere_else_before_it_is_passed_on(at, page, words, filed):
    reference = filed("employee2", channel=Channel.SUPERVISOR).record.reference

    for name, route in (("ceo", "triage"), ("director1", "board"), ("auditor1", "bosa")):
        assert reference not in words(at(name).get(page(route), {"view": "all"}))
