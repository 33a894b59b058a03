from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import REPORTER, Actor
from conduct.protection.account import Account
from conduct.protection.models import Alert
from conduct.protection.services._case import open_for
from conduct.protection.services.open_retaliation import NotYet
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, Channel
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class DecidedAlready(RuleBroken):
    """Another statutory auditor was faster."""

    sentence = gettext_noop("A colleague has already said what follows from this alert.")


@transaction.atomic
def answer_alert(*, actor: Actor, alert: Alert, reason: str, account: Account | None = None, now: datetime) -> Alert:
    """Say, as a statutory auditor, what follows from an alert: a case of retaliation, or nothing, each with a reason.

    `account`: what the case is about; without it none is opened.
    """
    require(actor, Permission.RECORD_PROTECT, alert.watch.record)
    alert = Alert.objects.select_for_update(of=("self",)).select_related("watch__record").get(pk=alert.pk)
    source = alert.watch.record
    if alert.answered_at is not None:
        raise DecidedAlready
    if account is not None:
        if account.measure_on > clock.day(now):
            raise NotYet
        case = open_for(source, account, account.report(source.reference, Channel.BOSA_NAMED), by=actor.who, now=now)
        alert.follows = case.record
        ledger.record(REPORTER, Event.REPORT_FILED, case.record, at=now, body=Body(case.record.body))

    alert.reason = vault.seal(source, Sealed.CHECK_IN, reason, now=now)
    alert.answered_by, alert.answered_at = actor.who, now
    alert.save(update_fields=["reason", "answered_by", "answered_at", "follows"])

    ledger.record(actor, Event.ALERT_ANSWERED, source, at=now, domain=Domain.BOSA)
    return alert
