"""Two people press at the same moment, on two real connections: one is first, the other is told."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection

from cases.services import answer_keeping, close_case, propose_keeping, take_case
from conduct.access import grants, wall
from conduct.access.models import RecordGrant, Wall
from conduct.access.permissions import Permission
from conduct.audit.models import AuditEvent
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.handoffs.models import HandOff
from conduct.handoffs.services import hand_on, receive
from conduct.rules.errors import RuleBroken
from conduct.rules.vocabulary import Body, PersonClass
from conduct.vault import vault
from conduct.vault.kinds import Sealed

pytestmark = pytest.mark.django_db(transaction=True)
TOGETHER = 4


def at_once(*acts):
    """Run the acts at the same moment; answers what each returned or raised."""
    gate, answers = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place, act):
        gate.wait()
        try:
            answers[place] = act()
        except (RuleBroken, PermissionDenied, IntegrityError) as fault:
            answers[place] = fault
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def refused(answers):
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_a_deadline_passes_once(filed):
    case = filed("officer1")
    deadline = Deadline.objects.filter(record=case.record, step="due").earliest("due_at")

    answers = at_once(*[lambda: pass_deadline(deadline.pk, now=deadline.due_at)] * TOGETHER)

    assert sorted(answers) == [False] * (TOGETHER - 1) + [True]
    assert AuditEvent.objects.filter(record=case.record, event="deadline:passed").count() == 1


def test_one_of_two_hands_it_on(filed, actor, now):
    case, ceo = filed(PersonClass.EMPLOYEE), actor("ceo")

    def act(body):
        return lambda: hand_on(actor=ceo, case=case, body=body, paragraph="III ¶1", reason="x", now=now)

    answers = at_once(act(Body.BOARD), act(Body.BOSA))

    assert len(refused(answers)) == 1
    assert HandOff.objects.count() == 1


def test_one_of_two_receives(filed, actor, now):
    case = hand_on(
        actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), body=Body.BOARD, paragraph="III ¶1", reason="x", now=now
    )
    members = [actor("director1"), actor("director2")]

    answers = at_once(*[lambda m=m: receive(actor=m, case=case, now=now) for m in members])

    assert len(refused(answers)) == 1


def test_one_of_two_closes(filed, actor, now):
    case = take_case(actor=actor("auditor1"), case=filed("officer1"), now=now)
    members = [actor("auditor1"), actor("auditor2"), actor("auditor3")]

    answers = at_once(*[lambda m=m: close_case(actor=m, case=case, reason="x", now=now) for m in members])

    assert len(refused(answers)) == 2


def test_a_proposal_is_answered_once(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    case = propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
    controls = actor("controls")

    def act(confirmed):
        return lambda: answer_keeping(actor=controls, case=case, confirmed=confirmed, reason="x", now=now)

    assert len(refused(at_once(act(True), act(False)))) == 1


def test_of_a_wall_and_a_grant_exactly_one_stands(filed, staff, now):
    case, witness = filed("officer1"), staff.person("employee2")
    item = vault.seal(case.record, Sealed.WALL_REASON, "x", now=now)

    answers = at_once(
        lambda: Wall.objects.create(record=case.record, person=witness, reason=item, since=now),
        lambda: grants.admit(witness, Permission.RECORD_VIEW, case.record, now=now),
    )

    walled = wall.is_walled(witness, case.record)
    granted = RecordGrant.objects.filter(user=witness).exists()
    assert len(refused(answers)) == 1
    assert walled != granted
