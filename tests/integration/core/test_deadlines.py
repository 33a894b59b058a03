"""What follows when a duty's time passes, once, whoever sweeps and however often."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from cases.queries import visible_cases
from cases.services import find_material, take_case
from conduct import clock
from conduct.audit.domains import Domain
from conduct.audit.ledger import timeline
from conduct.deadlines import services, tasks
from conduct.deadlines.consequences import CONSEQUENCES
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import meet, pass_deadline
from conduct.deadlines.tasks import sweep
from conduct.handoffs.models import HandOff, Lateness
from conduct.handoffs.services import decide_lateness, hand_on
from conduct.handoffs.services.decide_lateness import NotToBeDecided
from conduct.notices.models import Notice
from conduct.people.actor import SYSTEM
from conduct.rules.vocabulary import Body, Channel, DeadlineKind, DeadlineStep, PersonClass

MINUTE = timedelta(minutes=1)


def owed(case, kind, step=DeadlineStep.DUE):
    return Deadline.objects.get(record=case.record, kind=kind.value, step=step.value, met_at=None, passed_at=None)


def passed(case, kind, step=DeadlineStep.DUE):
    deadline = owed(case, kind, step)
    assert pass_deadline(deadline.pk, now=deadline.due_at + MINUTE)
    return deadline


def test_every_moment_of_every_duty_has_a_consequence():
    assert set(CONSEQUENCES) == {(kind, step) for kind in DeadlineKind for step in DeadlineStep}


def test_a_deadline_passes_exactly_once(filed, now):
    case = filed("officer1")
    deadline = owed(case, DeadlineKind.ACKNOWLEDGE)
    late = deadline.due_at + MINUTE

    assert pass_deadline(deadline.pk, now=now) is False
    assert pass_deadline(deadline.pk, now=late) is True
    assert pass_deadline(deadline.pk, now=late) is False
    assert [e.event for e in timeline(case.record, Domain)].count("deadline:passed") == 1


def test_the_reminder_stands_at_half_of_the_time(filed):
    case = filed("officer1")
    due, reminder = owed(case, DeadlineKind.TRIAGE), owed(case, DeadlineKind.TRIAGE, DeadlineStep.REMINDER)

    assert reminder.due_at - reminder.started_at == (due.due_at - due.started_at) / 2


def test_a_late_duty_stays_owed_until_it_is_done(filed, now):
    case = filed("officer1")
    deadline = passed(case, DeadlineKind.ACKNOWLEDGE)
    case.record.refresh_from_db()
    assert case.record.next_due_at == min(d.due_at for d in case.record.deadlines.owed())

    meet(case.record, DeadlineKind.ACKNOWLEDGE, actor=SYSTEM, now=deadline.due_at + timedelta(days=1))

    deadline.refresh_from_db()
    assert deadline.passed_at and deadline.settled_at and not deadline.met_at
    assert not Deadline.objects.open().filter(record=case.record, kind="acknowledge").exists()


def test_as_long_again_it_is_escalated_a_second_time(filed):
    case = filed("officer1")
    due = passed(case, DeadlineKind.ACKNOWLEDGE)

    again = passed(case, DeadlineKind.ACKNOWLEDGE, DeadlineStep.AGAIN)

    assert again.due_at - due.due_at == due.due_at - due.started_at
    assert Notice.objects.filter(record=case.record, news="lateness_shown", person__username="auditor1").count() == 2


@pytest.mark.norm("N027")
def test_undetermined_at_the_end_of_triage_the_system_hands_on_to_the_board(filed, actor):
    case = filed(PersonClass.EMPLOYEE)

    passed(case, DeadlineKind.TRIAGE)

    case.record.refresh_from_db()
    assert case.record.body == Body.BOARD
    assert HandOff.objects.get().by is None
    assert Lateness.objects.get().duty == "triage"
    assert case in visible_cases(actor("director1"))


@pytest.mark.norm("N029")
def test_the_ceo_who_does_not_hand_on_is_shown_to_the_statutory_auditors_and_a_copy_follows(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    find_material(actor=actor("ceo"), case=case, reason="Big.", now=now)

    passed(case, DeadlineKind.HAND_ON)
    assert Lateness.objects.get().duty == "hand_on"
    assert list(visible_cases(actor("auditor1"))) == []

    passed(case, DeadlineKind.COPY_TO_BOSA)
    assert list(visible_cases(actor("auditor1"))) == [case]


def test_handing_on_late_ends_the_duty_and_the_copy(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    find_material(actor=actor("ceo"), case=case, reason="Big.", now=now)
    late = passed(case, DeadlineKind.HAND_ON).due_at + timedelta(hours=1)

    hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Late.", now=late)

    ended = ["hand_on", "copy_to_bosa"]
    assert not Deadline.objects.filter(record=case.record, kind__in=ended, settled_at=None).exists()


@pytest.fixture
def late(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    find_material(actor=actor("ceo"), case=case, reason="Big.", now=now)
    passed(case, DeadlineKind.HAND_ON)
    return Lateness.objects.select_related("record").get()


@pytest.mark.norm("N026")
@pytest.mark.norm("N029")
def test_a_derived_case_is_opened_by_a_decision_and_the_ceo_sees_nothing_of_it(late, actor, now):
    seen = [line.pk for line in timeline(late.record, [Domain.CEO, Domain.SYSTEM])]

    late = decide_lateness(actor=actor("auditor1"), lateness=late, open_case=True, reason="Two weeks.", now=now)

    assert late.derived.body == Body.BOSA
    assert late.derived not in [case.record for case in visible_cases(actor("ceo"))]
    assert [line.pk for line in timeline(late.record, [Domain.CEO, Domain.SYSTEM])] == seen
    assert not Notice.objects.filter(record=late.derived, person__username="ceo").exists()


def test_a_lateness_is_decided_once(late, actor, now):
    decide_lateness(actor=actor("auditor1"), lateness=late, open_case=False, reason="Holiday.", now=now)

    with pytest.raises(NotToBeDecided):
        decide_lateness(actor=actor("auditor2"), lateness=late, open_case=True, reason="No.", now=now)


def test_the_supervisor_who_sits_on_it_is_overtaken_by_the_system(filed, actor):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR)

    passed(case, DeadlineKind.RELAY)

    case.record.refresh_from_db()
    assert case.record.body == Body.CEO
    assert Lateness.objects.get().duty == "relay"


def test_one_that_fails_is_put_off_and_does_not_hold_up_the_others(filed, now, monkeypatch):
    bad, good = filed("officer1"), filed("officer1")
    Deadline.objects.update(try_at=now - timedelta(days=1))

    def fail(deadline, *, now):
        if deadline.record == bad.record:
            raise RuntimeError("seeded fault")

    for duty in list(CONSEQUENCES):
        monkeypatch.setitem(CONSEQUENCES, duty, fail)
    sweep()

    assert Deadline.objects.filter(record=bad.record, passed_at__isnull=False).count() == 0
    assert Deadline.objects.filter(record=good.record, step="due", passed_at=None).count() == 0
    assert not Deadline.objects.due(clock.now()).filter(record=bad.record).exists()


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_breaks_costs_a_deadline_one_sweep_not_an_hour(filed, now, monkeypatch):
    filed("officer1"), filed("officer1")
    Deadline.objects.update(try_at=now - timedelta(days=1))
    due, broken = Deadline.objects.count(), []

    def break_once(deadline, *, now):
        if not broken:
            broken.append(deadline.pk)
            with connection.cursor() as cursor:
                cursor.execute("SET ROLE none; SELECT pg_terminate_backend(pg_backend_pid())")

    for duty in list(CONSEQUENCES):
        monkeypatch.setitem(CONSEQUENCES, duty, break_once)

    assert sweep() == due - 1
    assert [deadline.pk for deadline in Deadline.objects.due(clock.now())] == broken
    assert sweep() == 1


@pytest.mark.django_db(transaction=True)
def test_a_sweep_over_what_only_breaks_ends(filed, now, monkeypatch):
    filed("officer1"), filed("officer1")
    Deadline.objects.update(try_at=now - timedelta(days=1))
    monkeypatch.setattr(tasks, "BATCH", 2)
    tried = []

    def break_always(deadline_id, *, now):
        tried.append(deadline_id)
        raise OperationalError("seeded fault")

    monkeypatch.setattr(services, "pass_deadline", break_always)

    assert sweep() == 0
    assert sorted(tried) == sorted(Deadline.objects.due(clock.now()).values_list("pk", flat=True))


def test_what_is_handed_on_after_the_outer_bound_is_late_where_it_arrives(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    later = now + timedelta(days=25)

    hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Late.", now=later)

    to_open = case.record.deadlines.get(kind="open_or_decline")
    assert to_open.step == "due" and to_open.started_at == now and now < to_open.due_at < later
    assert pass_deadline(to_open.pk, now=later) is True
