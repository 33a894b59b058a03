"""Allegations and what was found on them: one finding each, by the body that may interpret the Code (III ¶1, A40)."""

from datetime import date, timedelta

import pytest
from django.db.models.functions import Now

from cases.services import close_case, open_investigation, reopen_case, take_case
from cases.services._determination import write_determination
from conduct.audit.models import AuditEvent
from conduct.deadlines.models import Deadline
from conduct.handoffs.services import correct_party, name_party
from conduct.outcomes.consequences import MeasureUndecided, MeasureWithoutOwner, outcomes
from conduct.outcomes.models import Allegation, CompanyDecision, Finding, Measure
from conduct.outcomes.services._concerned import TakenOut
from conduct.outcomes.services._deciding import NotConsulted
from conduct.outcomes.services._party import NobodyAtThisPlace
from conduct.outcomes.services._standing import NoSuchAllegation, NoSuchMeasure
from conduct.outcomes.services._working import NoParagraph, NotBeingLookedInto
from conduct.outcomes.services.assign_measure import DayBefore
from conduct.outcomes.services.conclude_investigation import NothingFound, StillUnanswered
from conduct.outcomes.services.correct_allegation import AlreadyAnswered
from conduct.outcomes.services.make_finding import NoReasonToReplace
from conduct.outcomes.words import Alleged
from conduct.people.dated import span
from conduct.people.models import Appointment
from conduct.provisions.models import CodeVersion
from conduct.retention.facts import facts_of
from conduct.rules.disposal import Outcome
from conduct.rules.outcome import NoCause, NoDisciplineAnyMore, NoGrounds, NotHeard, NoViolation, OnlyWhenAggravated
from conduct.rules.vocabulary import Body, CaseState, Found, Materiality, MeasureKind, Organ, PartyRole
from tests.integration.conftest import SINCE
from tests.integration.core.conftest import entry, taken
from tests.integration.outcomes.conftest import Desk

__all__ = ["entry", "taken"]
pytestmark = pytest.mark.django_db


def test_an_allegation_names_a_person_of_the_case_and_a_paragraph_of_that_day(desk):
    with pytest.raises(NobodyAtThisPlace):
        desk.allege(place=2)
    with pytest.raises(NoParagraph):
        desk.allege(paragraph="XIII ¶9")
    desk.allege()
    desk.allege(paragraph="X ¶1")

    first, second = Allegation.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert first.party == second.party
    assert "V ¶1" not in str(Allegation.objects.values())


def test_the_code_of_the_day_of_the_conduct_judges(grave, entry, actor, code, now):
    older = CodeVersion.objects.create(
        sha256="1" * 64, title="Older", source_name="old.txt", pages=1, section_count=0, paragraph_count=0,
        adopted_on=date(2019, 4, 1), effective_on=date(2019, 4, 1), imported_at=now,
    )  # fmt: skip
    grave.case = name_party(
        actor=actor("auditor1"), case=grave.case, reason="Then.", now=now, entry=entry("officer1", on=date(2019, 5, 1))
    )
    with pytest.raises(NoParagraph):
        grave.allege(place=2)
    grave.allege(place=1)

    assert Allegation.objects.get().version == code != older


def test_a_correction_is_a_new_row_under_the_same_number(desk):
    desk.allege()
    desk.do("correct_allegation", number=1, alleged=Alleged(place=1, paragraph="V ¶1", text="Her cousin."))

    before, after = Allegation.objects.order_by("pk")
    assert (before.number, after.number, after.follows) == (1, 1, before)
    assert before.ended_at and not after.ended_at


def test_what_is_withdrawn_needs_no_finding(desk):
    desk.allege()
    desk.allege(paragraph="X ¶1")
    desk.answer()
    desk.do("withdraw_allegation", number=2, reason="A mistake of ours.")
    with pytest.raises(AlreadyAnswered):
        desk.do("withdraw_allegation", number=1, reason="?")
    with pytest.raises(NoSuchAllegation):
        desk.answer(number=2)

    assert desk.conclude().state == CaseState.FOUND


def test_nothing_is_concluded_while_an_allegation_is_unanswered(desk, actor):
    with pytest.raises(NothingFound):
        desk.conclude()
    desk.allege()
    desk.allege(paragraph="X ¶1")
    desk.answer()
    with pytest.raises(StillUnanswered, match="number 2"):
        desk.conclude()
    with pytest.raises(StillUnanswered):
        close_case(**desk.who, reason="Enough.")
    desk.answer(number=2, outcome=Found.NOT_CONFIRMED, cause=None)

    assert desk.conclude().state == CaseState.FOUND


@pytest.mark.parametrize(
    ("said", "refusal"), [({"grounds": " "}, NoGrounds), ({"answer": ""}, NotHeard), ({"cause": None}, NoCause)]
)
def test_a_finding_says_on_what_it_rests_what_was_answered_and_why_it_happened(desk, said, refusal):
    desk.allege()
    with pytest.raises(refusal):
        desk.answer(**said)

    assert not Finding.objects.exists()


@pytest.mark.norm("N022", "N023", "N024")
def test_the_body_that_may_interpret_the_code_finds(desk):
    desk.allege()
    desk.answer()

    assert Finding.objects.get().body == desk.body


@pytest.mark.parametrize("found", Found)
def test_a_finding_is_one_of_five_words_and_starts_the_time_to_act_only_after_a_violation(grave, found):
    grave.found(outcome=found)

    acts = Deadline.objects.filter(record=grave.case.record, kind="act", step="due")
    assert acts.exists() is (found in {Found.CONFIRMED, Found.PARTLY})


@pytest.mark.norm("N040")
def test_the_company_acts_within_twenty_business_days(grave):
    grave.found()

    due = Deadline.objects.get(record=grave.case.record, kind="act", step="due")
    assert due.due_at.astimezone(grave.now.tzinfo).date() == date(2026, 12, 23)
    grave.propose()
    grave.advised()
    grave.decide()
    due.refresh_from_db()
    assert due.settled_at == grave.now


def test_an_expectation_is_graded_soft_and_disciplined_only_for_aggravating_facts(grave, code):
    assert grave.found(paragraph="X ¶1", norm="N083")
    finding = Finding.objects.get()
    with pytest.raises(OnlyWhenAggravated):
        grave.propose()
    grave.propose(kind=MeasureKind.PREVENTIVE)
    grave.propose(aggravating="She was warned twice.")

    assert finding.soft


def test_a_later_finding_takes_the_place_of_the_last_one_with_a_reason(grave):
    grave.found()
    grave.propose()
    with pytest.raises(NoReasonToReplace):
        grave.answer(outcome=Found.NOT_CONFIRMED)
    grave.answer(outcome=Found.NOT_CONFIRMED, reason="A witness came.")

    before, after = Finding.objects.order_by("pk")
    assert (after.follows, before.ended_at, after.ended_at) == (before, grave.now, None)
    assert Measure.objects.get().ended_at
    with pytest.raises(NoSuchMeasure):
        grave.ask()
    with pytest.raises(NoViolation):
        grave.propose()


@pytest.mark.norm("N040")
@pytest.mark.parametrize("found", [Found.NOT_CONFIRMED, Found.INCONCLUSIVE, Found.OUTSIDE])
def test_no_measure_follows_where_no_violation_was_found(desk, found):
    desk.found(outcome=found)
    with pytest.raises(NoViolation):
        desk.propose(kind=MeasureKind.PREVENTIVE)


def test_measures_wait_for_the_end_of_the_investigation(desk):
    desk.allege()
    desk.answer()
    with pytest.raises(NotBeingLookedInto):
        desk.propose()


def test_somebody_who_has_left_is_not_disciplined(filed, actor, staff, now):
    case = take_case(actor=actor("auditor1"), case=filed("officer1", conduct_on=date(2026, 5, 1)), now=now)
    desk = Desk(open_investigation(actor=actor("auditor1"), case=case, now=now), actor, now)
    desk.found()
    held = Appointment.objects.filter(person=staff.person("officer1"))
    company, office = held.values_list("company", "office").get()
    held.update(known_until=Now())
    Appointment.objects.create(
        person=staff.person("officer1"), company_id=company, office=office, valid=span(SINCE, date(2026, 11, 1))
    )
    with pytest.raises(NoDisciplineAnyMore):
        desk.propose()
    desk.propose(kind=MeasureKind.CIVIL, what="Claim the damage.")

    assert Measure.objects.get().consulted == Body.BOSA


def test_of_a_person_who_was_taken_out_nothing_is_proposed(grave, entry, actor, now):
    grave.case = name_party(
        actor=actor("auditor1"), case=grave.case, entry=entry("officer1", PartyRole.WITNESS), reason="Also.", now=now
    )
    grave.allege(place=2)
    grave.answer()
    grave.conclude()
    grave.case = correct_party(actor=actor("auditor1"), case=grave.case, place=2, entry=None, reason="No.", now=now)
    with pytest.raises(TakenOut):
        grave.propose()


def test_in_a_mixed_case_each_person_has_the_own_body(minor, entry, actor, now):
    minor.case = name_party(actor=actor("ceo"), case=minor.case, entry=entry("officer1"), reason="He too.", now=now)
    minor.case = take_case(actor=actor("auditor1"), case=minor.case, now=now)
    minor.case = open_investigation(actor=actor("auditor1"), case=minor.case, now=now)
    minor.allege(place=1)
    minor.allege(place=2, paragraph="X ¶1")
    minor.answer(1)
    minor.answer(2)
    minor.conclude()
    minor.propose(1)
    minor.propose(2)

    assert list(Measure.objects.order_by("number").values_list("consulted", flat=True)) == ["ceo", "bosa"]
    minor.advised(Body.CEO)
    minor.decide(organ=Organ.HR_RULES)
    assert CompanyDecision.objects.get().consultation.body == Body.CEO


@pytest.mark.norm("N041", "N042")
def test_facts_that_change_after_the_opinion_ask_for_another_one(minor, actor, now):
    minor.found()
    minor.propose()
    minor.advised()
    write_determination(
        minor.case, Materiality.MATERIAL, grounds=Finding.objects.get().text, by=actor("ceo").person, now=now
    )
    with pytest.raises(NotConsulted):
        minor.decide()


def test_a_case_closes_only_when_everything_is_decided_and_has_an_owner(desk, staff):
    desk.found()
    desk.propose()
    with pytest.raises(MeasureUndecided):
        close_case(**desk.who, reason="Done.")
    desk.advised()
    desk.decide()
    assert desk.case.state == CaseState.ACTING
    with pytest.raises(MeasureWithoutOwner):
        close_case(**desk.who, reason="Done.")
    desk.do("assign_measure", measure=1, owner=staff.person("controls"))

    assert close_case(**desk.who, reason="Done.").state == CaseState.CLOSED


def test_findings_stand_through_a_reopening_until_they_are_replaced(grave, actor, now):
    grave.found(outcome=Found.NOT_CONFIRMED, cause=None)
    grave.case = close_case(**grave.who, reason="Nothing there.")
    grave.case = reopen_case(**grave.who, reason="A letter came.")
    grave.case = open_investigation(**grave.who)

    assert Finding.objects.get().ended_at is None
    grave.answer(outcome=Found.CONFIRMED, reason="The letter.")
    assert grave.conclude().state == CaseState.FOUND


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (Found.NOT_CONFIRMED, Found.CONFIRMED, Outcome.CONFIRMED),
        (Found.PARTLY, Found.INCONCLUSIVE, Outcome.PARTLY),
        (Found.OUTSIDE, Found.NOT_CONFIRMED, Outcome.NOT_CONFIRMED),
        (Found.OUTSIDE, Found.OUTSIDE, Outcome.OUTSIDE),
    ],
)
def test_retention_knows_how_it_ended(grave, first, second, told):
    grave.allege()
    grave.allege(paragraph="X ¶1")
    grave.answer(1, outcome=first)
    grave.answer(2, outcome=second)
    grave.case = close_case(**grave.who, reason="Done.")

    assert facts_of([grave.case.record])[grave.case.record.pk].outcome is told
    assert outcomes([grave.case.record.pk]) == {grave.case.record.pk: told}


def test_every_step_stands_on_the_ledger_in_order(grave, staff):
    grave.found()
    grave.propose()
    grave.advised()
    grave.decide()
    grave.do("assign_measure", measure=1, owner=staff.person("controls"))
    grave.do("finish_measure", measure=1, proof="The signed letter.")
    grave.do("check_measure", measure=1, works=True, result="No case since.")

    steps = ("allegation", "finding", "measure", "consultation", "investigation:concluded")
    lines = AuditEvent.objects.filter(record=grave.case.record).order_by("pk").values_list("event", flat=True)
    assert [line for line in lines if line.startswith(steps)] == [
        "allegation:added", "finding:made", "investigation:concluded", "measure:proposed", "consultation:asked",
        "consultation:answered", "measure:decided", "measure:assigned", "measure:finished", "measure:checked",
    ]  # fmt: skip


def test_a_day_in_the_past_is_no_day_to_carry_out(grave, staff):
    grave.found()
    grave.propose()
    grave.advised()
    grave.decide()
    with pytest.raises(DayBefore):
        grave.do(
            "assign_measure", measure=1, owner=staff.person("controls"), due_on=grave.now.date() - timedelta(days=1)
        )
