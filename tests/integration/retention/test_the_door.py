"""Whatever is tried, in Python or in SQL: sealed content goes through one door, and never under a hold."""

import hashlib
import re
from datetime import timedelta
from io import StringIO

import pgtrigger
import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.db import DatabaseError, connection, transaction

from conduct.people.actor import SYSTEM
from conduct.records.models import Record
from conduct.retention import sweeping
from conduct.retention.models import Batch, Disposal, Erasure, Hold, Warrant
from conduct.retention.services import dispose, place_hold, postpone_disposal, propose_disposal
from conduct.rules.errors import RuleBroken
from conduct.vault import destruction, receipts
from conduct.vault.models import DataKey, Receipt, SealedItem
from tests.architecture.tree import ROOT, python
from tests.integration.conftest import UNDER_A_HOLD

SQL = [
    "DELETE FROM {table} WHERE record_id = %s",
    "UPDATE {table} SET record_id = NULL WHERE record_id = %s",
]
LOOK_AWAY = "SET LOCAL pgtrigger.ignore = '{{{}}}'".format(",".join(sorted(
    trigger.get_pgid(model) for model, trigger in pgtrigger.registered()
)))  # fmt: skip
TABLES = ("vault_sealeditem", "vault_datakey", "vault_receipt")
ON_ITEMS = [
    "UPDATE vault_sealeditem SET sealed = '' WHERE record_id = %s",
    "UPDATE vault_sealeditem SET sealed = '', digest = sha256(sealed), destroyed_at = now() WHERE record_id = %s",
    "UPDATE vault_sealeditem SET sealed = 'x', digest = sha256(sealed), destroyed_at = now() WHERE record_id = %s",
    "UPDATE vault_sealeditem SET sealed_at = now() WHERE record_id = %s",
    "UPDATE vault_datakey SET wrapped = '' WHERE record_id = %s",
    "UPDATE vault_receipt SET wrapped_key = '' WHERE record_id = %s",
    "DELETE FROM records_record WHERE id = %s",
]


def lying(record):
    """Everything sealed about a record, byte by byte."""
    items = SealedItem.objects.filter(record=record).order_by("pk").values_list("pk", "sealed", "digest")
    keys = DataKey.objects.filter(record=record).order_by("pk").values_list("pk", "wrapped")
    numbers = Receipt.objects.filter(record=record).values_list("pk", "wrapped_key")
    return [tuple(bytes(x) if isinstance(x, memoryview) else x for x in row) for row in (*items, *keys, *numbers)]


@pytest.fixture
def held(at_bosa, acting, due):
    """A record under a hold whose time has ended, and the moment."""
    record = at_bosa().record
    receipts.keep(receipts.draw(), record)
    then = due(record)
    place_hold(actor=acting("auditor1", then), records=[record], reason="A court.", now=then)
    return record, then


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


class Attempts:
    """Everything that a program of ours could try: services, the door itself, forged rows, SQL, the sweep."""

    def __init__(self, record, then, acting):
        self.record, self.then, self.acting = record, then, acting
        self.two = {"proposed_by": acting("auditor1", then).person, "confirmed_by": acting("auditor2", then).person}

    def forged_row(self):
        batch = Batch.objects.create(body="bosa", proposed_by=self.two["proposed_by"], proposed_at=self.then)
        words = {"paper": "R05b", "due_on": self.then.date(), "confirmed_at": self.then, **self.two}
        return Disposal.objects.create(batch=batch, record=self.record, **words)

    def forged_warrant(self):
        row = self.forged_row()
        Warrant.objects.create(record=self.record, disposal=row, given_at=self.then, **self.two)
        destruction.destroy_record(self.record, now=self.then)

    def forged_erasure(self):
        person = self.acting("employee2", self.then).person
        wish = Erasure.objects.create(person=person, asked_by=self.two["proposed_by"], asked_at=self.then)
        Warrant.objects.create(record=self.record, erasure=wish, given_at=self.then, **self.two)
        destruction.blank_person(self.record, self.acting("employee1", self.then).person.pk, now=self.then)

    def services(self):
        record, now, auditor = self.record, self.then, self.acting("auditor1", self.then)
        yield lambda: propose_disposal(actor=auditor, records=[record], now=now)
        yield lambda: postpone_disposal(actor=auditor, records=[record], now=now)
        yield lambda: dispose(actor=SYSTEM, row=self.forged_row(), now=now)
        yield lambda: dispose(actor=auditor, row=self.forged_row(), now=now)
        yield lambda: sweeping.carry_out([self.forged_row()], now=now)

    def doors(self):
        record, now = self.record, self.then
        yield lambda: destruction.destroy_record(record, now=now)
        yield lambda: destruction.destroy(SealedItem.objects.filter(record=record).first(), now=now)
        yield self.forged_warrant
        yield self.forged_erasure
        yield lambda: Record.objects.filter(pk=record.pk).delete()
        for model in (SealedItem, DataKey, Receipt):
            yield lambda model=model: model.objects.filter(record=record)._raw_delete("default")

    def statements(self):
        deletions = [SQL[0].format(table=table) for table in (*TABLES, "retention_hold")]
        loose = [SQL[1].format(table=table) for table in TABLES]
        yield from [*ON_ITEMS, *deletions, *loose, "UPDATE retention_hold SET lifted_at = now() WHERE record_id = %s"]
        yield from [f"{LOOK_AWAY}; {statement}" for statement in (*ON_ITEMS, *deletions)]

    def all(self):
        yield from self.services()
        yield from self.doors()
        for statement in self.statements():
            yield lambda statement=statement: sql(statement, self.record.pk)


def test_a_held_record_loses_nothing_whatever_is_tried(held, acting):
    record, then = held
    before, tried = lying(record), 0

    for attempt in Attempts(record, then, acting).all():
        try:
            with transaction.atomic():
                attempt()
                connection.check_constraints()  # as the end of a transaction does
        except (DatabaseError, RuleBroken, PermissionDenied):
            pass
        tried += 1
        assert lying(record) == before and Hold.objects.lying().filter(record=record).exists()
    assert tried >= 25 and len(before) >= 6


def test_without_a_hold_nothing_goes_without_two_people_either(at_bosa, acting, due):
    record = at_bosa().record
    receipts.keep(receipts.draw(), record)
    then = due(record)
    before = lying(record)

    for statement in [*ON_ITEMS, *(each.format(table=table) for each in SQL for table in TABLES)]:
        with pytest.raises(DatabaseError), transaction.atomic():
            sql(statement, record.pk)
    for door in (
        lambda: destruction.destroy_record(record, now=then),
        lambda: destruction.destroy(SealedItem.objects.filter(record=record).first(), now=then),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            door()
    assert lying(record) == before


def test_a_warrant_opens_the_door_at_its_own_moment_for_its_own_record_and_no_further(at_bosa, acting, due, agreed):
    record, other = at_bosa().record, at_bosa().record
    then = due(record, other)
    batch = agreed([record], then)
    two = {"proposed_by": acting("auditor1", then).person, "confirmed_by": acting("auditor2", then).person}
    Warrant.objects.create(record=record, disposal=batch.rows.get(), given_at=then, **two)
    item = SealedItem.objects.filter(record=record).first()

    for wrong in (
        lambda: destruction.destroy(item, now=then + timedelta(seconds=1)),
        lambda: destruction.destroy(SealedItem.objects.filter(record=other).first(), now=then),
        lambda: SealedItem.objects.filter(pk=item.pk).update(sealed=b"", digest=bytes(32), destroyed_at=then),
        lambda: SealedItem.objects.filter(pk=item.pk).update(
            sealed=b"other", digest=hashlib.sha256(bytes(item.sealed)).digest(), destroyed_at=then
        ),
        lambda: SealedItem.objects.filter(pk=item.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()
    assert destruction.destroy(item, now=then) == hashlib.sha256(bytes(item.sealed)).digest()


def test_the_vault_is_not_emptied_under_a_hold(held):
    connection.check_constraints()
    pgtrigger.enable(*UNDER_A_HOLD)
    try:
        for table in TABLES:
            with pytest.raises(DatabaseError, match="legal hold"), transaction.atomic():
                sql(f"TRUNCATE {table} CASCADE")
    finally:
        pgtrigger.disable(*UNDER_A_HOLD)


def test_no_command_of_ours_takes_anything_from_a_held_record(held):
    record, _ = held
    before = lying(record)

    for name in sorted(name for name, app in get_commands().items() if app == "conduct"):
        try:
            with transaction.atomic():
                call_command(name, stdout=StringIO(), stderr=StringIO())
        except (CommandError, DatabaseError, RuleBroken, SystemExit, OSError, PermissionDenied):
            pass
        assert lying(record) == before, name


def test_no_code_of_ours_lifts_a_trigger_or_writes_to_the_vault_but_the_door():
    """The door needs no lifting: the triggers themselves look for the warrant. A second way is looked for here."""
    lifting = re.compile(r"pgtrigger\.(ignore|disable|uninstall|schema)\(|DISABLE TRIGGER|session_replication_role")
    writing = re.compile(r"SealedItem\.objects.*\.(update|delete)|DataKey\.objects.*\.(update|delete)|_raw_delete")
    said = {path: (ROOT / path).read_text() for path in python()}

    assert [str(path) for path, text in said.items() if lifting.search(text)] == []
    assert [str(path) for path, text in said.items() if writing.search(text)] == ["conduct/vault/destruction.py"]
