"""The pages: answering in two steps, approving, the public register, the asker's note, the Board's table."""

import re
from dataclasses import asdict
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client

from cases.models import Case
from cases.services import About, Report, close_case, file_report, keep_number, take_case
from conduct.answers.models import Answer, FollowUp, Interpretation, PrecedentsShown, WaiverNeed
from conduct.answers.notes import dialogue, mark_of
from conduct.answers.reply import Told
from conduct.answers.services import mark_lapsed, propose_wording, withdraw_interpretation
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.audit.models import AuditEvent
from conduct.contact.models import ContactSession
from conduct.rules.vocabulary import Channel, PersonClass
from conduct.vault import receipts
from tests.integration.answers.conftest import WORDS

FIRST = {"paragraphs": ["V ¶1"]}
GIVEN = FIRST | {"text": "You may, once a year.", "facts": "One talk.\n\n At a university. ", "departs": "no"}


@pytest.fixture
def public():
    """A browser of somebody whom nobody knows."""
    client = Client()
    return lambda path, **words: client.get(path, words, secure=True)


def text(answer):
    return unescape(answer.content.decode())


def test_answering_takes_two_steps_and_shows_what_was_answered_before(at, page, words, at_bosa, answer):
    before = answer(at_bosa(), "auditor2")
    case = at_bosa()
    browser, url = at("auditor1"), page("answer_question", "bosa", case.record.reference)

    assert "Which paragraphs is the answer about?" in words(browser.get(url))
    second = words(browser.post(url, FIRST))
    assert before.record.reference in second and "Would this answer allow departing" in second
    done = browser.post(url, GIVEN | {"differs": "no"}, follow=True)

    assert "Answered. The person who asked can read it by the number." in words(done)
    given = Answer.objects.get(record=case.record)
    (note,) = dialogue(case.record).notes
    assert note.told.facts == ("One talk.", "At a university.") and given.paragraphs == ["V ¶1"]


@pytest.mark.parametrize("language", ["en", "ja"], indirect=True)
def test_every_mistake_is_told_at_its_field_and_nothing_typed_is_lost(at, page, staff, at_bosa, answer, language):
    answer(at_bosa(), "auditor2")
    person = staff.person("auditor1")
    person.language = language
    person.save()
    case = at_bosa()
    browser, url = at("auditor1"), page("answer_question", "bosa", case.record.reference)
    browser.post(url, FIRST)

    for gap in ("text", "facts", "departs", "differs"):
        said = GIVEN | {"differs": "no"} | {gap: ""}
        reply = browser.post(url, said)
        assert reply.status_code == 422 and "field-wrong" in text(reply), gap
        assert gap == "text" or GIVEN["text"] in text(reply)
    reply = browser.post(url, GIVEN | {"differs": "yes", "why_differs": " "})
    told = {"en": "Write why it differs. One sentence is enough", "ja": "異なる理由を書いてください。一文で足ります"}
    assert reply.status_code == 422 and told[language] in text(reply)
    for keys in ([], ["XX ¶9"]):
        assert browser.post(url, {"paragraphs": keys}).status_code == 422
    assert not Answer.objects.filter(record=case.record).exists()


def test_sent_without_having_seen_them_the_precedents_are_shown_and_the_text_stays(at, page, words, at_bosa):
    case = at_bosa()
    browser, url = at("auditor1"), page("answer_question", "bosa", case.record.reference)

    reply = browser.post(url, GIVEN)

    assert reply.status_code == 422 and not Answer.objects.exists()
    assert "earlier answers that you have not seen yet" in words(reply) and GIVEN["text"] in words(reply)
    assert PrecedentsShown.objects.count() == 1
    assert browser.post(url, GIVEN).status_code == 302 and Answer.objects.count() == 1


def test_what_would_be_a_waiver_is_held_and_everybody_concerned_can_read_that(at, page, words, at_bosa):
    case = at_bosa()
    browser, url = at("auditor1"), page("answer_question", "bosa", case.record.reference)
    browser.post(url, FIRST)

    done = words(browser.post(url, GIVEN | {"departs": "yes"}, follow=True))

    assert "Not answered: it needs a waiver." in done and "Held for a waiver" in done
    assert WaiverNeed.objects.get().record == case.record


@pytest.mark.norm("N022", "N023")
def test_no_button_leads_to_a_refusal(at, page, words, asked, settled, actor, now):
    open_yet = take_case(actor=actor("ceo"), case=asked(), now=now)
    ready = settled()
    browser = at("ceo")

    def offers(case):
        return f"{case.record.reference}/answer/" in words(browser.get(page("record", "desk", case.record.reference)))

    assert offers(ready) and not offers(open_yet)
    assert browser.get(page("answer_question", "desk", open_yet.record.reference)).status_code == 409


def test_the_answer_is_opened_on_the_record_page_by_a_press_that_is_written_down(at, page, words, at_bosa, answer):
    case = answer(at_bosa(), "auditor1", text="Yes, unpaid.")
    url = page("record", "bosa", case.record.reference)

    assert "Yes, unpaid." not in words(at("auditor2").get(url))
    opened = words(at("auditor2").post(f"{url}read/", {"what": "answers"}))

    assert "Yes, unpaid." in opened and "It is worth 500 yen." in opened
    read = timeline(case.record, [Domain.BOSA]).filter(event="text:opened", actor__username="auditor2")
    assert [line.facts["kind"] for line in read] == ["answer"]


def test_public_words_go_from_the_ceo_by_way_of_the_second_person_to_everybody(
    at, page, words, public, settled, answer
):
    case = answer(settled(), "ceo")
    reference = case.record.reference
    at("ceo").post(page("propose_wording", "desk", reference), asdict(WORDS))
    second, url = at("controls"), page("decide_wording", "me", reference)

    assert url in words(second.get(page("me"))) and url in words(second.get(page("notices")))
    assert WORDS.answer_ja not in words(second.get(url))
    read = words(second.post(url, {"read": "words"}))
    assert WORDS.answer_ja in read and WORDS.answer_en in read
    proposal = re.search(r'name="proposal" value="(\d+)"', read)[1]
    assert second.post(url, {"proposal": proposal, "approved": "no", "reason": " "}).status_code == 422
    assert second.post(url, {"proposal": proposal, "approved": "yes"}).url == page("me")

    assert WORDS.answer_en in text(public("/en/answers/")) and WORDS.answer_ja in text(public("/ja/answers/"))
    assert second.get(url).status_code == 404


def test_a_director_approves_nothing_of_another_body(at, page, at_bosa, answer, actor, now):
    case = answer(at_bosa(), "auditor1")
    propose_wording(actor=actor("auditor1"), case=case, words=WORDS, now=now)

    for name, desk in (("director1", "board"), ("ceo", "desk"), ("employee1", "me"), ("controls", "me")):
        assert at(name).get(page("decide_wording", desk, case.record.reference)).status_code == 404
    assert at("auditor1").get(page("decide_wording", "bosa", case.record.reference)).status_code == 409
    assert at("auditor2").get(page("decide_wording", "bosa", case.record.reference)).status_code == 200


@pytest.fixture
def register(at_bosa, answer, published, actor, now):
    """2026-1 was withdrawn, 2026-2 was corrected."""
    first = published(answer(at_bosa(), "auditor1", "III ¶3(1)"), "auditor1", "auditor2")
    withdraw_interpretation(actor=actor("auditor1"), case=first, reason="Old.", now=now)
    second = published(answer(at_bosa(), "auditor1", "V ¶2"), "auditor1", "auditor2")
    published(second, "auditor2", "auditor1", at=now + timedelta(hours=1))
    return first, second


def test_the_register_is_read_and_searched_by_anybody_and_keeps_nothing_of_it(register, public):
    lines, visits = AuditEvent.objects.count(), ContactSession.objects.count()

    everything = public("/en/answers/")
    assert "2026-1" in text(everything) and "2026-2" in text(everything) and not everything.cookies
    assert "/2026-1/" not in text(public("/en/answers/", paragraph="V ¶2"))
    assert "/2026-2/" not in text(public("/en/answers/", paragraph="iii-3-1"))
    assert "No answer fits." in text(public("/en/answers/", q="nothing like it"))
    assert "当てはまる回答はありません" in text(public("/ja/answers/", q="何もない"))
    assert "is no paragraph" in text(public("/en/answers/", paragraph="<b>"))
    for odd in ("0", "-1", "99999", "x", "²"):
        assert public("/en/answers/", leaf=odd).status_code == 200
    assert (AuditEvent.objects.count(), ContactSession.objects.count()) == (lines, visits)


def test_one_interpretation_says_what_it_was_and_that_it_was_withdrawn(register, public):
    withdrawn, corrected = text(public("/en/answers/2026-1/")), text(public("/ja/answers/2026-2/"))

    assert "Withdrawn on" in withdrawn and WORDS.answer_en in withdrawn
    assert "以前の文" in corrected and WORDS.answer_ja in corrected
    for missing in ("2026-3", "2025-1", "0-0", "99999999999-1"):
        assert public(f"/en/answers/{missing}/").status_code == 404


def test_nothing_on_the_public_pages_points_to_who_asked(register, public, staff):
    pages = [text(public(path)) for path in ("/en/answers/", "/en/answers/2026-1/", "/ja/answers/2026-2/")]
    told = [case.record.reference for case in register] + [person.name for person in staff.made.values()]
    told += list(Answer.objects.values_list("note", flat=True))

    assert [each for each in told for page in pages if each in page] == []


def test_a_paragraph_of_the_code_shows_its_answers(register, public):
    assert 'href="/en/answers/2026-2/"' in text(public("/en/code/v-2/"))
    assert 'href="/ja/answers/2026-1/"' in text(public("/ja/code/iii-3-1/"))
    assert "/answers/2026" not in text(public("/en/code/v-1/"))
    assert 'href="/en/answers/"' in text(public("/en/code/"))


class Asker:
    """Whoever holds the number."""

    def __init__(self, drawn):
        self.client, self.number = Client(), drawn.number.grouped()

    def opens(self, language="en"):
        here = {"sec-fetch-site": "same-origin", "origin": "https://testserver"}
        self.client.post(f"/{language}/contact/reply", {"number": self.number}, secure=True, headers=here)
        return self.client.get(f"/{language}/contact/messages", secure=True)

    def asks(self, said, language="en"):
        return self.client.post(f"/{language}/contact/messages/ask", {"text": said}, secure=True)


@pytest.fixture
def asker(asked, actor, now):
    """Somebody who asked and has the number, and the question in the hands of auditor1."""
    drawn = receipts.draw()
    case = asked(PersonClass.OFFICER, by="officer1", receipt=drawn)
    return Asker(drawn), take_case(actor=actor("auditor1"), case=case, now=now)


@pytest.mark.norm("N030")
def test_by_the_number_the_asker_reads_the_answer_with_its_facts_and_leaves_no_trace(asker, answer, language):
    who, case = asker
    answer(case, "auditor1", text="You may.\nTell us.")
    lines = AuditEvent.objects.count()

    shown = text(who.opens(language))

    assert "You may.<br>Tell us." in shown and "It is worth 500 yen." in shown
    (note,) = dialogue(case.record).notes
    assert note.mark in shown and note.note in shown
    secrets = [case.record.reference, str(case.pk), "Auditor1"]
    assert [each for each in secrets if each in shown] == [] and AuditEvent.objects.count() == lines


def test_the_asker_asks_again_and_a_mistake_costs_nothing(asker, answer, now):
    who, case = asker
    answer(case, "auditor1")
    who.opens()

    assert who.asks(" ").status_code == 422 and not FollowUp.objects.exists()
    assert who.asks("And my wife?").status_code == 303

    assert "And my wife?" in text(who.opens()) and Case.objects.get(pk=case.pk).state == "triage"


def test_the_asker_reads_that_it_needs_a_waiver_that_it_lapsed_or_that_there_is_no_answer(asker, answer, actor, now):
    who, case = asker
    case = answer(case, "auditor1", departs=True)
    held = text(who.opens())
    assert "only a waiver can" in held and "You may." not in held

    case = answer(case, "auditor1", at=now + timedelta(hours=1))
    mark_lapsed(actor=actor("auditor1"), case=case, reason="secret reason", now=now + timedelta(hours=2))
    lapsed = text(who.opens())
    assert "no longer holds since" in lapsed and "secret reason" not in lapsed


def test_closed_without_an_answer_the_asker_can_see_that(asker, actor, now):
    who, case = asker
    close_case(actor=actor("auditor1"), case=case, reason="Not about the Code.", now=now)

    shown = text(who.opens())
    assert "closed without an answer" in shown and "Not about the Code." not in shown


def test_without_a_number_nobody_asks_again(client, asker):
    assert client.post("/en/contact/messages/ask", {"text": "Hello"}, secure=True).url == "/en/after"
    assert not FollowUp.objects.exists()


def test_a_report_shows_no_form_for_questions(filed, actor, now):
    drawn = receipts.draw()
    report = Report(channel=Channel.BOSA_NAMED, about=(About(person_class=PersonClass.OFFICER),), told={"what": "x"})
    file_report(actor=actor("employee1"), report=report, receipt=drawn, now=now)
    who = Asker(drawn)

    assert "messages/ask" not in text(who.opens())


@pytest.mark.norm("N030")
def test_a_note_is_ours_or_not_and_says_when_it_lapsed(asker, answer, actor, now, client, language):
    _, case = asker
    case = answer(case, "auditor1")
    (note,) = dialogue(case.record).notes
    url = f"/{language}/answers/check/"

    def check(number, mark):
        return client.post(url, {"note": number, "mark": mark}, secure=True)

    ours = {"en": "This note is ours.", "ja": "この回答票は当社のものです。"}[language]
    typed = note.mark.replace(" ", "-").lower()
    assert ours in text(check(note.note.lower(), typed)) and "You may." in text(check(note.note, note.mark))
    for number, mark in ((note.note, note.mark[:-1] + ("A" if note.mark[-1] != "A" else "B")), ("NONE2345", note.mark)):
        assert ours not in text(check(number, mark)) and "You may." not in text(check(number, mark))
    assert check("", "").status_code == 422
    mark_lapsed(actor=actor("auditor1"), case=case, reason="Other facts.", now=now)
    told = {"en": "no longer holds since", "ja": "から有効ではありません"}[language]
    assert told in text(check(note.note, note.mark)) and not check(note.note, note.mark).cookies


def test_another_word_in_the_answer_gives_another_mark(asker, answer):
    _, case = asker
    answer(case, "auditor1")
    given = Answer.objects.get()
    said = Told("You may.", ("It is worth 500 yen.",))

    marks = {mark_of(given, each) for each in (said, Told("You may", said.facts), Told(said.text, ("500 yen.",)))}
    given.paragraphs = ["V ¶2"]
    assert len(marks | {mark_of(given, said)}) == 4


def test_who_kept_the_number_reads_the_answer_in_the_own_list(at, page, words, settled, answer, actor, now):
    case = settled()
    keep_number(actor=actor("employee1"), case=case, now=now)
    answer(case, "ceo", text="Below 3,000 yen, yes.")
    browser = at("employee1")

    url = page("own_report", case.record.reference)
    assert url in words(browser.get(page("notices")))
    assert "Below 3,000 yen, yes." in words(browser.get(url))
    assert at("employee2").get(url).status_code == 404


@pytest.mark.parametrize("name", ["ceo", "director1", "auditor1", "secretary1", "employee1"])
def test_the_table_of_ranks_is_for_the_board_and_the_auditors(at, page, secretary, name, staff):
    may = {"ceo": {"board"}, "director1": {"board"}, "auditor1": {"bosa"}}.get(name, set())

    opened = {desk for desk in ("desk", "board", "bosa") if at(name).get(page("dispersion", desk)).status_code == 200}
    assert opened == may


def test_five_of_a_kind_in_a_past_quarter_are_shown_and_four_are_not(at, page, words, moment, at_bosa, answer):
    for _ in range(4):
        answer(at_bosa(), "auditor1")
    moment.later(days=60)
    before = words(at("auditor2").get(page("dispersion", "bosa")))
    moment.later(days=-60)
    answer(at_bosa(), "auditor1")
    same_quarter = words(at("auditor2").get(page("dispersion", "bosa")))
    moment.later(days=60)
    after = words(at("auditor2").get(page("dispersion", "bosa")))

    assert "<td>5</td>" in after
    assert "<td>5</td>" not in before + same_quarter and "Too few questions" in before and "Too few" in same_quarter
    assert "<td>5</td>" not in words(at("director1").get(page("dispersion", "board")))
    assert Interpretation.objects.count() == 0
