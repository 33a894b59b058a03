"""What follows where a matter changes hands, and where a person is named."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.models import Case
from conduct.handoffs.moves import when_moved
from conduct.inquiries.ending import end_all
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.retention.facts import tells_where_named


@when_moved
def the_mandate_ends(case: Case, *, now: datetime) -> None:
    """The new body gives its own mandate; whoever the old one let in is out at once."""
    end_all(case.record, now=now)


@tells_where_named
def named_in(person: Person) -> QuerySet[Record]:
    """The records whose investigation a person took part in, was given a task of, or was heard in writing for."""
    return Record.objects.filter(
        Q(team__person=person) | Q(tasks__owner=person) | Q(statements__person=person) | Q(inquiries__given_by=person)
    ).distinct()
