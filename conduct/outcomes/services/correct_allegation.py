from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import Allegation
from conduct.outcomes.services._standing import allegation_of, finding_on
from conduct.outcomes.services._working import ALLEGED_WHILE, check_at_work
from conduct.outcomes.services.add_allegation import write_allegation
from conduct.outcomes.words import Alleged
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class AlreadyAnswered(RuleBroken):
    """What was answered stays; the finding can be replaced."""

    sentence = gettext_noop("This allegation is answered. Replace the finding, or add another allegation.")


@transaction.atomic
def correct_allegation(*, actor: Actor, case: Case, number: int, alleged: Alleged, now: datetime) -> Case:
    """Put an allegation right that nobody has answered yet. What it said before stays on file."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ALLEGED_WHILE)
    before = open_allegation(case, number)

    before.ended_by, before.ended_at = actor.who, now
    before.save(update_fields=["ended_by", "ended_at"])
    write_allegation(actor, case, alleged, number=number, follows=before, now=now)

    ledger.record(actor, Event.ALLEGATION_CORRECTED, case.record, at=now, number=number)
    return case


def open_allegation(case: Case, number: int) -> Allegation:
    """One that stands unanswered. Raises NoSuchAllegation or AlreadyAnswered."""
    found = allegation_of(case, number)
    if finding_on(found):
        raise AlreadyAnswered
    return found
