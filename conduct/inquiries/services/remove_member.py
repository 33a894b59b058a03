from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.ending import close_part
from conduct.inquiries.queries import in_team
from conduct.inquiries.services._standing import mandate_of
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import TeamPart
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotInTheTeam(RuleBroken):
    """The person left meanwhile."""

    sentence = gettext_noop("This person is not in the team any more.")


@transaction.atomic
def remove_member(*, actor: Actor, case: Case, member: int, reason: str, now: datetime) -> Case:
    """Take somebody out of the team, with a reason. What the person did stays; the access ends at once."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    found = in_team(mandate_of(case), on=now).filter(pk=member).first()
    if found is None:
        raise NotInTheTeam

    vault.seal(case.record, Sealed.REASON, reason, now=now)
    close_part(found, now=now)

    ledger.record(actor, Event.MEMBER_LEFT, case.record, at=now, part=TeamPart(found.part))
    return case
