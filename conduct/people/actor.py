"""Who is acting: a signed-in person, a reporter whose name is nobody's business, or the system itself."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied

from conduct.people.models import Person
from conduct.people.queries import roles_on
from conduct.rules.vocabulary import ActsAs, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the roles held on a day, in one capacity."""

    person: Person | None
    acts_as: ActsAs = ActsAs.PERSON
    roles: frozenset[Role] = frozenset()

    @property
    def who(self) -> Person:
        """The person who acts. Raises PermissionDenied where it is the system or a reporter."""
        if self.person is None:
            raise PermissionDenied
        return self.person

    @classmethod
    def of(cls, person: Person, on: date) -> "Actor":
        return cls(person, roles=roles_on(person, on))


SYSTEM = Actor(None, ActsAs.SYSTEM)
REPORTER = Actor(None, ActsAs.REPORTER)
