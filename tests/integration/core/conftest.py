"""People in a case, as tests name them."""

import pytest

from cases.services import Entry, take_case
from conduct.rules.vocabulary import PartyRole, PersonClass


@pytest.fixture
def taken(filed, actor, now):
    """A report about an employee whom nobody named, in hand at the CEO's desk."""
    return take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)


@pytest.fixture
def entry(staff):
    """entry("officer1"), entry(PersonClass.EMPLOYEE, role=PartyRole.WITNESS)."""

    def make(who, role=PartyRole.SUBJECT, **more):
        if isinstance(who, PersonClass):
            return Entry(role=role, person_class=who, **more)
        return Entry(role=role, person_id=staff.person(who).pk, **more)

    return make
