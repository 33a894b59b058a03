from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access import liftings, wall
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.handoffs.services._facts import known
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotShutOut(RuleBroken):
    """No wall stands before this person, or somebody proposed already to take it away."""

    sentence = gettext_noop("This person is not shut out, or taking that back has been proposed already.")


class StillConcerned(RuleBroken):
    """Whom a matter is about takes no part in it, whoever agrees."""

    sentence = gettext_noop("The matter is about this person. Correct the people in the matter first.")


@transaction.atomic
def propose_lifting(*, actor: Actor, case: Case, person: Person, reason: str, now: datetime) -> Case:
    """Propose to let somebody take part again. It takes a second statutory auditor; nobody decides on oneself."""
    require(actor, Permission.WALLS_VIEW, case.record)
    case = held(actor, Permission.WALLS_VIEW, case)

    if not wall.is_walled(person, case.record) or liftings.waiting(case.record).filter(person=person).exists():
        raise NotShutOut
    if person in known(SYSTEM, case, now=now).involved():
        raise StillConcerned

    sealed = vault.seal(case.record, Sealed.WALL_REASON, reason, now=now)
    liftings.propose(case.record, person, by=actor.who, reason=sealed.pk, now=now)
    ledger.record(actor, Event.LIFTING_PROPOSED, case.record, at=now, domain=Domain.BOSA)
    return case
