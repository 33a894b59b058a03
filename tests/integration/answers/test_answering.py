"""Only the body that may interpret the Code answers; what would be a waiver is no answer (III ¶1, III ¶2, A22)."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction

from cases.models import Case
from cases.queries import visible_cases
from cases.services import keep_number, make_question, take_case
from cases.services._competence import MustBeHandedOn
from cases.services._opening import route_answer
from conduct.answers.models import Answer, FollowUp, PrecedentsShown, WaiverNeed
from conduct.answers.queries import precedents, waiver_needs
from conduct.answers.services import answer_question, ask_again, mark_lapsed, show_precedents
from conduct.answers.services._competence import NoOpenQuestion, NotYoursToAnswer
from conduct.answers.services._outcome import AlreadyHeld, NoReason, NotShown
from conduct.answers.services._paragraphs import NoSuchParagraph
from conduct.answers.services._standing import NothingAnswered
from conduct.answers.services.ask_again import OnlyQuestions
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import start_clock
from conduct.handoffs.services import hand_on, recuse
from conduct.notices.models import Notice
from conduct.people.actor import REPORTER
from conduct.provisions.models import ReadingChange
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.facts import Matter, Subject
from conduct.rules.route import route
from conduct.rules.vocabulary import (
    Authority,
    Body,
    Channel,
    DeadlineKind,
    Kind,
    Materiality,
    PersonClass,
    QuestionState,
    Stage,
)
from conduct.rulings.services import Question, keep
from conduct.vault import vault
from conduct.vault.kinds import FOR_THE_TELLER, TO_BE_PUBLIC, Sealed
from conduct.vault.papers import papers
from tests.integration.answers.conftest import reply

DESK = {Body.CEO: "ceo", Body.BOARD: "director1", Body.BOSA: "auditor1"}
INTERPRETS = {
    Authority.CEO: Body.CEO,
    Authority.BOARD: Body.BOARD,
    Authority.BOSA: Body.BOSA,
    Authority.BOSA_LESS_SUBJECT: Body.BOSA,
}


@pytest.mark.norm("N021", "N022")
def test_an_employees_question_is_answered_by_the_ceo_once_two_people_found_it_not_material(
    settled, answer, actor, now
):
    case = answer(settled(), "ceo", "V ¶1", "V ¶2")

    given = Answer.objects.get()
    assert (case.state, case.record.stage) == (QuestionState.ANSWERED, Stage.CONCLUDED)
    assert (given.body, given.paragraphs, given.answered_by.username) == ("ceo", ["V ¶1", "V ¶2"], "ceo")
    assert json.loads(vault.open_for_teller([given.text])[0]) == {"text": "You may.", "facts": ["It is worth 500 yen."]}
    assert {"precedents:shown", "question:answered"} <= {line.event for line in timeline(case.record, [Domain.CEO])}


@pytest.mark.norm("N023")
def test_before_that_the_ceo_answers_nothing(asked, actor, answer, now):
    case = take_case(actor=actor("ceo"), case=asked(), now=now)

    with pytest.raises(NotYoursToAnswer):
        answer(case, "ceo")
    with pytest.raises(NotYoursToAnswer):
        answer_question(actor=actor("ceo"), case=case, reply=reply(), now=now)
    assert not Answer.objects.exists()


@pytest.mark.norm("N024")
def test_an_officers_question_is_the_statutory_auditors(at_bosa, answer, actor):
    case = at_bosa()
    with pytest.raises(PermissionDenied):
        answer(case, "ceo")
    with pytest.raises(PermissionDenied):
        answer(case, "director1")

    assert answer(case, "auditor2").state == QuestionState.ANSWERED


CELLS = json.loads((Path(__file__).parents[2] / "examples" / "cells.json").read_text())


def placed(case, person, weight, body, now):
    """The question as if it were routed for that cell and lay with that body."""
    subjects = (Subject(PersonClass(person)),)
    matter = Matter(kind=Kind.QUESTION, subjects=subjects, materiality=Materiality(weight))
    decision = route(matter, under=readings_on(now.date()))
    keep(case.record, Question.ROUTING, decision, answer=route_answer(decision.answer), now=now + timedelta(minutes=1))
    Record.objects.filter(pk=case.pk).update(body=body.value, provisional=decision.answer.provisional, beyond_ceo=False)
    Case.objects.filter(pk=case.pk).update(state=QuestionState.TRIAGE.value)
    return Case.objects.select_related("record").get(pk=case.pk)


@pytest.mark.norm("N022", "N023", "N024")
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell['subject_class']}-{cell['materiality']}")
def test_in_every_cell_only_the_body_that_interprets_answers(asked, actor, answer, now, cell):
    competent = INTERPRETS.get(Authority(cell["interprets"]))
    for body, name in DESK.items():
        case = placed(asked(), cell["subject_class"], cell["materiality"], body, now)
        if body is competent:
            assert answer(case, name).state == QuestionState.ANSWERED
        else:
            with pytest.raises((NotYoursToAnswer, PermissionDenied)):
                answer(case, name)
            with pytest.raises((NotYoursToAnswer, PermissionDenied)):
                answer_question(actor=actor(name), case=case, reply=reply(), now=now)
            assert not case.record.answers.exists()


def test_the_board_answers_in_the_place_of_a_ceo_who_is_involved(settled, actor, answer, now):
    case = recuse(actor=actor("ceo"), case=settled(), reason="My cousin asks.", now=now)
    case = take_case(actor=actor("director1"), case=case, now=now)

    assert answer(case, "director1").record.answers.get().body == Body.BOARD


def test_what_the_auditors_opened_for_an_employee_goes_to_the_body_that_answers(asked, actor, answer, now):
    case = take_case(actor=actor("auditor1"), case=asked(channel=Channel.BOSA_NAMED), now=now)
    with pytest.raises(NotYoursToAnswer):
        answer(case, "auditor1")

    way = {"body": Body.BOARD, "paragraph": "III ¶1", "reason": "An employee's."}
    case = hand_on(actor=actor("auditor1"), case=case, now=now, **way)
    assert answer(take_case(actor=actor("director1"), case=case, now=now), "director1").state == "answered"


def test_an_auditor_who_asks_about_the_own_situation_does_not_answer(asked, actor, answer, now):
    case = asked(PersonClass.STATUTORY_AUDITOR, by="auditor1", channel=Channel.BOSA_NAMED)

    with pytest.raises(PermissionDenied):
        take_case(actor=actor("auditor1"), case=case, now=now)
    assert not visible_cases(actor("auditor1")).exists()
    case = take_case(actor=actor("auditor2"), case=case, now=now)
    assert answer(case, "auditor2").state == "answered"


@pytest.mark.norm("N030")
@pytest.mark.parametrize("reading", ["bosa", "ceo_then_auto_forward"])
@pytest.mark.parametrize("person", ["officer1", "director1"])
def test_what_an_officer_or_director_asks_the_ceo_lies_with_the_statutory_auditors(asked, staff, now, reading, person):
    ReadingChange.objects.create(key="officer_question", value=reading, since=now.date())
    about = PersonClass.OFFICER if person == "officer1" else PersonClass.DIRECTOR

    case = asked(about, by=person)

    assert (case.record.body, case.record.beyond_ceo) == (Body.BOSA, True)
    told = Notice.objects.filter(record=case.record).values_list("news", "person__username")
    assert ("handed_on_for_you", "ceo") in told and ("record_arrived", "auditor1") in told


@pytest.mark.norm("N006")
def test_an_answer_that_would_permit_a_departure_is_held_for_a_waiver(at_bosa, answer, actor, now):
    case = answer(at_bosa(), "auditor1", text="You may keep it.", departs=True, at=now + timedelta(hours=1))

    need = WaiverNeed.objects.get()
    assert not Answer.objects.exists() and not FollowUp.objects.exists()
    assert (case.state, need.body, need.paragraphs) == (QuestionState.TRIAGE, "bosa", ["V ¶1"])
    assert not case.record.deadlines.owed().exists()
    assert list(waiver_needs(actor("auditor2"))) == [need] and not waiver_needs(actor("ceo")).exists()
    lines = {line.event: line.pk for line in timeline(case.record, [Domain.BOSA])}
    kept = papers(case.record, [Domain.BOSA])[lines["question:needs_waiver"]]
    with pytest.raises(AlreadyHeld):
        answer(case, "auditor1", departs=True)
    assert kept.pk == need.reason_id


def test_other_facts_make_the_waiver_needless(at_bosa, answer, now):
    case = answer(at_bosa(), "auditor1", departs=True)

    answer(case, "auditor2", text="On these facts nothing is departed from.", at=now + timedelta(hours=1))

    assert WaiverNeed.objects.get().ended_at and Answer.objects.count() == 1


@pytest.mark.norm("N021")
def test_nothing_is_answered_before_the_precedents_were_shown(at_bosa, actor, now):
    case = at_bosa()
    with pytest.raises(NotShown):
        answer_question(actor=actor("auditor1"), case=case, reply=reply(), now=now)

    show_precedents(actor=actor("auditor1"), case=case, paragraphs=("V ¶1",), now=now)
    for other in (reply("V ¶2"), reply("V ¶1", "V ¶2")):
        with pytest.raises(NotShown):
            answer_question(actor=actor("auditor1"), case=case, reply=other, now=now)
    with pytest.raises(NotShown):
        answer_question(actor=actor("auditor2"), case=case, reply=reply(), now=now)
    assert answer_question(actor=actor("auditor1"), case=case, reply=reply(), now=now).state == "answered"


def test_a_precedent_that_came_meanwhile_is_shown_as_well(at_bosa, actor, answer, now):
    first, second = at_bosa(), at_bosa()
    show_precedents(actor=actor("auditor1"), case=first, paragraphs=("V ¶1",), now=now)
    answer(second, "auditor2", at=now + timedelta(minutes=1))

    with pytest.raises(NotShown):
        answer_question(actor=actor("auditor1"), case=first, reply=reply(), now=now + timedelta(minutes=2))
    assert answer(first, "auditor1", at=now + timedelta(minutes=3)).state == "answered"
    assert [each.had_some for each in PrecedentsShown.objects.filter(record=first.record).order_by("shown_at")] == [
        False,
        True,
    ]


@pytest.mark.norm("N021")
def test_departing_from_a_precedent_needs_a_reason(at_bosa, answer, now):
    answer(at_bosa(), "auditor1")
    case = at_bosa()
    with pytest.raises(NoReason):
        answer(case, "auditor1", differs=True, why_differs=" ")

    case = answer(case, "auditor1", differs=True, why_differs="It is for money.", at=now + timedelta(hours=1))

    line = timeline(case.record, [Domain.BOSA]).get(event="question:answered")
    assert papers(case.record, [Domain.BOSA])[line.pk].pk == case.record.answers.get().differs_id


def test_the_precedents_hold_nothing_that_the_reader_may_not_see(at_bosa, settled, answer, actor, code):
    officers = answer(at_bosa(), "auditor1", "III ¶3(1)")
    employees = answer(settled(), "ceo", "III ¶3")

    def seen(name):
        return {each.reference for each in precedents(actor(name), ["III ¶3"], version=code, besides=other)}

    other = at_bosa().record
    assert seen("auditor1") == {officers.record.reference}
    assert seen("ceo") == {employees.record.reference}
    assert seen("director1") == seen("employee1") == set()


@pytest.mark.parametrize("keys", [(), ("XX ¶1",), ("V ¶1", "nonsense")])
def test_an_answer_names_paragraphs_of_its_version(at_bosa, actor, now, keys):
    case = at_bosa()

    with pytest.raises(NoSuchParagraph):
        show_precedents(actor=actor("auditor1"), case=case, paragraphs=keys, now=now)


def test_only_what_was_taken_is_answered_and_only_once(asked, at_bosa, answer):
    with pytest.raises(NoOpenQuestion):
        answer(asked(PersonClass.OFFICER, by="officer1"), "auditor1")
    case = answer(at_bosa(), "auditor1")
    with pytest.raises(NoOpenQuestion):
        answer(case, "auditor1")


def test_a_report_is_not_answered_until_it_is_found_to_be_a_question(filed, actor, answer, now):
    case = take_case(actor=actor("auditor1"), case=filed("officer1"), now=now)
    with pytest.raises(NoOpenQuestion):
        answer(case, "auditor1")

    case = make_question(actor=actor("auditor1"), case=case, reason="It only asks.", now=now)
    assert answer(case, "auditor1").state == "answered"


def test_what_the_ceo_must_hand_on_is_not_answered(settled, actor, answer, now):
    case = settled()
    start_clock(case.record, DeadlineKind.HAND_ON, now=now)

    with pytest.raises(MustBeHandedOn):
        answer(case, "ceo")


@pytest.mark.norm("N021", "N030")
def test_answering_meets_the_time_to_answer(at_bosa, answer, now):
    ReadingChange.objects.create(key="sla_answer_question_bd", value=5, since=now.date())
    case = at_bosa()
    due = Deadline.objects.get(record=case.record, kind="answer", step="due")

    answer(case, "auditor1", at=now + timedelta(days=1))

    due.refresh_from_db()
    assert due.met_at == now + timedelta(days=1) and not case.record.deadlines.owed().exists()


def test_whoever_kept_the_number_is_told_and_nobody_else(settled, actor, answer, now):
    case = settled()
    keep_number(actor=actor("employee1"), case=case, now=now)
    answer(case, "ceo")
    answer(settled(by="employee2"), "ceo")

    mark_lapsed(actor=actor("ceo"), case=case, reason="It was worth more.", now=now + timedelta(days=2))

    told = Notice.objects.filter(news__in=["question_answered", "answer_lapsed"]).values_list(
        "news", "person__username"
    )
    assert sorted(told) == [("answer_lapsed", "employee1"), ("question_answered", "employee1")]


def test_a_lapsed_answer_stays_and_lapses_once(at_bosa, answer, actor, now):
    case = answer(at_bosa(), "auditor1")
    with pytest.raises(PermissionDenied):
        mark_lapsed(actor=actor("ceo"), case=case, reason="x", now=now)

    mark_lapsed(actor=actor("auditor2"), case=case, reason="The fee rose.", now=now)

    kept = Answer.objects.get()
    assert (kept.lapsed_at, kept.lapsed_by.username) == (now, "auditor2")
    with pytest.raises(NothingAnswered):
        mark_lapsed(actor=actor("auditor1"), case=case, reason="x", now=now)


@pytest.mark.norm("N030")
def test_asked_again_it_is_open_again_and_its_time_runs_anew(at_bosa, answer, now):
    ReadingChange.objects.create(key="sla_answer_question_bd", value=5, since=now.date())
    case = answer(at_bosa(), "auditor1")
    later = now + timedelta(days=3)

    ask_again(actor=REPORTER, record=case.record, text="And for my wife?", now=later)

    case = Case.objects.select_related("record").get(pk=case.pk)
    assert case.state == QuestionState.TRIAGE
    assert {each.kind for each in case.record.deadlines.owed()} == {"triage", "answer"}
    assert Notice.objects.filter(news="asked_again").count() == 3
    line = timeline(case.record, [Domain.BOSA]).get(event="question:asked_again")
    assert (line.actor, line.acts_as) == (None, "reporter")
    assert answer(case, "auditor1", text="She may as well.", at=later).record.answers.count() == 2


def test_a_report_is_not_asked_again(filed, now):
    with pytest.raises(OnlyQuestions):
        ask_again(actor=REPORTER, record=filed("officer1").record, text="And?", now=now)


@pytest.mark.parametrize("change", [{"body": "board"}, {"paragraphs": ["V ¶2"]}, {"note": "X"}])
def test_the_database_keeps_what_was_answered(at_bosa, answer, change):
    answer(at_bosa(), "auditor1")

    with pytest.raises(InternalError), transaction.atomic():
        Answer.objects.update(**change)
    with pytest.raises(InternalError), transaction.atomic():
        Answer.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.update(lapsed_at=Answer.objects.get().answered_at)


@pytest.mark.parametrize("kind", [kind for kind in Sealed if kind is not Sealed.IDENTITY])
def test_the_number_opens_answers_and_the_askers_own_words_alone(asked, now, kind):
    item = vault.seal(asked().record, kind, "words", now=now)

    for door, opens in ((lambda: vault.open_for_teller([item])[0], FOR_THE_TELLER),
                        (lambda: vault.make_public(item), TO_BE_PUBLIC)):  # fmt: skip
        if kind in opens:
            assert door() == "words"
        else:
            with pytest.raises(PermissionDenied):
                door()
