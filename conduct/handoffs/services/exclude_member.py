from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access import wall
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services.recuse import shut_out, succeed
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import members_on, presiding_on
from conduct.rules.barring import Ground
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body


class NotPresiding(RuleBroken):
    """Only whoever presides over the body that holds the matter decides who takes part."""

    sentence = gettext_noop("Only the presiding member can shut a colleague out. You can step aside yourself.")


class NotAColleague(RuleBroken):
    """Somebody who does not sit there, is out already, or is the one who presides."""

    sentence = gettext_noop("Choose another member who takes part in this matter.")


@transaction.atomic
def exclude_member(*, actor: Actor, case: Case, person: Person, reason: str, now: datetime) -> Case:
    """Shut a colleague out of a matter, by decision of the presiding member; at once and everywhere (V ¶1).

    Where nobody is left, whoever stands in for the body has it. Two statutory auditors can take the wall away again.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    body, day = Body(case.record.body), clock.day(now)
    if presiding_on(body, day) != actor.who:
        raise NotPresiding
    if person == actor.who or person not in wall.not_walled(members_on(body, day), case.record):
        raise NotAColleague

    shut_out(person, case, reason, ground=Ground.EXCLUDED, log=None, now=now)
    ledger.record(actor, Event.PERSON_EXCLUDED, case.record, at=now)
    succeed(case, body, reason, now=now)
    return case
