"""The list (SQL) and the policy (pure) give the same answer for every combination that there is."""

from itertools import chain, combinations, product

import pytest

from conduct.access import grants, wall
from conduct.access.check import can, scope
from conduct.access.permissions import Permission
from conduct.access.policy import ALLOWING, BODY_OF, BY_GRANT, decide
from conduct.people.actor import SYSTEM, Actor
from conduct.provisions.models import CodeVersion
from conduct.records.models import Copy, Record
from conduct.rules.vocabulary import Body, Kind, Role
from conduct.vault import vault
from conduct.vault.kinds import Sealed

WITH_A_DESK = sorted({*BODY_OF, Role.STATUTORY_AUDITOR})
ROLE_SETS = [frozenset(s) for s in chain.from_iterable(combinations(WITH_A_DESK, n) for n in range(5))]
OTHERS = [frozenset({role}) for role in Role if role not in WITH_A_DESK]


@pytest.mark.parametrize(("walled", "granted"), [(False, False), (False, True), (True, False)])
@pytest.mark.parametrize("copied", [False, True])
def test_every_combination(staff, now, walled, granted, copied):
    someone = staff.person("root", is_superuser=True)
    for body in Body:
        record = Record.objects.create(
            kind=Kind.REPORT.value, body=body.value, code_version=CodeVersion.objects.get(), opened_at=now
        )
        copies = frozenset({Body.BOSA} if copied else ())
        Copy.objects.bulk_create(Copy(record=record, body=b.value, since=now) for b in copies)
        if granted:
            for permission in BY_GRANT:
                grants.admit(someone, permission, record, now=now)
        if walled:
            shut_out(record, someone, now)

        for roles, permission in product(ROLE_SETS + OTHERS, Permission):
            facts = {"roles": roles, "body": body, "copies": copies, "walled": walled, "granted": granted}
            allowed = decide(permission, **facts) in ALLOWING

            assert can(Actor(someone, roles=roles), permission, record) == allowed, (permission, facts)


def shut_out(record, person, now):
    reason = vault.reserve()
    wall.raise_wall(record, [person], reason=reason, now=now)
    vault.seal(record, Sealed.WALL_REASON, "relative", place=reason, now=now)


def test_a_grant_that_has_ended_lets_nobody_in(staff, code, now):
    from datetime import timedelta  # noqa: PLC0415

    someone = staff.person("employee2")
    record = Record.objects.create(kind="report", body="bosa", code_version=code, opened_at=now)
    grants.admit(someone, Permission.RECORD_VIEW, record, now=now, until=now - timedelta(days=400))

    assert not can(Actor(someone), Permission.RECORD_VIEW, record)


def test_nobody_who_left_sees_anything(staff, code, now):
    auditor = staff.actor("auditor1")
    Record.objects.create(kind="report", body="bosa", code_version=code, opened_at=now)
    auditor.person.is_active = False

    assert not scope(auditor, Permission.RECORD_VIEW).exists()
    assert scope(SYSTEM, Permission.RECORD_VIEW).exists()


def test_without_a_record_only_what_is_open_to_all_is_allowed(staff):
    assert can(staff.actor("employee1"), Permission.REPORT_FILE)
    assert not can(staff.actor("ceo"), Permission.RECORD_VIEW)
