from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import start_clock
from conduct.outcomes.models import STANDS, Finding
from conduct.outcomes.services._standing import unanswered
from conduct.outcomes.services._working import check_at_work, check_may_find
from conduct.people.actor import Actor
from conduct.records.spine import move
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import VIOLATIONS
from conduct.rules.vocabulary import CaseState, DeadlineKind


class NothingFound(RuleBroken):
    """An investigation ends with findings."""

    sentence = gettext_noop("Nothing is found yet. Write down what is alleged, and answer it.")


class StillUnanswered(RuleBroken):
    """One finding for each allegation."""

    sentence = gettext_noop("Each allegation needs a finding first. Without one is number {numbers}.")


@transaction.atomic
def conclude_investigation(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Every allegation is answered: what was found stands. After a violation the time to act begins (III ¶4, C16)."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, frozenset({CaseState.INVESTIGATING}))
    check_may_find(actor, case, now=now)
    check_all_answered(case)
    found = Finding.objects.filter(STANDS, allegation__case=case, allegation__ended_at=None)
    if not found.exists():
        raise NothingFound

    move(case, CaseState.FOUND)
    if found.filter(outcome__in=[word.value for word in VIOLATIONS]).exists():
        start_clock(case.record, DeadlineKind.ACT, now=now)

    ledger.record(actor, Event.INVESTIGATION_CONCLUDED, case.record, at=now)
    return case


def check_all_answered(case: Case) -> None:
    """Raises StillUnanswered."""
    missing = unanswered(case)
    if missing:
        raise StillUnanswered(numbers=", ".join(str(each.number) for each in missing))
