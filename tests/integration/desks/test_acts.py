"""Every act: its button stands where its service would accept, it works, it refuses, and what was typed is kept."""

import re

import pytest
from django.db import transaction

from cases.services import Entry, add_note, close_case, find_material, make_question, propose_keeping, take_case
from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.audit.models import AuditEvent
from conduct.desks.acts import ACTS, BY_SLUG
from conduct.handoffs.services import answer_determination, hand_on, name_party, receive
from conduct.people.vocabulary import FunctionName
from conduct.records.models import Record
from conduct.rules.criteria import BY_KEY
from conduct.rules.vocabulary import Body, Channel, PartyRole, PersonClass, Reply

pytestmark = pytest.mark.django_db
TYPED = "It is a small sum, and nobody above the team knew."
ANSWERS = {f"q_{key}": "no" for key in BY_KEY} | {"outcome": "non_material"}
PARTY = {"role": "witness", "person_class": "employee"}
SENT = {"person": "auditor3", "reason": TYPED, "text": TYPED, "body": "bosa", "paragraph": "III ¶1"} | ANSWERS | PARTY
SEEN = re.compile('name="seen" value="([^"]+)"')


def offered(text, page, desk, reference):
    return {act.name for act in ACTS if page(act.name, desk, reference) in text}


def test_the_buttons_of_a_matter_that_nobody_has_taken(at, page, words, filed):
    reference = filed("employee2").record.reference
    shown = words(at("ceo").get(page("record", "desk", reference)))

    assert offered(shown, page, "desk", reference) == {
        "take_case", "hand_on", "name_party", "add_note", "place_hold", "recuse",
    }  # fmt: skip


def test_the_buttons_of_a_matter_being_assessed(at, page, words, taken):
    reference = taken.record.reference
    shown = words(at("ceo").get(page("record", "desk", reference)))

    assert offered(shown, page, "desk", reference) == {
        "determine_materiality", "hand_on", "make_question", "name_party", "add_note", "place_hold", "recuse",
    }  # fmt: skip
    assert "counts as material until then" in shown


def test_the_buttons_at_the_competent_body(at, page, words, at_bosa, actor, now):
    take_case(actor=actor("auditor1"), case=at_bosa, now=now)
    reference = at_bosa.record.reference

    assert offered(words(at("auditor1").get(page("record", "bosa", reference))), page, "bosa", reference) == {
        "hand_on", "open_investigation", "make_question", "close_case", "name_party", "add_note", "place_hold",
        "exclude_member", "recuse",
    }  # fmt: skip


def test_what_arrives_is_received_or_returned_first(at, page, words, taken, actor, now):
    hand_on(actor=actor("ceo"), case=taken, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
    reference = taken.record.reference
    shown = offered(words(at("director1").get(page("record", "board", reference))), page, "board", reference)

    assert {"receive", "return_record"} <= shown and "hand_on" not in shown


@pytest.fixture(params=["received", "assessed", "proposed", "material", "at_bosa", "arriving", "closed", "question"])
def situation(request, filed, actor, now):
    """A desk, a person at it, and a matter in one of the situations that a matter can be in."""
    ceo, auditor = actor("ceo"), actor("auditor1")
    if request.param in {"at_bosa", "closed"}:
        case = take_case(actor=auditor, case=filed(PersonClass.OFFICER, channel=Channel.BOSA_NAMED), now=now)
        if request.param == "closed":
            close_case(actor=auditor, case=case, reason="Nothing in it.", now=now)
        return "bosa", "auditor1", case
    case = filed("employee2")
    if request.param != "received":
        case = take_case(actor=ceo, case=case, now=now)
    if request.param == "arriving":
        hand_on(actor=ceo, case=case, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
        return "board", "director1", case
    more = {"proposed": propose_keeping, "material": find_material, "question": make_question}.get(request.param)
    if more:
        more(actor=ceo, case=case, reason="So it is.", now=now)
    return "desk", "ceo", case


def test_no_button_leads_to_a_refusal_and_no_other_act_has_a_page(situation, at, page, words):
    desk, name, case = situation
    browser, reference = at(name), case.record.reference
    stand = offered(words(browser.get(page("record", desk, reference))), page, desk, reference)

    shown = {act.name: browser.get(page(act.name, desk, reference)).status_code for act in ACTS}
    assert shown == {act.name: 200 if act.name in stand else 409 for act in ACTS}
    for act in stand:
        assert ways(browser, page(act, desk, reference), desk) == (302, 200), act


def ways(browser, address, desk):
    """How sending an act answers, and the page it leads to. Undone, so that the next act finds the same matter."""
    before = transaction.savepoint()
    words = SENT | {"body": "board" if desk == "bosa" else "bosa"}
    sent = browser.post(address, words)
    if told := SEEN.search(sent.content.decode()):
        sent = browser.post(address, words | {"seen": told[1]})
    way = sent.status_code, browser.get(sent.url).status_code
    transaction.savepoint_rollback(before)
    return way


WITH_REASON = ("materiality", "name", "hand-on", "question")


@pytest.mark.parametrize("slug", WITH_REASON)
def test_a_missing_reason_is_asked_for_in_words_and_nothing_happens(slug, at, page, words, taken):
    act, reference = BY_SLUG[slug], taken.record.reference
    before = Record.objects.get(pk=taken.pk).__dict__ | {"_state": None}

    typed = SENT | {"reason": " ", "paragraph": "III ¶4"}
    answer = at("ceo").post(page(act.name, "desk", reference), typed)

    shown = words(answer)
    assert answer.status_code == 422 and "<title>Error: " in shown and "There is a problem" in shown
    assert shown.count("Write why") == 2
    assert slug != "hand-on" or ('value="bosa" required' in shown and '<option value="III ¶4" selected>' in shown)
    assert Record.objects.get(pk=taken.pk).__dict__ | {"_state": None} == before


def test_a_text_that_is_too_long_stays_in_its_field(at, page, words, taken):
    long = "word " * 900
    answer = at("ceo").post(page("determine_materiality", "desk", taken.record.reference), {"reason": long})

    assert answer.status_code == 422 and long.strip() in words(answer)


def test_what_a_colleague_did_meanwhile_is_a_409_that_gives_the_words_back(at, page, words, at_bosa, actor, now):
    take_case(actor=actor("auditor1"), case=at_bosa, now=now)
    close_case(actor=actor("auditor2"), case=at_bosa, reason="Nothing in it.", now=now)

    address = page("close_case", "bosa", at_bosa.record.reference)
    answer = at("auditor1").post(address, {"reason": TYPED}, HTTP_REFERER=f"https://localhost{address}")

    assert answer.status_code == 409
    assert TYPED in words(answer) and "closed" in words(answer) and f'href="{address}"' in words(answer)


def test_taking_something_to_receive_twice_is_said_on_the_page(at, page, words, taken, actor, now):
    hand_on(actor=actor("ceo"), case=taken, body=Body.BOARD, paragraph="III ¶1", reason="Theirs.", now=now)
    receive(actor=actor("director2"), case=taken, now=now)
    browser, matter = at("director1"), page("record", "board", taken.record.reference)

    answer = browser.post(
        page("receive", "board", taken.record.reference), HTTP_REFERER=f"https://localhost{matter}", follow=True
    )

    assert answer.redirect_chain == [(matter, 302)] and "Perhaps a colleague was faster" in words(answer)


def test_the_report_opens_by_its_own_request_and_the_opening_is_recorded(at, page, words, taken):
    browser, reference = at("ceo"), taken.record.reference
    assert "I saw it." not in words(browser.get(page("record", "desk", reference)))

    read = browser.post(page("read_sealed", "desk", reference), {"what": "report"})

    assert "I saw it." in words(read) and "What happened" in words(read)
    assert taken.record.events.filter(event="text:opened").count() == 1
    assert browser.get(page("read_sealed", "desk", reference)).url == page("record", "desk", reference)
    assert "I saw it." not in words(browser.get(page("record", "desk", reference)))


def test_notes_open_beside_the_line_that_they_belong_to(at, page, words, taken):
    browser, reference = at("ceo"), taken.record.reference
    browser.post(page("add_note", "desk", reference), {"text": TYPED})

    assert TYPED not in words(browser.get(page("record", "desk", reference)))
    assert f'<p class="event-note">{TYPED}</p>' in words(
        browser.post(page("read_sealed", "desk", reference), {"what": "notes"})
    )


def test_notes_of_a_body_above_stay_in_its_own_log(at, page, words, at_bosa, actor, now):
    add_note(actor=actor("auditor1"), case=at_bosa, text="Only among us.", now=now)
    hand_on(actor=actor("auditor1"), case=at_bosa, body=Body.BOARD, paragraph="III ¶1", reason="Yours.", now=now)

    read = words(at("director1").post(page("read_sealed", "board", at_bosa.record.reference), {"what": "notes"}))
    assert "Yours." in read and "Only among us." not in read


def test_i_am_involved_takes_one_page_and_no_reason(at, page, words, taken):
    browser, reference = at("ceo"), taken.record.reference

    answer = browser.post(page("recuse", "desk", reference), {"reason": ""}, follow=True)

    assert answer.status_code == 200 and "You have stepped aside" in words(answer)
    assert browser.get(page("record", "desk", reference)).status_code == 404
    assert reference in words(at("director1").get(page("board")))


def told_of(answer):
    return SEEN.search(answer.content.decode())[1]


def test_the_page_names_the_second_person_before_anything_is_done(at, page, words, taken):
    address = page("determine_materiality", "desk", taken.record.reference)
    shown = at("ceo").post(address, SENT)

    assert shown.status_code == 200 and "second person: Controls." in words(shown)
    assert not taken.keepings.exists()
    at("ceo").post(address, SENT | {"seen": told_of(shown)})
    assert taken.keepings.get().second_person.username == "controls"


def test_a_move_is_told_before_it_is_done_and_then_the_desk_has_it_no_longer(at, page, words, taken):
    browser, address = at("ceo"), page("name_party", "desk", taken.record.reference)
    typed = SENT | {"role": "subject", "who": "officer1"}
    shown = browser.post(address, typed)

    assert "goes to: Board of Statutory Auditors" in words(shown) and "for good: Officer1." in words(shown)
    assert not taken.parties.exists()
    done = browser.post(address, typed | {"seen": told_of(shown)})
    assert done.url == page("hand_ons", "desk")
    assert browser.get(page("record", "desk", taken.record.reference)).status_code == 404


def test_what_was_told_meanwhile_has_changed_is_told_again(at, page, words, taken, staff, now):
    browser, address = at("ceo"), page("name_party", "desk", taken.record.reference)
    shown = browser.post(address, SENT | {"role": "subject", "who": "employee2"})
    again = browser.post(address, SENT | {"role": "subject", "who": "officer1", "seen": told_of(shown)})

    assert again.status_code == 200 and told_of(again) != told_of(shown)
    assert not taken.parties.exists()


def test_a_name_that_several_bear_is_asked_again_at_the_field(at, page, words, taken, staff):
    for name in ("aoi1", "aoi2"):
        type(staff.person(name)).objects.filter(username=name).update(name="Aoi")
    shown = at("ceo").post(page("name_party", "desk", taken.record.reference), SENT | {"who": "Aoi"})

    assert shown.status_code == 422 and "Write the user name: aoi1, aoi2" in words(shown)


def test_the_people_open_by_their_own_request_and_the_opening_is_recorded(at, page, words, taken, actor, staff, now):
    browser, address = at("ceo"), page("people", "desk", taken.record.reference)
    name_party(
        actor=actor("ceo"), case=taken, entry=Entry(role=PartyRole.WITNESS, person_id=staff.person("employee2").pk),
        reason="She saw it.", now=now,
    )  # fmt: skip

    assert "Employee2" not in words(browser.get(address))
    shown = words(browser.post(address))
    assert "Employee2" in shown and "Correct entry 2" in shown
    assert taken.record.events.filter(event="text:opened").count() == 2


def test_an_entry_is_corrected_or_taken_out(at, page, words, taken):
    browser, address = at("ceo"), page("correct_party", "desk", taken.record.reference, 1)

    assert "Take this person out" in words(browser.get(address))
    assert browser.post(address, {"role": "subject", "reason": " "}).status_code == 422
    done = browser.post(address, {"role": "subject", "person_class": "sub_employee", "reason": TYPED})
    assert done.url == page("record", "desk", taken.record.reference)
    gone = browser.post(address, {"take_out": "on", "reason": TYPED}, follow=True)
    assert gone.status_code == 200 and taken.parties.filter(ended_at=None).count() == 0


class TestFoundNotMaterial:
    """The list of the statutory auditors, and calling in."""

    @pytest.fixture
    def kept(self, taken, actor, now):
        propose_keeping(actor=actor("ceo"), case=taken, reason="A pen.", replies={"money": Reply.NO}, now=now)
        return answer_determination(actor=actor("controls"), case=taken, confirmed=True, reason="Yes.", now=now)

    def test_shows_it_with_who_found_it_and_opens_why(self, at, page, words, kept):
        browser, reference = at("auditor1"), kept.record.reference
        shown = words(browser.get(page("determinations")))

        assert reference in shown and "Controls" in shown and "A pen." not in shown
        assert "A pen." in words(browser.post(page("read_grounds", reference)))

    @pytest.mark.parametrize(("who", "desk"), [("auditor1", "bosa"), ("director1", "board")])
    def test_can_be_called_in_by_its_number(self, at, page, words, kept, who, desk):
        reference = kept.record.reference
        sent = {"reference": reference.lower(), "reason": TYPED}
        done = at(who).post(page("call_in", desk), sent, follow=True)

        assert "It lies before the Board" in words(done)
        assert Record.objects.get(pk=kept.pk).body == "board"

    def test_another_number_is_refused_alike_whether_it_exists_or_not(self, at, page, words, filed):
        hidden, browser = filed("auditor1").record.reference, at("auditor1")
        told = [
            words(browser.post(page("call_in", "bosa"), {"reference": number, "reason": TYPED})).replace(number, "")
            for number in (hidden, "QQQQQQQQ")
        ]

        assert told[0] == told[1] and "No matter with this number" in told[0]

    @pytest.mark.parametrize("who", ["ceo", "controls", "secretary1", "employee1"])
    def test_is_nobody_elses(self, at, page, kept, who, staff):
        staff.function("secretary1", FunctionName.SECRETARY)
        for address in (page("determinations"), page("call_in", "bosa")):
            assert at(who).get(address).status_code == 404
        if who != "ceo":
            assert at(who).get(page("call_in", "board")).status_code == 404


def test_the_act_of_somebody_without_the_right_is_on_the_ledger(at, page, taken, staff, actor, now):
    grants.admit(staff.person("employee1"), Permission.RECORD_VIEW, taken.record, now=now)
    answer = at("employee1").post(page("close_case", "me", taken.record.reference), {"reason": TYPED})

    assert answer.status_code == 404
    assert AuditEvent.objects.filter(event="act:refused", actor=staff.person("employee1")).exists()
