"""How the questions of different people came out: from the sealed facts of what this reader may open, and no more."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Count
from django.utils.timezone import get_default_timezone

from cases.models import Closing
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.answers.models import Answer, WaiverNeed
from conduct.people.actor import Actor
from conduct.rules.dispersion import Outcome, Rank, dispersed, rank_of
from conduct.rules.vocabulary import Kind, PersonClass, Stage
from conduct.rulings.services import Explanation, answers_of

PERSON = re.compile(r"(\w+) \(")
QUARTER = 3


def dispersion(actor: Actor, day: date) -> Mapping[Rank, Mapping[Outcome, int | None]]:
    """Up to the end of the last full quarter, so that no single question shows as a difference from yesterday."""
    until = datetime.combine(quarter_of(day), time(), tzinfo=get_default_timezone())
    readable = scope(actor, Permission.READ_SEALED).filter(kind=Kind.QUESTION.value)
    outcomes = dict(outcomes_until(readable.values_list("pk", flat=True), until))
    routed = answers_of(actor, readable.filter(pk__in=outcomes))
    return dispersed((rank_of(people_of(routed[key])), came) for key, came in outcomes.items() if key in routed)


def quarter_of(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // QUARTER * QUARTER + 1, 1)


def people_of(told: Explanation) -> list[PersonClass]:
    return [PersonClass(word) for word in PERSON.findall(told.facts["subjects"])]


def outcomes_until(records: Iterable[UUID], until: datetime) -> Iterator[tuple[UUID, Outcome]]:
    """What came of each of these questions before a moment. What is still open has no outcome."""
    closed = Closing.objects.filter(case__in=records, closed_at__lt=until, case__record__stage=Stage.CONCLUDED.value)
    answered = Answer.objects.filter(record__in=records, answered_at__lt=until)
    held = WaiverNeed.objects.filter(record__in=records, found_at__lt=until, ended_at=None)
    yield from ((key, Outcome.UNANSWERED) for key in closed.values_list("case", flat=True))
    differs = answered.values_list("record").annotate(otherwise=Count("differs"))
    yield from ((key, Outcome.OTHERWISE if other else Outcome.ANSWERED) for key, other in differs)
    yield from ((key, Outcome.NEEDS_WAIVER) for key in held.values_list("record", flat=True))
