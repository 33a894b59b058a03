"""Numbered interpretations: two people, both languages, no gap in a year, and nothing ever disappears (III ¶1)."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, connection, transaction

from cases.queries import visible_cases
from conduct.access.models import RecordGrant
from conduct.answers.models import Interpretation, Proposal, Wording
from conduct.answers.queries import found, interpretations, precedents
from conduct.answers.services import (
    Words,
    ask_again,
    decide_wording,
    mark_lapsed,
    propose_wording,
    withdraw_interpretation,
)
from conduct.answers.services._publishing import publish
from conduct.answers.services._standing import NothingAnswered, NothingPublic
from conduct.answers.services.decide_wording import NothingWaits, WhyNot
from conduct.answers.services.propose_wording import BothLanguages, NotToBePublished
from conduct.notices.models import Notice
from conduct.people.actor import REPORTER
from conduct.records.models import Record
from tests.integration.answers.conftest import WORDS

OTHER = Words(asked_en="Lunch?", asked_ja="昼食は？", answer_en="Up to 3,000 yen.", answer_ja="3,000円までです。")


@pytest.fixture
def answered(at_bosa, answer):
    return answer(at_bosa(), "auditor1", "V ¶1", "III ¶3(1)")


def waiting(case):
    return Proposal.objects.get(answer__record=case.record, decided_at=None, ended_at=None)


@pytest.mark.norm("N021", "N024")
def test_two_people_make_a_numbered_interpretation(answered, published):
    published(answered, "auditor1", "auditor2")

    one = interpretations().get()
    assert (str(one), one.body, one.paragraphs, one.version) == ("2026-1", "bosa", ["V ¶1", "III ¶3(1)"], 1)
    assert (one.asked_en, one.answer_ja) == (WORDS.asked_en, WORDS.answer_ja)


def test_whoever_proposed_it_does_not_approve_it(answered, actor, now):
    case = propose_wording(actor=actor("auditor1"), case=answered, words=WORDS, now=now)
    words = {"case": case, "proposal": waiting(case).pk, "approved": True, "now": now}

    for name in ("auditor1", "ceo", "director1", "controls", "employee1"):
        with pytest.raises(PermissionDenied):
            decide_wording(actor=actor(name), **words)
    with pytest.raises(IntegrityError, match="two_people"), transaction.atomic():
        who = actor("auditor1").person
        Proposal.objects.update(decided_by=who, decided_at=now, approved=True)
    assert not Interpretation.objects.exists()


def test_until_it_is_approved_no_word_of_it_lies_in_clear(answered, actor, now):
    case = propose_wording(actor=actor("auditor1"), case=answered, words=WORDS, now=now)

    assert not Wording.objects.exists()
    assert WORDS.answer_en.encode() not in bytes(waiting(case).words.sealed)


@pytest.mark.norm("N022")
def test_at_the_ceos_desk_the_second_person_of_the_rulebook_approves(settled, answer, actor, now):
    case = answer(settled(), "ceo")
    propose_wording(actor=actor("ceo"), case=case, words=WORDS, now=now)
    assert visible_cases(actor("controls")).exists()
    assert Notice.objects.filter(news="wording_asked").values_list("person__username", flat=True).get() == "controls"

    decide_wording(actor=actor("controls"), case=case, proposal=waiting(case).pk, approved=True, now=now)

    assert Interpretation.objects.get().body == "ceo"
    assert not visible_cases(actor("controls")).exists() and not RecordGrant.objects.exists()


def test_without_a_reason_nothing_is_refused_and_a_better_wording_may_follow(answered, actor, published, now):
    case = propose_wording(actor=actor("auditor1"), case=answered, words=WORDS, now=now)
    words = {"case": case, "proposal": waiting(case).pk, "approved": False, "now": now}
    with pytest.raises(WhyNot):
        decide_wording(actor=actor("auditor2"), reason=" ", **words)

    decide_wording(actor=actor("auditor2"), reason="It names the university.", **words)

    assert not Interpretation.objects.exists()
    published(case, "auditor1", "auditor3", OTHER)
    assert interpretations().get().answer_en == OTHER.answer_en


@pytest.mark.parametrize("gap", ["asked_en", "asked_ja", "answer_en", "answer_ja"])
def test_both_languages_or_nothing(answered, actor, now, gap):
    words = Words(**{name: "" if name == gap else "x" for name in ("asked_en", "asked_ja", "answer_en", "answer_ja")})

    with pytest.raises(BothLanguages):
        propose_wording(actor=actor("auditor1"), case=answered, words=words, now=now)


def test_one_wording_waits_at_a_time_and_none_without_an_answer(at_bosa, answered, actor, now):
    propose_wording(actor=actor("auditor1"), case=answered, words=WORDS, now=now)
    with pytest.raises(NotToBePublished):
        propose_wording(actor=actor("auditor2"), case=answered, words=OTHER, now=now)
    with pytest.raises(NothingAnswered):
        propose_wording(actor=actor("auditor1"), case=at_bosa(), words=OTHER, now=now)


def test_another_body_does_not_publish_it(answered, actor, now):
    Record.objects.filter(pk=answered.pk).update(body="board")

    with pytest.raises(NotToBePublished):
        propose_wording(actor=actor("director1"), case=answered, words=WORDS, now=now)


@pytest.mark.parametrize("meanwhile", ["lapsed", "asked again"])
def test_what_waited_ends_when_the_answer_lapses_or_the_question_opens_again(settled, answer, actor, now, meanwhile):
    case = answer(settled(), "ceo")
    propose_wording(actor=actor("ceo"), case=case, words=WORDS, now=now)
    proposal = waiting(case)

    if meanwhile == "lapsed":
        mark_lapsed(actor=actor("ceo"), case=case, reason="Other facts.", now=now)
    else:
        ask_again(actor=REPORTER, record=case.record, text="And?", now=now)

    assert not visible_cases(actor("controls")).exists()
    with pytest.raises((NothingWaits, PermissionDenied)):
        decide_wording(actor=actor("controls"), case=case, proposal=proposal.pk, approved=True, now=now)


def test_a_correction_is_a_new_version_under_the_same_number(answered, published, now):
    published(answered, "auditor1", "auditor2")
    published(answered, "auditor2", "auditor1", OTHER, at=now + timedelta(days=1))

    one = interpretations().get()
    assert (str(one), one.version, one.answer_en) == ("2026-1", 2, OTHER.answer_en)
    assert [each.answer_en for each in one.wordings.order_by("version")] == [WORDS.answer_en, OTHER.answer_en]


@pytest.mark.norm("N089")
def test_withdrawn_it_stays_readable_and_marked_and_keeps_its_number(answered, published, at_bosa, answer, actor, now):
    case = published(answered, "auditor1", "auditor2")
    withdraw_interpretation(actor=actor("auditor3"), case=case, reason="The Code has changed.", now=now)
    published(answer(at_bosa(), "auditor1"), "auditor1", "auditor2")

    assert [(str(one), bool(one.withdrawn_on)) for one in interpretations()] == [("2026-2", False), ("2026-1", True)]
    with pytest.raises(NothingPublic):
        withdraw_interpretation(actor=actor("auditor3"), case=case, reason="Again.", now=now)
    with pytest.raises(NotToBePublished):
        propose_wording(actor=actor("auditor1"), case=case, words=OTHER, now=now)
    for change in ({"number": 7}, {"paragraphs": ["V ¶2"]}):
        with pytest.raises(InternalError), transaction.atomic():
            Interpretation.objects.update(**change)
    with pytest.raises(InternalError), transaction.atomic():
        Interpretation.objects.all()._raw_delete("default")
    with pytest.raises(InternalError), transaction.atomic():
        Wording.objects.update(answer_en="Something else.")


def test_only_the_body_that_holds_it_withdraws(answered, published, actor, now):
    published(answered, "auditor1", "auditor2")

    for name in ("ceo", "director1", "employee1"):
        with pytest.raises(PermissionDenied):
            withdraw_interpretation(actor=actor(name), case=answered, reason="x", now=now)


def test_numbers_begin_again_each_year_and_have_no_gap_when_something_failed(at_bosa, answer, published, actor, now):
    for days in (0, 1, 60, 61):
        case = answer(at_bosa(), "auditor1", at=now + timedelta(days=days))
        published(case, "auditor1", "auditor2", at=now + timedelta(days=days))
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            case = answer(at_bosa(), "auditor1", at=now + timedelta(days=days, hours=1))
            published(case, "auditor1", "auditor2", at=now + timedelta(days=days, hours=1))
            raise ZeroDivisionError

    assert sorted(map(str, interpretations())) == ["2026-1", "2026-2", "2027-1", "2027-2"]


@pytest.mark.norm("N021")
def test_the_public_part_is_a_precedent_for_every_body(answered, published, actor, code, asked):
    published(answered, "auditor1", "auditor2")
    besides = asked().record

    (seen,) = precedents(actor("ceo"), ["V ¶1"], version=code, besides=besides)
    (known,) = precedents(actor("auditor3"), ["III ¶3"], version=code, besides=besides)

    assert (seen.reference, seen.record, str(seen.public)) == ("", None, "2026-1")
    assert (known.reference, str(known.public)) == (answered.record.reference, "2026-1")


@pytest.mark.parametrize(
    ("sought", "there"),
    [("teach", True), ("TEACHING fee", True), ("授業", True), ("teach 報酬", True), ("lunch", False), ("%", False)],
)
def test_it_is_found_by_words_in_either_language(answered, published, sought, there):
    published(answered, "auditor1", "auditor2")

    assert found(words=sought).exists() is there
    assert not found(words=sought, keys=["V ¶2"]).exists()
    assert found(words=sought, keys=["V ¶1"]).exists() is there


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gap_when_many_publish_at_once(at_bosa, answer, actor, now, volume):
    rounds = volume("interpretations published at once", sample=4, full=50)
    for turn in range(rounds):
        proposals = [prepared(at_bosa, answer, actor, now + timedelta(minutes=turn)) for _ in range(3)]
        start = Barrier(len(proposals))
        with ThreadPoolExecutor(len(proposals)) as pool:
            list(pool.map(lambda proposal: at_once(proposal, start, now), proposals))  # noqa: B023

    numbers = sorted(Interpretation.objects.values_list("number", flat=True))
    assert numbers == list(range(1, 3 * rounds + 1))


def prepared(at_bosa, answer, actor, at):
    case = answer(at_bosa(), "auditor1", at=at)
    return waiting(propose_wording(actor=actor("auditor1"), case=case, words=WORDS, now=at))


def at_once(proposal, start, now):
    try:
        start.wait()
        with transaction.atomic():
            publish(proposal, now=now)
    finally:
        connection.close()
