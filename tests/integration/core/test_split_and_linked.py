"""A matter of several people can be split, and matters that belong together linked; nobody sees half a link (A3)."""

import pytest
from django.core.exceptions import PermissionDenied

from cases.models import Case
from cases.queries import parties_of, visible_cases
from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.access.wall import is_walled
from conduct.handoffs.queries import links_of
from conduct.handoffs.services import link_records, name_party, split_case
from conduct.handoffs.services.link_records import NotToBeLinked
from conduct.handoffs.services.split_case import NothingToSplit
from conduct.rules.vocabulary import Body, LinkKind, PersonClass


@pytest.fixture
def mixed(filed, entry, actor, now):
    """An officer and an employee in one matter: the statutory auditors lead (A3)."""
    case = filed("officer1")
    return name_party(actor=actor("auditor1"), case=case, entry=entry("employee2"), reason="She helped.", now=now)


def split(case, places, actor, now):
    case = split_case(actor=actor("auditor1"), case=case, places=places, reason="Apart.", now=now)
    return case, Case.objects.exclude(pk=case.pk).get()


def test_each_part_has_the_body_of_its_people(mixed, actor, now):
    old, new = split(mixed, [2], actor, now)

    assert (old.record.body, new.record.body) == (Body.BOSA, Body.BOSA)
    assert parties_of(old).count() == 1


def test_the_officer_split_off_leaves_the_employees_part_to_the_ceo(mixed, actor, now):
    old, new = split(mixed, [1], actor, now)
    old.record.refresh_from_db()

    assert (old.record.body, new.record.body) == (Body.CEO, Body.BOSA)


def test_whoever_is_shut_out_of_one_is_shut_out_of_the_other(mixed, actor, staff, now):
    _, new = split(mixed, [2], actor, now)

    assert is_walled(staff.person("officer1"), new.record)
    assert is_walled(staff.person("employee2"), new.record)


@pytest.mark.parametrize("places", [[], [1, 2], [3], [1, 3]])
def test_both_parts_keep_somebody(mixed, actor, now, places):
    with pytest.raises(NothingToSplit):
        split_case(actor=actor("auditor1"), case=mixed, places=places, reason="Apart.", now=now)


def test_the_time_of_a_part_counts_from_the_first_receipt(mixed, actor, now):
    _, new = split(mixed, [2], actor, now)

    assert new.record.deadlines.filter(kind="open_or_decline").exists()


def test_a_link_is_seen_by_whoever_sees_both_and_by_nobody_else(mixed, actor, staff, now):
    old, new = split(mixed, [2], actor, now)
    assert [link.kind for link in links_of(actor("auditor1"), new.record)] == ["split"]

    grants.admit(staff.person("employee1"), Permission.RECORD_VIEW, old.record, now=now)
    assert visible_cases(actor("employee1")).get() == old
    assert list(links_of(actor("employee1"), old.record)) == []


def test_two_matters_are_linked_once(filed, actor, now):
    one, other = filed("officer1"), filed("officer1")
    asked = {"actor": actor("auditor1"), "kind": LinkKind.SAME, "reason": "The same trip.", "now": now}
    link_records(case=one, other=other, **asked)

    for pair in ({"case": one, "other": other}, {"case": other, "other": one}, {"case": one, "other": one}):
        with pytest.raises(NotToBeLinked):
            link_records(**pair, **asked)


def test_what_one_does_not_see_cannot_be_linked(filed, actor, now):
    one, other = filed(PersonClass.EMPLOYEE), filed("officer1")

    with pytest.raises(PermissionDenied):
        link_records(actor=actor("ceo"), case=one, other=other, kind=LinkKind.SAME, reason="Perhaps.", now=now)
