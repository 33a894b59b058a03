import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cases.models import Case, Keeping
from cases.queries import is_only_assessed
from cases.services._competence import check_not_owed
from cases.services._determination import seal_grounds
from cases.services._second_person import second_person
from conduct import clock
from conduct.access import grants
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.provisions.criteria import criteria_on
from conduct.provisions.queries import readings_on
from conduct.rules import materiality
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, CaseState, Kind, MatterType, QuestionState, Reply
from conduct.vault import vault
from conduct.vault.kinds import Sealed

KEPT_WHILE = frozenset({CaseState.TRIAGE, QuestionState.TRIAGE})
KEPT_BY_THE_BOARD = frozenset({CaseState.TRIAGE, CaseState.INVESTIGATING})
TO_CONFIRM = (
    Permission.RECORD_VIEW,
    Permission.READ_SEALED,
    Permission.READ_DETERMINATION,
    Permission.RECORD_CONFIRM,
)


class NotToBeKept(RuleBroken):
    """Only a desk that may find it not material proposes it, while its weight is open, one proposal at a time."""

    sentence = gettext_noop("This matter cannot be kept now. Take it first, or wait for the second person's answer.")


@transaction.atomic
def propose_keeping(
    *, actor: Actor, case: Case, reason: str, replies: Mapping[str, Reply] | None = None, now: datetime
) -> Case:
    """Propose that an employee's matter is not material. It takes effect when a second person confirms (A4)."""
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    if not may_be_kept(case) or case.keepings.waiting().exists():
        raise NotToBeKept
    check_not_owed(case)
    check_can_be_minor(actor, case, reason, now=now)
    second = second_person(actor, case, now=now)

    sealed = vault.seal(case.record, Sealed.REASON, reason, now=now)
    grounds = seal_grounds(case, replies, reason, now=now)
    asked = {"reason": sealed, "grounds": grounds, "criteria": criteria_on(clock.day(now))}
    Keeping.objects.create(case=case, proposed_by=actor.who, second_person=second, proposed_at=now, **asked)
    for permission in TO_CONFIRM:
        grants.admit(second, permission, case.record, now=now, by=actor.person)
    owe(News.SECOND_PERSON_ASKED, case.record, to=[second], now=now)

    ledger.record(actor, Event.KEEPING_PROPOSED, case.record, at=now)
    return case


def may_be_kept(case: Case) -> bool:
    """Whether its weight is open for a finding here: assessed at the CEO's desk, or worked on by the Board."""
    if Body(case.record.body) is Body.BOARD:
        return case.record.kind == Kind.REPORT and case.state in KEPT_BY_THE_BOARD
    return is_only_assessed(case) and case.state in KEPT_WHILE


def check_can_be_minor(actor: Actor, case: Case, reason: str, *, now: datetime) -> None:
    """Raises AlwaysMaterial for accounting, control, auditing and disclosure (M1)."""
    (facts,) = vault.open_facts(actor, [case.facts])
    word = json.loads(facts)["matter"]
    matter = MatterType(word) if word else None
    under = readings_on(clock.day(now))
    materiality.check_not_material(matter, reason=reason, agreed_by_second=True, under=under)
