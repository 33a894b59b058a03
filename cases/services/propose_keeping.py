from datetime import datetime

from django.db import transaction

from cases.models import Case, Keeping
from cases.queries import is_only_assessed
from cases.services._competence import check_not_owed
from conduct import clock
from conduct.access import grants, wall
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import internal_controls_on, presiding_auditor_on
from conduct.provisions.queries import readings_on
from conduct.rules import materiality
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import CaseState, QuestionState, Role
from conduct.vault import vault
from conduct.vault.kinds import Sealed

KEPT_WHILE = frozenset({CaseState.TRIAGE, QuestionState.TRIAGE})
TO_CONFIRM = (Permission.RECORD_VIEW, Permission.READ_SEALED, Permission.RECORD_CONFIRM)


class NotToBeKept(RuleBroken):
    """Only the CEO's desk keeps a matter, only while it is being assessed, and one proposal waits at a time."""

    sentence = gettext_noop("This matter cannot be kept now. Take it first, or wait for the second person's answer.")


@transaction.atomic
def propose_keeping(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Propose to keep an employee's matter as not material. It takes effect when a second person confirms (A4)."""
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    if not is_only_assessed(case) or case.state not in KEPT_WHILE or case.keepings.waiting().exists():
        raise NotToBeKept
    check_not_owed(case)
    second = second_person(actor, case, now=now)

    sealed = vault.seal(case.record, Sealed.REASON, reason, now=now)
    Keeping.objects.create(case=case, proposed_by=actor.who, reason=sealed, second_person=second, proposed_at=now)
    for permission in TO_CONFIRM:
        grants.admit(second, permission, case.record, now=now, by=actor.person)
    owe(News.SECOND_PERSON_ASKED, case.record, to=[second], now=now)

    ledger.record(actor, Event.KEEPING_PROPOSED, case.record, at=now)
    return case


def second_person(actor: Actor, case: Case, *, now: datetime) -> Person:
    """Whom the rulebook names (A4): vacant, walled off or the proposer, an office cannot be the second person."""
    day = clock.day(now)
    named = {Role.INTERNAL_CONTROLS: internal_controls_on(day), Role.PRESIDING_AUDITOR: presiding_auditor_on(day)}
    holders = {role: holder for role, holder in named.items() if holder is not None and holder != actor.person}
    fit = wall.not_walled(holders.values(), case.record)
    unavailable = frozenset(role for role in named if holders.get(role) not in fit)
    decision = materiality.second_person(proposer=Role.CEO, unavailable=unavailable, under=readings_on(day))
    return holders[decision.answer]
