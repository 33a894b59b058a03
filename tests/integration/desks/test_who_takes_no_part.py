"""Why can she not see it? The page of the statutory auditors, letting somebody back, and the presiding member's act."""

from uuid import uuid4

import pytest

from conduct.access.wall import is_walled
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import propose_lifting, recuse

TYPED = "He is my cousin; I should have said so."


@pytest.fixture
def aside(filed, actor, now):
    """A matter about an officer from which auditor3 stepped aside."""
    return recuse(actor=actor("auditor3"), case=filed("officer1"), reason=TYPED, now=now)


def test_the_auditors_read_who_is_out_and_why_and_nobody_else_learns_of_it(at, page, words, aside):
    shown = words(at("auditor1").post(page("walls"), {"reference": aside.record.reference.lower()}))

    assert "Officer1" in shown and "The matter is about this person." in shown
    assert "Auditor3" in shown and "Stepped aside." in shown and TYPED in shown
    opened = AuditEvent.objects.filter(record=aside.record, event="text:opened", actor__username="auditor1")
    assert set(opened.values_list("domain", flat=True)) == {"bosa"}


def test_asking_about_a_matter_at_the_ceos_desk_leaves_nothing_in_the_ceos_log(at, page, words, taken):
    before = AuditEvent.objects.exclude(domain="bosa").count()

    assert "The matter is about" in words(at("auditor1").post(page("walls"), {"reference": taken.record.reference}))
    assert AuditEvent.objects.exclude(domain="bosa").count() == before


def test_nothing_is_shown_before_it_is_asked_for(at, page, words, aside):
    shown = words(at("auditor1").get(page("walls")))

    assert "Auditor3" not in shown and aside.record.reference not in shown


def test_hidden_and_missing_numbers_are_answered_alike(at, page, words, filed):
    hidden, browser = filed("auditor1").record.reference, at("auditor1")
    told = [
        words(browser.post(page("walls"), {"reference": number})).replace(number, "") for number in (hidden, "QQQQQQQQ")
    ]

    assert told[0] == told[1] and "There is no matter with this number" in told[0]


@pytest.mark.parametrize("who", ["ceo", "director1", "controls", "employee1", "auditor3"])
def test_it_is_nobody_elses(at, page, aside, staff, who):
    address = page("lift_wall", aside.record.reference, staff.person("auditor3").pk)

    assert at(who).get(address).status_code == 404
    if who != "auditor3":
        assert at(who).get(page("walls")).status_code == 404


def test_two_auditors_let_somebody_back_on_their_pages(at, page, words, aside, staff):
    person = staff.person("auditor3")
    address = page("lift_wall", aside.record.reference, person.pk)
    first, second = at("auditor1"), at("auditor2")
    assert first.post(address, {"reason": " "}).status_code == 422
    first.post(address, {"reason": "Somebody of the same name."})
    assert "Another statutory auditor has to answer this." in words(
        first.post(address, {"confirmed": "yes"}, follow=True, headers={"referer": page("walls")})
    )

    assert aside.record.reference in words(second.get(page("walls")))
    assert second.post(address, {}).status_code == 422
    second.post(address, {"confirmed": "yes"})

    assert not is_walled(person, aside.record)
    assert second.get(address).status_code == 404


def test_whoever_is_not_behind_this_wall_has_no_such_page(at, page, aside, staff):
    for key in (staff.person("ceo").pk, uuid4()):
        assert at("auditor1").get(page("lift_wall", aside.record.reference, key)).status_code == 404


def test_a_proposal_waits_for_others_and_not_for_whoever_made_it(at, page, words, aside, actor, staff, now):
    propose_lifting(actor=actor("auditor1"), case=aside, person=staff.person("auditor3"), reason="x", now=now)

    assert aside.record.reference not in words(at("auditor1").get(page("walls")))
    assert aside.record.reference in words(at("auditor2").get(page("walls")))


class TestThePresidingMember:
    def test_shuts_a_colleague_out_on_the_page_of_the_matter(self, at, page, words, filed, staff):
        case = filed("officer1")
        browser, address = at("auditor1"), page("exclude_member", "bosa", case.record.reference)
        assert "Shut a colleague out" in words(browser.get(page("record", "bosa", case.record.reference)))
        assert "Auditor3" in words(browser.get(address)) and "Director1" not in words(browser.get(address))
        assert browser.post(address, {"person": "director1", "reason": TYPED}).status_code == 422

        browser.post(address, {"person": "auditor3", "reason": TYPED})

        assert is_walled(staff.person("auditor3"), case.record)

    def test_nobody_else_has_the_button(self, at, page, words, filed):
        reference = filed("officer1").record.reference

        assert "Shut a colleague out" not in words(at("auditor2").get(page("record", "bosa", reference)))
        sent = {"person": "auditor3", "reason": TYPED}
        answer = at("auditor2").post(page("exclude_member", "bosa", reference), sent, follow=True)
        assert "Only the presiding member" in words(answer)
