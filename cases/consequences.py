"""What follows from how a report or question ended: what retention must know of it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet

from cases.models import Case, Closing
from conduct import clock
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.retention.facts import Ending, tells_endings, tells_where_named
from conduct.rules.vocabulary import Body, Kind, Stage

ORGANS = frozenset({Body.BOARD, Body.BOSA})


@tells_endings(Kind.REPORT, Kind.QUESTION)
def endings(records: Iterable[Record]) -> Mapping[UUID, Ending]:
    """When each finished case was last closed, and what is no secret about it.

    What it is about is sealed. Only of what the CEO may decide it is certain that it is not about accounting (M1).
    """
    finished = [record for record in records if record.stage == Stage.CONCLUDED]
    closings = Closing.objects.filter(case__in=[record.pk for record in finished]).order_by("closed_at")
    closed_at = dict(closings.values_list("case", "closed_at"))
    return {
        record.pk: Ending(
            closed_on=clock.day(closed_at[record.pk]),
            accounting=False if record.body == Body.CEO and not record.beyond_ceo else None,
            decided_by_organ=Body(record.body) in ORGANS,
        )
        for record in finished
        if record.pk in closed_at
    }


@tells_where_named
def named_in(person: Person) -> QuerySet[Record]:
    """The records whose case a person handled, passed on, noted, closed or confirmed, or keeps in the own list."""
    handled = Case.objects.filter(
        Q(handler=person)
        | Q(relay__supervisor=person)
        | Q(notes__author=person)
        | Q(closings__closed_by=person)
        | Q(keepings__proposed_by=person)
        | Q(keepings__second_person=person)
    )
    own = Q(pk__in=person.kept_numbers.values("record"))
    return Record.objects.filter(Q(pk__in=handled.values("pk")) | own)
