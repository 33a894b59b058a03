from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access import liftings
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.handoffs.services._facts import known
from conduct.handoffs.services.propose_lifting import StillConcerned
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NotProposed(RuleBroken):
    """Nothing waits for an answer; a colleague was faster."""

    sentence = gettext_noop("Nobody proposes this, or it has been answered already.")


class SecondPersonNeeded(RuleBroken):
    """Whoever proposed it does not confirm it."""

    sentence = gettext_noop("Another statutory auditor has to answer this.")


@transaction.atomic
def answer_lifting(*, actor: Actor, case: Case, person: Person, confirmed: bool, now: datetime) -> Case:
    """Say as second statutory auditor whether somebody takes part again. Confirmed, the wall falls at once."""
    require(actor, Permission.WALLS_VIEW, case.record)
    case = held(actor, Permission.WALLS_VIEW, case)

    lifting = liftings.waiting(case.record).filter(person=person).first()
    if lifting is None:
        raise NotProposed
    if lifting.proposed_by == actor.who:
        raise SecondPersonNeeded
    if confirmed and person in known(SYSTEM, case, now=now).involved():
        raise StillConcerned

    liftings.answer(lifting, by=actor.who, confirmed=confirmed, now=now)
    event = Event.WALL_LIFTED if confirmed else Event.LIFTING_REFUSED
    ledger.record(actor, event, case.record, at=now, domain=Domain.BOSA)
    return case
