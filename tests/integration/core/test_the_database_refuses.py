"""What no program of ours can do, because the database says no."""

from datetime import timedelta
from uuid import uuid4

import pgtrigger
import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, InternalError, connection, transaction
from guardian.shortcuts import assign_perm

from cases.models import Keeping, KeptNumber, Relay
from cases.services import answer_keeping, keep_number, propose_keeping, take_case
from conduct.access import grants
from conduct.access.models import RecordGrant, Wall
from conduct.access.permissions import Permission
from conduct.audit.models import AuditEvent
from conduct.deadlines.models import Deadline
from conduct.handoffs.models import HandOff
from conduct.records.models import Record
from conduct.rules.vocabulary import Channel, PersonClass
from conduct.vault import vault
from conduct.vault.kinds import Sealed
from conduct.vault.models import DataKey, Receipt, SealedItem
from tests.integration.conftest import EMPTYING

HOUR = timedelta(hours=1)


def test_a_line_of_the_ledger_is_neither_changed_nor_removed(filed):
    filed()

    for fault in (lambda: AuditEvent.objects.update(event="x"), lambda: AuditEvent.objects.all().delete()):
        with pytest.raises(InternalError), transaction.atomic():
            fault()


def test_a_line_with_another_hash_than_its_own_is_refused(db, now):
    line = {"domain": "system", "event": "code:adopted", "acts_as": "system", "happened_at": now}

    with pytest.raises(IntegrityError, match="hash of the entry"), transaction.atomic():
        AuditEvent.objects.create(**line, entry=b"{}", leaf=bytes(32))


def test_the_ledger_is_not_emptied(db):
    pgtrigger.enable(EMPTYING)

    with pytest.raises(InternalError, match="never emptied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE audit_auditevent")
    pgtrigger.disable(EMPTYING)


def test_a_record_stays_what_it_is_and_stays(code, now):
    Record.objects.create(kind="waiver", body="bosa", code_version=code, opened_at=now)

    for change in ({"kind": "report"}, {"kind": "question"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Record.objects.update(**change)
    for change in ({"reference": "AAAAAAAA"}, {"opened_at": now.replace(year=2020)}):
        with pytest.raises(InternalError), transaction.atomic():
            Record.objects.update(**change)
    with pytest.raises(InternalError), transaction.atomic():
        Record.objects.all().delete()


@pytest.mark.parametrize("field", ["kind", "body", "stage"])
def test_a_word_that_nobody_knows_is_refused(code, now, field):
    words = {"kind": "report", "body": "bosa", "stage": "received"} | {field: "secret"}

    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.create(**words, code_version=code, opened_at=now)


def test_nobody_is_admitted_over_the_wall(staff, filed, now):
    case = filed("officer1")

    with pytest.raises(IntegrityError, match="walled off"), transaction.atomic():
        grants.admit(staff.person("officer1"), Permission.RECORD_VIEW, case.record, now=now)


def test_no_wall_is_raised_through_a_grant(staff, filed, now):
    case, witness = filed("officer1"), staff.person("employee2")
    grants.admit(witness, Permission.RECORD_VIEW, case.record, now=now)
    item = vault.seal(case.record, Sealed.WALL_REASON, "x", now=now)

    with pytest.raises(IntegrityError, match="withdraw the grants"), transaction.atomic():
        Wall.objects.create(record=case.record, person=witness, reason=item, since=now)


def test_a_wall_stands_and_has_its_reason(filed, staff, now):
    case = filed("officer1")

    with pytest.raises(InternalError), transaction.atomic():
        Wall.objects.update(since=now)
    with pytest.raises(IntegrityError, match="two statutory auditors"), transaction.atomic():
        Wall.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Wall.objects.create(record=case.record, person=staff.person("employee2"), reason_id=uuid4(), since=now)
        connection.check_constraints()


def test_guardian_has_no_table_but_ours(filed, staff):
    case, admins = filed(), Group.objects.create(name="admins")

    with pytest.raises(InternalError), transaction.atomic():
        assign_perm("records.view_record", admins, case.record)
    assert RecordGrant.objects.count() == 0


@pytest.mark.parametrize("model", [SealedItem, DataKey])
def test_what_is_sealed_stays_sealed(filed, model):
    filed()

    with pytest.raises(InternalError), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_a_receipt_is_not_pointed_elsewhere(filed):
    filed()

    assert Receipt.objects.update(locator="00000000") == 0


def test_a_deadline_is_met_or_passed_never_both(filed, now):
    filed("officer1")

    with pytest.raises(IntegrityError, match="met_or_passed"), transaction.atomic():
        Deadline.objects.update(met_at=now, passed_at=now, settled_at=now)


def test_one_duty_runs_once_at_a_time(filed, now):
    deadline = Deadline.objects.filter(record=filed("officer1").record, step="due").first()
    deadline.pk = None

    with pytest.raises(IntegrityError, match="one_open_clock"), transaction.atomic():
        deadline.save()


def refused(change):
    with pytest.raises(InternalError, match=r"Cannot (update|delete) rows"), transaction.atomic():
        change()


@pytest.mark.parametrize("field", ["record", "kind", "step", "started_at", "due_at", "computation"])
def test_a_deadline_stays_what_it_is(filed, now, field):
    other = filed("officer1").record.deadlines.earliest("due_at")
    first = filed("officer1").record.deadlines.latest("due_at")
    value = {"kind": "relay", "step": "again", "started_at": now - HOUR}.get(field) or getattr(other, field)

    refused(lambda: Deadline.objects.filter(pk=first.pk).update(**{field: value}))
    refused(Deadline.objects.all().delete)


@pytest.mark.parametrize("then", ["met_at", "passed_at"])
def test_what_became_of_a_deadline_is_written_once(filed, now, then):
    one = Deadline.objects.filter(pk=filed("officer1").record.deadlines.first().pk)
    one.update(**{then: now, "settled_at": now})

    for changed in (None, now + timedelta(hours=1)):
        for field in (then, "settled_at"):
            refused(lambda change={field: changed}: one.update(**change))
    assert one.update(try_at=now) == 1


def test_a_proposal_to_keep_stays_and_its_outcome_too(filed, actor, staff, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
    one = Keeping.objects.filter(case=case)

    for change in ({"second_person": staff.person("auditor1")}, {"reason": case.told}, {"proposed_at": now + HOUR}):
        refused(lambda change=change: one.update(**change))
    answer_keeping(actor=actor("controls"), case=case, confirmed=False, reason="No.", now=now)
    for change in ({"confirmed": True}, {"answer_reason": case.told}, {"ended_at": now}):
        refused(lambda change=change: one.update(**change))
    refused(one.delete)


def test_an_ended_proposal_is_not_answered_after_all(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
    one = Keeping.objects.filter(case=case)
    one.update(ended_at=now)

    refused(lambda: one.update(ended_at=None))


def test_what_a_supervisor_was_told_stays(filed, staff, now):
    one = Relay.objects.filter(case=filed(PersonClass.EMPLOYEE, channel=Channel.SUPERVISOR))

    for change in ({"supervisor": staff.person("employee2")}, {"told_at": now - HOUR}, {"onward": "board"}):
        refused(lambda change=change: one.update(**change))
    assert one.update(passed_on_at=now) == 1
    refused(lambda: one.update(passed_on_at=None))
    refused(one.delete)


def test_a_kept_number_is_not_given_to_somebody_else(filed, actor, staff, now):
    keep_number(actor=actor("employee1"), case=filed(), now=now)

    refused(lambda: KeptNumber.objects.update(person=staff.person("employee2")))


def test_a_record_is_on_one_way_at_a_time(filed, now):
    case = filed("officer1")
    item = [vault.seal(case.record, Sealed.REASON, "x", now=now) for _ in range(2)]
    way = {"record": case.record, "origin": "ceo", "body": "board", "paragraph": "III ¶1", "handed_at": now}
    HandOff.objects.create(**way, reason=item[0])

    with pytest.raises(IntegrityError, match="one_hand_off_at_a_time"), transaction.atomic():
        HandOff.objects.create(**way, reason=item[1])
