"""No measure is decided, and none carried out, before the body that the rule names gave its opinion (III ¶4)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from conduct.outcomes.models import CompanyDecision, Consultation, Execution, Measure
from conduct.outcomes.services._consulted import NobodyToConsult, OtherBody
from conduct.outcomes.services._deciding import AlreadyDecided, ConsultedLater, NotConsulted, NotYetHappened
from conduct.outcomes.services._executing import NotAdopted
from conduct.rules.outcome import NeverBosa, NoReasonToDiverge, OtherOrgan
from conduct.rules.vocabulary import Body, Found, MeasureKind, Organ, Taken, View

pytestmark = pytest.mark.django_db
BODIES = (Body.CEO, Body.BOARD, Body.BOSA)
PROMISED = {"minor": Body.CEO, "material": Body.BOARD, "grave": Body.BOSA}


def proposed(desk):
    desk.found()
    desk.propose()
    return Measure.objects.get()


def row(measure, consultation, **changes):
    """A decision written past the service, straight into the table."""
    said = {
        "measure": measure, "consultation": consultation, "organ": "board", "taken": "adopted", "departs": False,
        "decided_on": date(2026, 11, 25), "decided_at": measure.proposed_at, "written_by": measure.proposed_by,
        "text_id": measure.text_id,
    }  # fmt: skip
    return CompanyDecision(**said | changes)


def refused(unsaved):
    with pytest.raises(IntegrityError), transaction.atomic():
        unsaved.save(force_insert=True)
    return True


@pytest.mark.norm("N041", "N042", "N043")
@pytest.mark.parametrize("name", PROMISED)
def test_the_rule_names_the_body(name, request):
    assert proposed(request.getfixturevalue(name)).consulted == PROMISED[name]


@pytest.mark.norm("N041", "N042", "N043")
def test_without_an_opinion_nothing_is_decided(desk):
    measure = proposed(desk)
    with pytest.raises(NotConsulted):
        desk.decide()
    desk.ask()
    with pytest.raises(NotConsulted):
        desk.decide()

    assert refused(row(measure, None))
    assert refused(row(measure, measure.consultations.get()))
    assert not CompanyDecision.objects.exists()


@pytest.mark.norm("N041", "N042", "N043")
def test_no_other_body_will_do(desk):
    measure = proposed(desk)
    sealed = [measure.text_id, measure.finding.text_id]
    for other in set(BODIES) - {desk.body}:
        with pytest.raises(OtherBody):
            desk.ask(other)
        with pytest.raises(OtherBody):
            desk.advise(other)
        wrong = Consultation.objects.create(
            measure=measure, body=other.value, asked_by=measure.proposed_by, asked_at=desk.now,
            opinion_id=sealed.pop(),
            given_on=desk.now.date(), given_at=desk.now, written_by=measure.proposed_by,
        )  # fmt: skip
        assert refused(row(measure, wrong))
        with pytest.raises(NotConsulted):
            desk.decide()


@pytest.mark.norm("N041", "N042", "N043")
def test_an_opinion_that_was_given_later_does_not_come_first(desk):
    measure = proposed(desk)
    desk.advised()
    with pytest.raises(ConsultedLater):
        desk.decide(days=1)

    given = measure.consultations.get()
    assert refused(row(measure, given, decided_on=given.given_on - timedelta(days=1)))
    assert refused(row(measure, given, decided_at=given.given_at - timedelta(seconds=1)))


@pytest.mark.norm("N041", "N042", "N043")
def test_the_opinion_of_another_measure_does_not_count(desk):
    proposed(desk)
    desk.propose()
    desk.advised()
    first, second = Measure.objects.order_by("number")

    assert refused(row(second, first.consultations.get()))


@pytest.mark.norm("N040", "N041", "N042", "N043")
def test_after_the_right_opinion_the_company_decides(desk):
    proposed(desk)
    desk.advised(days=2)
    desk.decide(days=1)

    decision = CompanyDecision.objects.get()
    assert decision.consultation.body == desk.body
    assert decision.consultation.given_on < decision.decided_on
    assert not decision.departs


def test_the_right_row_is_taken_by_the_database_as_well(desk):
    measure = proposed(desk)
    desk.advised()

    row(measure, measure.consultations.get()).save(force_insert=True)
    assert CompanyDecision.objects.count() == 1


def test_what_was_written_stays(desk):
    proposed(desk)
    desk.advised()
    desk.decide()
    for sentence in (
        "DELETE FROM outcomes_companydecision",
        "UPDATE outcomes_companydecision SET decided_on = '2020-01-01'",
        "DELETE FROM outcomes_consultation",
        "UPDATE outcomes_consultation SET given_at = given_at - interval '1 day'",
        "UPDATE outcomes_consultation SET body = 'outside_code'",
        "UPDATE outcomes_measure SET consulted = 'outside_code'",
        "DELETE FROM outcomes_measure",
        "DELETE FROM outcomes_finding",
        "UPDATE outcomes_finding SET outcome = 'not_confirmed'",
        "DELETE FROM outcomes_allegation",
    ):
        with pytest.raises(Exception, match=r"Cannot|decided"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sentence)


def test_the_company_decides_once(desk):
    proposed(desk)
    desk.advised()
    desk.decide()
    with pytest.raises(AlreadyDecided):
        desk.decide(taken=Taken.DROPPED, divergence="After all.")


def test_nothing_is_written_down_before_it_happened(desk):
    proposed(desk)
    desk.ask()
    with pytest.raises(NotYetHappened):
        desk.advise(days=-1)
    desk.advise()
    with pytest.raises(NotYetHappened):
        desk.decide(days=-1)


@pytest.mark.norm("N040")
@pytest.mark.parametrize(
    ("view", "taken"), [(View.FOR, Taken.DROPPED), (View.AGAINST, Taken.ADOPTED), (View.OTHERWISE, Taken.ADOPTED)]
)
def test_a_decision_that_departs_from_the_opinion_says_why(desk, view, taken):
    measure = proposed(desk)
    desk.advised(view=view)
    with pytest.raises(NoReasonToDiverge):
        desk.decide(taken=taken)
    assert refused(row(measure, measure.consultations.get(), departs=True))

    desk.decide(taken=taken, divergence="The person has repaired it all.")
    decision = CompanyDecision.objects.get()
    assert decision.departs and decision.divergence


@pytest.mark.parametrize(
    ("view", "taken"), [(View.FOR, Taken.ADOPTED), (View.AGAINST, Taken.DROPPED), (View.OTHERWISE, Taken.CHANGED)]
)
def test_a_decision_that_follows_the_opinion_needs_no_reason(grave, view, taken):
    proposed(grave)
    grave.advised(view=view)
    grave.decide(taken=taken)

    assert not CompanyDecision.objects.get().departs


def test_the_statutory_auditors_never_decide(grave):
    measure = proposed(grave)
    grave.advised()
    with pytest.raises(NeverBosa):
        grave.decide(organ="bosa")
    with pytest.raises(OtherOrgan):
        grave.decide(organ=Organ.SHAREHOLDERS)

    assert refused(row(measure, measure.consultations.get(), organ="bosa"))


def test_the_statutory_auditors_never_carry_a_measure_out(grave, staff):
    proposed(grave)
    grave.advised()
    grave.decide()
    with pytest.raises(NeverBosa):
        grave.do("assign_measure", measure=1, owner=staff.person("auditor2"))

    said = {"decision": CompanyDecision.objects.get(), "due_on": grave.now.date(), "assigned_at": grave.now}
    assert refused(Execution(owner=staff.person("auditor2"), assigned_by=staff.person("auditor1"), **said))
    grave.do("assign_measure", measure=1, owner=staff.person("controls"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Execution.objects.update(owner=staff.person("auditor3"))


@pytest.mark.norm("N040")
def test_what_was_not_adopted_is_not_carried_out(desk, staff):
    proposed(desk)
    with pytest.raises(NotAdopted):
        desk.do("assign_measure", measure=1, owner=staff.person("controls"))
    desk.advised(view=View.AGAINST)
    desk.decide(taken=Taken.DROPPED)
    with pytest.raises(NotAdopted):
        desk.do("assign_measure", measure=1, owner=staff.person("controls"))

    said = {"decision": CompanyDecision.objects.get(), "due_on": desk.now.date(), "assigned_at": desk.now}
    assert refused(Execution(owner=staff.person("controls"), assigned_by=staff.person("ceo"), **said))


def test_a_contractor_can_only_be_met_with_civil_steps_and_nobody_is_consulted(outside):
    outside.found(outcome=Found.OUTSIDE, cause=None)
    outside.propose(kind=MeasureKind.CIVIL, what="End the contract.")
    measure = Measure.objects.get()
    with pytest.raises(NobodyToConsult):
        outside.ask(Body.OUTSIDE_CODE)
    outside.decide(organ=Organ.MANAGEMENT)

    assert measure.consulted == Body.OUTSIDE_CODE
    assert CompanyDecision.objects.get().consultation is None
