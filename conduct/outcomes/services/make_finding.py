from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import STANDS, Allegation, Finding
from conduct.outcomes.services._standing import allegation_of, finding_on
from conduct.outcomes.services._working import FOUND_WHILE, check_at_work, check_may_find, check_paragraph
from conduct.outcomes.words import Answered
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import check_finding, is_soft
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NoReasonToReplace(RuleBroken):
    """A finding stands until another one takes its place, with a reason."""

    sentence = gettext_noop("There is a finding already. Write why another one takes its place.")


@transaction.atomic
def make_finding(*, actor: Actor, case: Case, number: int, answered: Answered, reason: str = "", now: datetime) -> Case:
    """Answer an allegation as the body that may interpret the Code (III ¶1). `reason`: why it replaces the last one.

    What was proposed on the finding that is replaced falls; what the company has decided stays.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, FOUND_WHILE)
    check_may_find(actor, case, now=now)
    allegation = allegation_of(case, number)
    before = finding_on(allegation)
    if before and not reason.strip():
        raise NoReasonToReplace
    soft = is_soft(answered.paragraph, answered.norm)
    check_words(allegation, answered, soft=soft, now=now)

    if before:
        replace(actor, before, now=now)
    why = vault.seal(case.record, Sealed.REASON, reason, now=now) if before else None
    Finding.objects.create(
        allegation=allegation, outcome=answered.outcome.value, soft=soft, body=case.record.body, follows=before,
        text=vault.seal(case.record, Sealed.FINDING, answered.kept(), now=now), made_by=actor.who, made_at=now,
        reason=why,
    )  # fmt: skip

    event = Event.FINDING_REPLACED if before else Event.FINDING_MADE
    ledger.record(actor, event, case.record, at=now, number=number, found=answered.outcome)
    return case


def check_words(allegation: Allegation, answered: Answered, *, soft: bool, now: datetime) -> None:
    check_paragraph(answered.paragraph, allegation.version)
    check_finding(
        answered.outcome, grounds=answered.grounds, answer=answered.answer, soft=soft, cause=answered.cause,
        under=readings_on(clock.day(now)),
    )  # fmt: skip


def replace(actor: Actor, before: Finding, *, now: datetime) -> None:
    before.ended_at = now
    before.save(update_fields=["ended_at"])
    before.measures.filter(STANDS, decision=None).update(ended_at=now, ended_by=actor.who)
