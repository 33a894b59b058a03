"""Finished records go when their time has ended and two people agreed, unless something stands against it."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.models import Case
from cases.services import add_note, reopen_case
from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import recuse
from conduct.people.actor import SYSTEM
from conduct.retention import sweeping
from conduct.retention.models import Disposal, Tombstone, Warrant
from conduct.retention.services import (
    confirm_disposal,
    dispose,
    place_hold,
    postpone_disposal,
    propose_disposal,
    reject_disposal,
)
from conduct.retention.services._seconds import NobodyElse, NotAlone
from conduct.retention.services.confirm_disposal import NothingWaits
from conduct.retention.services.propose_disposal import StaysFor
from conduct.retention.words import Why
from conduct.rules.vocabulary import PersonClass
from conduct.vault import destruction, receipts, vault
from conduct.vault.models import DataKey, Receipt, SealedItem
from tests.integration.retention.conftest import fresh


def refused(why, propose):
    with pytest.raises(StaysFor) as fault, transaction.atomic():
        propose()
    assert fault.value.why is why


def test_two_people_dispose_and_only_a_tombstone_stays(at_bosa, due, agreed, acting):
    record = at_bosa().record
    receipts.keep(receipts.draw(), record)
    bytes_before = [bytes(item.sealed) for item in SealedItem.objects.filter(record=record).order_by("pk")]
    lines_before = list(AuditEvent.objects.filter(record=record).values_list("entry", "leaf"))
    then = due(record)

    batch = agreed([record], then)
    sweeping.carry_out(list(batch.rows.all()), now=then)

    items = list(SealedItem.objects.filter(record=record).order_by("pk"))
    assert [bytes(item.sealed) for item in items] == [b""] * len(items) and len(items) >= 3
    assert [bytes(item.digest) for item in items] == [hashlib.sha256(each).digest() for each in bytes_before]
    assert not DataKey.objects.filter(record=record).exists() and not Receipt.objects.filter(record=record).exists()
    stone = Tombstone.objects.get(record=record)
    assert (stone.proposed_by.username, stone.confirmed_by.username) == ("auditor1", "auditor2")
    assert (stone.kind, stone.body, stone.paper) == ("report", "bosa", "R05b")
    assert (stone.opened_on, stone.closed_on) == (clock.day(record.opened_at),) * 2
    assert bytes(stone.digest) == destruction.content_hash(record)
    record = fresh(record)
    assert record.disposed_at == then and record.reference
    assert (
        list(AuditEvent.objects.filter(record=record).values_list("entry", "leaf"))[: len(lines_before)] == lines_before
    )


def test_the_ledger_and_the_hash_of_the_content_go_on_to_verify(at_bosa, due, agreed):
    record = at_bosa().record
    then = due(record)
    sweeping.carry_out(list(agreed([record], then).rows.all()), now=then)

    lines = AuditEvent.objects.filter(record=record).order_by("pk")
    assert all(hashlib.sha256(b"\x00" + bytes(line.entry)).digest() == bytes(line.leaf) for line in lines)
    gone = lines.get(event=Event.RECORD_DISPOSED.value)
    assert gone.facts == {"schedule": "R05b", "content": destruction.content_hash(record).hex()}


def test_after_disposal_it_is_seen_and_nothing_can_be_done_or_read(at_bosa, due, agreed, acting):
    case = at_bosa()
    then = due(case.record)
    sweeping.carry_out(list(agreed([case.record], then).rows.all()), now=then)
    case = Case.objects.select_related("record", "told__record").get(pk=case.pk)
    auditor = acting("auditor1", then)

    assert can(auditor, Permission.RECORD_VIEW, case.record)
    for act in (
        lambda: add_note(actor=auditor, case=case, text="x", now=then),
        lambda: reopen_case(actor=auditor, case=case, reason="x", now=then),
        lambda: place_hold(actor=auditor, records=[case.record], reason="x", now=then),
        lambda: propose_disposal(actor=auditor, records=[case.record], now=then),
    ):
        with pytest.raises(PermissionDenied), transaction.atomic():
            act()


def test_what_is_gone_is_not_opened(at_bosa, due, agreed, acting, transactional_db):
    case = at_bosa()
    then = due(case.record)
    sweeping.carry_out(list(agreed([case.record], then).rows.all()), now=then)
    told = SealedItem.objects.select_related("record").get(pk=case.told_id)

    with pytest.raises(PermissionDenied):
        vault.open(acting("auditor1", then), told, now=then)


def test_nobody_disposes_alone(at_bosa, due, acting):
    record = at_bosa().record
    then = due(record)
    batch = propose_disposal(actor=acting("auditor1", then), records=[record], now=then)
    rows = list(batch.rows.select_related("record"))

    with pytest.raises(NotAlone), transaction.atomic():
        confirm_disposal(actor=acting("auditor1", then), rows=rows, now=then)
    for name in ("ceo", "director1", "employee1", "controls"):
        with pytest.raises(PermissionDenied), transaction.atomic():
            confirm_disposal(actor=acting(name, then), rows=rows, now=then)
    for model, more in ((Disposal, {"confirmed_at": then}),):
        with pytest.raises(IntegrityError, match="two_people_dispose"), transaction.atomic():
            model.objects.update(confirmed_by=acting("auditor1", then).person, **more)
    dispose(actor=SYSTEM, row=rows[0], now=then)
    assert fresh(record).disposed_at is None


def test_at_the_ceos_desk_a_statutory_auditor_is_the_second_person_and_sees_no_more(at_ceo, due, acting, staff):
    record = at_ceo().record
    then = due(record, years=5)
    batch = propose_disposal(actor=acting("ceo", then), records=[record], now=then)
    row = batch.rows.select_related("record").get()

    assert row.second_person == staff.person("auditor1")
    assert can(acting("auditor1", then), Permission.RECORD_RELEASE, record)
    assert not can(acting("auditor1", then), Permission.RECORD_VIEW, record)
    assert not can(acting("auditor2", then), Permission.RECORD_RELEASE, record)
    confirm_disposal(actor=acting("auditor1", then), rows=[row], now=then)
    sweeping.carry_out([row], now=then)
    assert fresh(record).disposed_at == then
    assert not can(acting("auditor1", then), Permission.RECORD_RELEASE, record)


def test_without_a_second_person_who_may_know_nothing_is_proposed(at_bosa, due, acting, staff, now):
    case = at_bosa()
    for name in ("auditor2", "auditor3"):
        recuse(actor=acting(name, now), case=case, reason="", now=now)
    record, then = case.record, due(case.record)

    with pytest.raises(NobodyElse), transaction.atomic():
        propose_disposal(actor=acting("auditor1", then), records=[record], now=then)


def test_a_rejected_row_stays_and_leaves_the_rest_valid(at_bosa, due, acting):
    records = [at_bosa().record for _ in range(3)]
    then = due(*records)
    batch = propose_disposal(actor=acting("auditor1", then), records=records, now=then)
    rows = list(batch.rows.select_related("record"))

    reject_disposal(actor=acting("auditor2", then), rows=rows[:1], now=then)
    with pytest.raises(NothingWaits), transaction.atomic():
        confirm_disposal(actor=acting("auditor2", then), rows=rows, now=then)
    confirm_disposal(actor=acting("auditor3", then), rows=rows[1:], now=then)
    sweeping.carry_out(list(batch.rows.all()), now=then)

    gone = {row.record_id: fresh(row.record).disposed_at is not None for row in rows}
    assert list(gone.values()) == [False, True, True]
    propose_disposal(actor=acting("auditor2", then), records=[rows[0].record], now=then)


def test_what_stands_against_it_is_said(at_bosa, due, acting, after):
    record = at_bosa().record
    then = after(10)

    def propose(record, at):
        return propose_disposal(actor=acting("auditor1", at), records=[record], now=at)

    refused(Why.NOT_ANNOUNCED, lambda: propose(record, then))
    due(record)
    refused(Why.NOT_DUE, lambda: propose(record, then - timedelta(days=2)))
    add_note(actor=acting("auditor2", then), case=record.case, text="He called again.", now=then - timedelta(days=29))
    refused(Why.DIALOGUE, lambda: propose(record, then))
    assert propose(record, then + timedelta(days=2)).rows.count() == 1
    refused(Why.PROPOSED, lambda: propose(record, then + timedelta(days=2)))


def test_an_open_record_is_never_due(filed, acting, after, due):
    record = filed(PersonClass.OFFICER).record
    due(record)

    refused(Why.OPEN, lambda: propose_disposal(actor=acting("auditor1", after(90)), records=[record], now=after(90)))


def test_postponing_is_one_act_and_keeps_it_for_half_a_year(at_bosa, due, acting, after):
    record = at_bosa().record
    then = due(record)

    until = postpone_disposal(actor=acting("auditor2", then), records=[record], now=then)

    assert str(until) == "2037-05-26"
    refused(Why.POSTPONED, lambda: propose_disposal(actor=acting("auditor1", then), records=[record], now=then))
    later = then + timedelta(days=200)
    assert propose_disposal(actor=acting("auditor1", later), records=[record], now=later)


def test_what_happens_after_the_second_person_agreed_still_stops_it(at_bosa, due, agreed, acting):
    held, noted, quiet = (at_bosa().record for _ in range(3))
    then = due(held, noted, quiet)
    batch = agreed([held, noted, quiet], then)
    place_hold(actor=acting("auditor3", then), records=[held], reason="A subpoena came.", now=then)
    add_note(actor=acting("auditor3", then), case=noted.case, text="He wrote.", now=then)

    told = sweeping.carry_out(list(batch.rows.all()), now=then)

    why = {row.record_id: row.stopped for row in batch.rows.all()}
    assert why == {held.pk: "held", noted.pk: "dialogue", quiet.pk: ""}
    assert told == {"disposed": 1, "stopped": 2}
    assert [fresh(each).disposed_at for each in (held, noted)] == [None, None]


def test_what_is_read_in_another_bodys_log_postpones_nothing(at_ceo, due, acting, now):
    """What waits because of a log that the CEO cannot read would tell that something lies there."""
    record = at_ceo().record
    then = due(record, years=5)
    from conduct.audit import ledger  # noqa: PLC0415
    from conduct.audit.domains import Domain  # noqa: PLC0415

    ledger.record(SYSTEM, Event.TEXT_OPENED, record, at=then, domain=Domain.BOSA)

    assert propose_disposal(actor=acting("ceo", then), records=[record], now=then)


def test_a_walled_auditor_neither_proposes_nor_confirms(at_bosa, due, acting):
    seen, hidden = at_bosa().record, at_bosa("officer1", "auditor2").record
    then = due(seen, hidden)
    batch = propose_disposal(actor=acting("auditor1", then), records=[seen, hidden], now=then)
    rows = list(batch.rows.select_related("record"))

    with pytest.raises(PermissionDenied), transaction.atomic():
        confirm_disposal(actor=acting("auditor2", then), rows=rows, now=then)
    mine = [row for row in rows if row.record_id == seen.pk]
    assert confirm_disposal(actor=acting("auditor2", then), rows=mine, now=then)
    assert Disposal.objects.waiting().get().record_id == hidden.pk
    assert Warrant.objects.count() == 0
