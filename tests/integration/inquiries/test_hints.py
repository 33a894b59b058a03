"""Hints look only into what the reader may open; a matter behind a wall leaves no trace in them."""

import pytest

from conduct.access import wall
from conduct.inquiries.hints import Likeness, hints
from conduct.rules.vocabulary import MatterType, PartyRole, PersonClass
from conduct.vault import vault
from conduct.vault.kinds import Sealed

pytestmark = pytest.mark.django_db


def shown(actor, case):
    return [(hint.case.record.reference, hint.likeness) for hint in hints(actor, case)]


def test_the_same_person_comes_before_the_same_matter(opened, actor):
    case = opened("officer1", matter=MatterType.BRIBERY)
    alike = opened(PersonClass.OFFICER, matter=MatterType.BRIBERY)
    same = opened("officer1")
    opened(PersonClass.OFFICER)

    assert shown(actor("auditor1"), case) == [
        (same.record.reference, Likeness.SAME_PERSON),
        (alike.record.reference, Likeness.SAME_MATTER),
    ]


def test_a_matter_behind_a_wall_gives_no_hint(opened, actor, now):
    case, hidden = opened("officer1"), opened("officer1")
    place = vault.reserve()
    wall.raise_wall(hidden.record, [actor("auditor2").person], reason=place, now=now)
    vault.seal(hidden.record, Sealed.WALL_REASON, "relative", place=place, now=now)

    assert shown(actor("auditor1"), case) == [(hidden.record.reference, Likeness.SAME_PERSON)]
    assert shown(actor("auditor2"), case) == []


def test_a_member_of_the_team_is_shown_nothing_of_other_matters(mandated, join, opened, actor):
    case = mandated("officer1")
    opened("officer1")
    join(case, "employee2")

    assert shown(actor("employee2"), case) == []
    assert shown(actor("employee1"), case) == []


def test_a_witness_of_one_matter_is_not_its_subject(opened, entry, actor, now):
    from conduct.handoffs.services import name_party  # noqa: PLC0415

    case, other = opened("officer1"), opened(PersonClass.OFFICER)
    witness = entry("officer1", role=PartyRole.WITNESS)
    name_party(actor=actor("auditor1"), case=other, entry=witness, reason="Saw it.", now=now)

    assert shown(actor("auditor1"), case) == []


def test_hints_cost_the_same_whatever_there_is(opened, actor, django_assert_max_num_queries):
    case = opened("officer1")
    for _ in range(5):
        opened("officer1")

    with django_assert_max_num_queries(6):
        assert len(hints(actor("auditor1"), case)) == 5
