"""Who is acting: a signed-in person, a reporter whose name is nobody's business, or the system itself."""

from dataclasses import dataclass, replace
from datetime import date

from django.core.exceptions import PermissionDenied

from conduct.people.delegations import Mandate
from conduct.people.models import Person
from conduct.people.queries import capacity_on
from conduct.rules.vocabulary import ActsAs, Body, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the roles held on a day, in one capacity. `mandate`: what the person may do for the CEO."""

    person: Person | None
    acts_as: ActsAs = ActsAs.PERSON
    roles: frozenset[Role] = frozenset()
    mandate: Mandate | None = None

    @property
    def who(self) -> Person:
        """The person who acts. Raises PermissionDenied where it is the system or a reporter."""
        if self.person is None:
            raise PermissionDenied
        return self.person

    @classmethod
    def of(cls, person: Person, on: date) -> "Actor":
        roles, mandate = capacity_on(person, on)
        return cls(person, roles=roles, mandate=mandate)

    def at(self, body: Body) -> "Actor":
        """The same person before what rests with this body: for the CEO only where it is the CEO's."""
        return self if self.mandate is None or body is Body.CEO else replace(self, mandate=None)


SYSTEM = Actor(None, ActsAs.SYSTEM)
REPORTER = Actor(None, ActsAs.REPORTER)
