"""The chart of the organisation while it is being drawn: people and dated rows, kept in memory until all are known."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from conduct.people.dated import Dated, span
from conduct.people.models import Appointment, Company, Function, Person, Seat, Supervision

TOKYO = ZoneInfo("Asia/Tokyo")
MADE_UP = UUID("9d3c1f0e-7c0b-4a55-8c1e-2f6b8d4a7e10")


@dataclass
class Chart:
    """Everybody and everything they are. `now` is the moment up to which rows can have been known."""

    companies: dict[str, Company]
    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    rows: list[Dated] = field(default_factory=list)

    def person(self, username: str, name: str, name_ja: str, **more: object) -> Person:
        made = Person(id=uuid5(MADE_UP, username), username=username, name=name, name_ja=name_ja, **more)
        self.people[username] = made
        return made

    def appoint(
        self, person: Person, office: str, company: str, days: tuple[date, date | None], **more: object
    ) -> None:
        self._add(Appointment(person=person, office=office, company=self.companies[company], **more), days)

    def seat(self, person: Person, body: str, days: tuple[date, date | None], presides: bool = False) -> None:
        self._add(Seat(person=person, body=body, presides=presides), days)

    def give(self, person: Person, function: str, days: tuple[date, date | None]) -> None:
        self._add(Function(person=person, function=function), days)

    def lead(self, supervisor: Person, employee: Person, first_on: date) -> None:
        self._add(Supervision(employee=employee, supervisor=supervisor), (first_on, None))

    def store(self) -> None:
        """All of it in a few statements."""
        Person.objects.bulk_create(self.people.values(), batch_size=1000)
        for model in (Appointment, Seat, Function, Supervision):
            rows = [row for row in self.rows if isinstance(row, model)]
            model.objects.bulk_create(rows, batch_size=1000)

    def _add(self, row: Dated, days: tuple[date, date | None]) -> None:
        row.valid = span(*days)
        row.known_from = min(datetime.combine(days[0], time(9), TOKYO), self.now)
        self.rows.append(row)
