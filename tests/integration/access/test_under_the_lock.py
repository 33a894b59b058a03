"""A right is asked again under the record's lock; whoever only reads along leaves no line in the log of the body."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from conduct.access import wall
from conduct.access.check import held, log_of
from conduct.access.permissions import Permission
from conduct.audit.domains import Domain
from conduct.people.actor import SYSTEM
from conduct.records.models import Copy
from conduct.rules.vocabulary import Body, PersonClass
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@pytest.fixture
def case(filed):
    return filed(PersonClass.OFFICER)


def test_the_matter_is_handed_out_to_whoever_may_still(case, actor):
    with transaction.atomic():
        assert held(actor("auditor1"), Permission.RECORD_WORK, case) == case


def test_a_right_that_went_meanwhile_is_refused(case, actor, now):
    auditor, reason = actor("auditor2"), vault.reserve()
    wall.raise_wall(case.record, [auditor.person], reason=reason, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, "relative", place=reason, now=now)

    with pytest.raises(PermissionDenied), transaction.atomic():
        held(auditor, Permission.RECORD_WORK, case)
    assert wall.people_behind(case.record) == [auditor.person]


def test_the_body_that_holds_the_record_writes_into_its_own_log(case, actor):
    assert log_of(actor("auditor1"), case.record) is None
    assert log_of(SYSTEM, case.record) is None


def test_who_reads_a_copy_writes_into_the_log_of_the_copys_body(filed, actor, now):
    record = filed(PersonClass.EMPLOYEE).record
    assert (record.body, log_of(actor("auditor1"), record)) == (Body.CEO, None)

    Copy.objects.create(record=record, body=Body.BOSA.value, since=now)

    assert log_of(actor("auditor1"), record) == Domain.BOSA
    assert log_of(actor("director1"), record) is None
