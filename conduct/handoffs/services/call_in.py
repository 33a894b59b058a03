from dataclasses import replace
from datetime import datetime

from django.db import transaction

from cases.models import Case, Determination
from cases.queries import determination_of
from cases.services._opening import give_copies
from cases.services.take_case import TRIAGE
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import read_by_both
from conduct.audit.events import Event
from conduct.handoffs.services._effect import effect_of
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._reroute import hand_over
from conduct.people.actor import SYSTEM, Actor
from conduct.records.spine import move
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, Kind, Materiality, Role, Stage
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotToBeCalledIn(RuleBroken):
    """Only what was found not material, and still stands, can be called in."""

    sentence = gettext_noop("This was not found to be not material, or it has been called in already.")


@transaction.atomic
def call_in(*, actor: Actor, case: Case, reason: str, now: datetime) -> Case:
    """Take a matter that was found not material before the Board after all (A4). It counts as material again, closed
    or not, until somebody finds otherwise. Statutory auditors who call in read it along.
    """
    require(actor, Permission.RECORD_CALL_IN, case.record)
    case = held(actor, Permission.RECORD_CALL_IN, case)

    found = determination_of(case)
    if found is None or found.outcome != Materiality.NON_MATERIAL or Body(case.record.body) is not Body.CEO:
        raise NotToBeCalledIn

    reopen(case)
    close(found, actor, reason, now=now)
    log = read_by_both(Body.CEO, Body.BOARD)
    ledger.record(actor, Event.CALLED_IN, case.record, at=now, domain=log)
    effect = replace(effect_of(known(SYSTEM, case, now=now)), body=Body.BOARD)
    hand_over(case, effect, actor=actor, note=reason, now=now)
    if Role.STATUTORY_AUDITOR in actor.roles:
        give_copies(case.record, [Body.BOSA], now=now)
    return case


def reopen(case: Case) -> None:
    """What was closed as not material is assessed afresh."""
    if case.record.stage == Stage.CONCLUDED:
        move(case, TRIAGE[Kind(case.record.kind)])


def close(found: Determination, actor: Actor, reason: str, *, now: datetime) -> None:
    found.called_in_by, found.ended_at = actor.who, now
    found.call_reason = vault.seal(found.case.record, Sealed.DETERMINATION, reason, now=now)
    found.save(update_fields=["called_in_by", "ended_at", "call_reason"])
