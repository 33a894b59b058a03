"""Nobody decides what is not theirs, and nobody keeps a way in after the matter has gone on (III ¶1, A4, C14)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.models import Case
from cases.queries import open_case, visible_cases
from cases.services import (
    answer_keeping,
    close_case,
    find_material,
    make_question,
    open_investigation,
    propose_keeping,
    take_case,
)
from cases.services._competence import MustBeHandedOn, NotYetYours
from conduct.access.models import RecordGrant
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import is_owed, pass_deadline
from conduct.handoffs.models import Lateness
from conduct.handoffs.services import decide_lateness, hand_on, recuse, return_record
from conduct.handoffs.services._passage import NobodyThere
from conduct.handoffs.services.hand_on import BeyondTheCEO
from conduct.notices.models import Notice
from conduct.records.models import Record
from conduct.rules.lifecycle import ForbiddenMove
from conduct.rules.vocabulary import Body, Channel, DeadlineKind, DeadlineStep, MatterType, PersonClass, QuestionState

WHY = {"paragraph": "III ¶1", "reason": "Because."}


@pytest.fixture
def taken(filed, actor, now):
    return take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)


@pytest.fixture
def kept(taken, actor, now):
    """An employee's matter that two people found not material."""
    case = propose_keeping(actor=actor("ceo"), case=taken, reason="Small.", now=now)
    return answer_keeping(actor=actor("controls"), case=case, confirmed=True, reason="Yes.", now=now)


@pytest.fixture
def on_its_way(filed, actor, now):
    """An employee's matter that the statutory auditors hand on to the CEO, who has not received it."""
    case = filed(PersonClass.EMPLOYEE, channel=Channel.BOSA_NAMED)
    return hand_on(actor=actor("auditor1"), case=case, body=Body.CEO, now=now, **WHY)


@pytest.mark.norm("N027")
@pytest.mark.parametrize("service", [close_case, open_investigation, make_question, propose_keeping])
def test_once_found_material_nothing_but_handing_on_ends_the_duty(kept, actor, now, service):
    case = find_material(actor=actor("ceo"), case=kept, reason="It is large after all.", now=now)
    words = {} if service is open_investigation else {"reason": "Mine."}

    with pytest.raises(MustBeHandedOn):
        service(actor=actor("ceo"), case=case, now=now, **words)

    assert is_owed(case.record, DeadlineKind.HAND_ON)


def test_a_report_called_a_question_still_needs_two_people_before_the_ceo_answers(taken, actor, now):
    question = make_question(actor=actor("ceo"), case=taken, reason="It only asks.", now=now)
    with pytest.raises(NotYetYours):
        close_case(actor=actor("ceo"), case=question, reason="Answered.", now=now)

    propose_keeping(actor=actor("ceo"), case=question, reason="Nothing alleged.", now=now)
    answer_keeping(actor=actor("controls"), case=question, confirmed=True, reason="Yes.", now=now)

    assert close_case(actor=actor("ceo"), case=question, reason="Answered.", now=now).state == QuestionState.ANSWERED


def test_a_question_is_not_investigated(filed, actor, now):
    case = take_case(actor=actor("auditor1"), case=filed("officer1"), now=now)
    question = make_question(actor=actor("auditor1"), case=case, reason="It only asks.", now=now)

    with pytest.raises(ForbiddenMove):
        open_investigation(actor=actor("auditor1"), case=question, now=now)


def test_called_a_question_and_left_alone_it_goes_to_the_board(taken, actor, now):
    question = make_question(actor=actor("ceo"), case=taken, reason="It only asks.", now=now)

    pass_triage(question)

    question.record.refresh_from_db()
    assert question.record.body == Body.BOARD


@pytest.mark.parametrize("about", [PersonClass.OFFICER, PersonClass.CEO, "auditor1", "director1"])
def test_what_is_beyond_the_ceo_never_rests_with_him(filed, actor, now, about):
    case = filed(about, channel=Channel.BOSA_NAMED)

    with pytest.raises(BeyondTheCEO):
        hand_on(actor=actor("auditor2"), case=case, body=Body.CEO, now=now, **WHY)
    with pytest.raises(IntegrityError, match="never_at_the_ceo_what_is_beyond_him"), transaction.atomic():
        Record.objects.filter(pk=case.pk).update(body=Body.CEO.value)


def test_a_matter_nobody_receives_goes_on_when_its_time_passes(on_its_way):
    pass_triage(on_its_way)

    record = Record.objects.get(pk=on_its_way.pk)
    assert record.body == Body.BOARD
    assert Lateness.objects.filter(record=record, duty="triage", body="ceo").exists()
    assert [way.body for way in record.handoffs.filter(received_at=None)] == ["board"]


def test_the_second_person_sees_no_more_when_the_matter_has_gone_on(taken, actor, now):
    case = propose_keeping(actor=actor("ceo"), case=taken, reason="Small.", now=now)

    case = hand_on(actor=actor("ceo"), case=case, body=Body.BOSA, now=now, **WHY)

    assert not visible_cases(actor("controls")).exists()
    assert not RecordGrant.objects.exists() and not case.keepings.waiting().exists()
    assert "keeping:ended" in [line.event for line in timeline(case.record, [Domain.CEO])]


def test_when_the_second_person_steps_aside_another_is_asked(taken, actor, now):
    case = propose_keeping(actor=actor("ceo"), case=taken, reason="Small.", now=now)
    recuse(actor=actor("controls"), case=case, reason="", now=now)

    case = propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)

    assert case.keepings.waiting().get().second_person.username == "auditor1"


def test_nothing_goes_back_to_a_ceo_who_stepped_aside(taken, actor, now):
    case = recuse(actor=actor("ceo"), case=taken, reason="A cousin.", now=now)

    for act in (
        lambda: return_record(actor=actor("director1"), case=case, reason="Yours.", now=now),
        lambda: hand_on(actor=actor("director1"), case=received(case, actor, now), body=Body.CEO, now=now, **WHY),
    ):
        with pytest.raises(NobodyThere):
            act()


def test_a_reminder_goes_to_the_desk_when_whoever_took_it_is_gone(filed, actor, staff, now):
    case = filed("officer1")
    Case.objects.filter(pk=case.pk).update(handler=staff.person("manager1"))

    reminder = Deadline.objects.filter(record=case.record, kind="triage", step=DeadlineStep.REMINDER).get()
    pass_deadline(reminder.pk, now=reminder.due_at)

    told = Notice.objects.filter(record=case.record, news="time_half_gone").values_list("person__username", flat=True)
    assert sorted(told) == ["auditor1", "auditor2", "auditor3"]


def test_a_right_that_went_while_the_lock_was_waited_for_is_asked_again(taken, actor, now, monkeypatch):
    """The matter moves on between the first question and the lock: as if the system had handed it on meanwhile."""
    from conduct.access import check  # noqa: PLC0415

    locked = check.locked

    def moved_meanwhile(matter):
        Record.objects.filter(pk=matter.pk).update(body=Body.BOSA.value)
        return locked(matter)

    monkeypatch.setattr(check, "locked", moved_meanwhile)
    with pytest.raises(PermissionDenied):
        find_material(actor=actor("ceo"), case=taken, reason="Large.", now=now)


def test_what_an_auditor_does_with_a_copy_stands_in_the_auditors_log_alone(filed, actor, now):
    case = filed("employee2", matter=MatterType.RETALIATION)

    open_case(actor("auditor1"), case.record.reference, now=now)
    recuse(actor=actor("auditor1"), case=case, reason="", now=now)

    theirs = [line.event for line in timeline(case.record, [Domain.BOSA])]
    assert {"record:viewed", "person:recused", "wall:raised"} <= set(theirs)
    of_the_ceo = timeline(case.record, [Domain.CEO, Domain.SYSTEM])
    assert not [line.event for line in of_the_ceo if line.actor and line.actor.username == "auditor1"]
    assert [line.event for line in of_the_ceo].count("wall:raised") == 1  # the subject's


def test_who_is_walled_off_from_the_source_is_walled_off_from_what_derives(taken, actor, now):
    case = find_material(actor=actor("ceo"), case=taken, reason="Large.", now=now)
    for deadline in Deadline.objects.filter(record=case.record, kind="hand_on").order_by("due_at"):
        pass_deadline(deadline.pk, now=deadline.due_at)
    copy = Deadline.objects.filter(record=case.record, kind="copy_to_bosa", step="due").get()
    pass_deadline(copy.pk, now=copy.due_at)
    recuse(actor=actor("auditor2"), case=case, reason="", now=copy.due_at)

    late = Lateness.objects.get(record=case.record, duty="hand_on")
    late = decide_lateness(actor=actor("auditor1"), lateness=late, open_case=True, reason="Two weeks.", now=copy.due_at)

    seen_by = [name for name in ("auditor1", "auditor2", "ceo") if sees(actor(name), late.derived)]
    assert seen_by == ["auditor1"]
    assert not Notice.objects.filter(record=late.derived, person__username="auditor2").exists()


def sees(actor, record):
    return visible_cases(actor).filter(record=record).exists()


def received(case, actor, now):
    from conduct.handoffs.services import receive  # noqa: PLC0415

    return receive(actor=actor("director1"), case=case, now=now)


def pass_triage(case):
    for deadline in Deadline.objects.filter(record=case.record, kind="triage").order_by("due_at"):
        if deadline.settled_at is None:
            pass_deadline(deadline.pk, now=deadline.due_at)
