"""What follows for other rooms: when a case may close, how long its papers are kept, where a person is named."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet

from cases.models import Case
from cases.services._closing import asked_before_closing
from conduct.outcomes.models import STANDS, CompanyDecision, Finding
from conduct.outcomes.services.conclude_investigation import check_all_answered
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.retention.facts import tells_outcomes, tells_where_named
from conduct.rules.disposal import Outcome
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import ending
from conduct.rules.vocabulary import Found, Taken


class MeasureUndecided(RuleBroken):
    """What is proposed is decided or taken back."""

    sentence = gettext_noop("A proposed measure is not decided. Write down the decision, or take the proposal back.")


class MeasureWithoutOwner(RuleBroken):
    """What was adopted is somebody's to carry out."""

    sentence = gettext_noop("Nobody carries out a measure that the company adopted. Say who does, then close.")


@asked_before_closing
def check_outcome_settled(case: Case) -> None:
    """Each allegation has its finding, each proposal its decision, each adopted measure its owner."""
    check_all_answered(case)
    if case.measures.filter(STANDS, decision=None).exists():
        raise MeasureUndecided
    adopted = CompanyDecision.objects.filter(measure__case=case).exclude(taken=Taken.DROPPED.value)
    if adopted.filter(execution=None).exists():
        raise MeasureWithoutOwner


@tells_outcomes
def outcomes(records: Iterable[UUID]) -> Mapping[UUID, Outcome]:
    """What was found in each of these records that has a finding."""
    found = defaultdict(list)
    rows = Finding.objects.filter(STANDS, allegation__ended_at=None, allegation__case__in=list(records))
    for key, word in rows.values_list("allegation__case", "outcome"):
        found[key].append(Found(word))
    return {key: ending(words) for key, words in found.items()}


@tells_where_named
def named_in(person: Person) -> QuerySet[Record]:
    """The records in whose outcome a person had a part: alleged, found, proposed, wrote down, or carries out."""
    part = (
        Q(allegations__added_by=person)
        | Q(allegations__findings__made_by=person)
        | Q(measures__proposed_by=person)
        | Q(measures__decision__written_by=person)
        | Q(measures__decision__execution__owner=person)
        | Q(feedbacks__told_by=person)
    )
    return Record.objects.filter(pk__in=Case.objects.filter(part).values("pk"))
