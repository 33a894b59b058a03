from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import read_by_both
from conduct.audit.events import Event
from conduct.handoffs.models import HandOff
from conduct.handoffs.services._passage import bring, check_somebody_there
from conduct.notices.news import News
from conduct.notices.services import owe_body
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body
from conduct.vault import vault
from conduct.vault.kinds import Sealed

TARGETS = {
    Body.CEO: (Body.BOARD, Body.BOSA),
    Body.BOARD: (Body.BOSA, Body.CEO),
    Body.BOSA: (Body.BOARD, Body.CEO),
}


class NoSuchWay(RuleBroken):
    """A record goes to another body, never to a person, and not while it is already on its way or finished."""

    sentence = gettext_noop("It cannot be handed on from “{origin}” to “{body}” now.")


class BeyondTheCEO(RuleBroken):
    """An officer, a director or an auditor is concerned, or an employee in a material matter (III ¶1)."""

    sentence = gettext_noop("By the rules this is never the CEO's to decide. Choose another body.")


@transaction.atomic
def hand_on(*, actor: Actor, case: Case, body: Body, paragraph: str, reason: str, now: datetime) -> Case:
    """Hand a matter on to another body, with the paragraph and a reason. Names of reporters stay sealed (A48)."""
    require(actor, Permission.RECORD_HAND_ON, case.record)
    case = held(actor, Permission.RECORD_HAND_ON, case)

    origin = Body(case.record.body)
    waiting = case.record.handoffs.filter(received_at=None, returned_at=None).first()
    if body not in TARGETS.get(origin, ()) or waiting is not None:
        raise NoSuchWay(origin=origin, body=body)

    if body is Body.CEO and case.record.beyond_ceo:
        raise BeyondTheCEO
    check_somebody_there(case.record, body, now=now)

    sealed = vault.seal(case.record, Sealed.REASON, reason, now=now)
    HandOff.objects.create(
        record=case.record,
        origin=origin.value,
        body=body.value,
        paragraph=paragraph,
        by=actor.person,
        reason=sealed,
        handed_at=now,
    )
    log = read_by_both(origin, body)
    ledger.record(actor, Event.RECORD_HANDED_ON, case.record, at=now, domain=log, origin=origin, body=body)
    bring(case, body, actor=actor, now=now)
    owe_body(News.RECORD_ARRIVED, case.record, body=body, now=now)
    return case
