from datetime import date, datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.office.services._delegation import check_not_concerned, check_state, held, tell
from conduct.people.actor import Actor
from conduct.people.models import Delegation, Resolution
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import DelegationState


class NumberTaken(RuleBroken):
    """A resolution authorises the one delegation that was before the Board."""

    sentence = gettext_noop("Another delegation stands under this number already. Each needs a resolution of its own.")


class DaysOfAResolution(RuleBroken):
    """It was passed today at the latest, and it has not ended before the delegation begins."""

    sentence = gettext_noop("The Board has resolved today or before, and the resolution lasts into the delegation.")


@transaction.atomic
def record_resolution(
    *,
    actor: Actor,
    delegation: Delegation,
    number: str,
    resolved_on: date,
    ends_on: date | None = None,
    now: datetime,
) -> Delegation:
    """Write down, as its secretary, that the Board authorised a delegation; or correct it before it is confirmed."""
    require(actor, Permission.RESOLUTION_RECORD)
    delegation = held(delegation)

    check_not_concerned(actor, delegation)
    check_state(delegation, DelegationState.DRAFT, DelegationState.RECORDED, now=now)
    if resolved_on > clock.day(now) or (ends_on and ends_on < delegation.valid.lower):
        raise DaysOfAResolution
    if Resolution.objects.filter(number=number).exclude(delegation=delegation).exists():
        raise NumberTaken

    said = {"number": number, "resolved_on": resolved_on, "ends_on": ends_on}
    Resolution.objects.update_or_create(
        delegation=delegation, defaults=said | {"recorded_by": actor.who, "recorded_at": now}
    )
    tell(News.DELEGATION_RECORDED, delegation, actor=actor, now=now)

    ledger.record(actor, Event.RESOLUTION_RECORDED, None, at=now, of=delegation.pk, resolved_on=resolved_on)
    return held(delegation)
