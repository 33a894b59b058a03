from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import REPORTER, Actor
from conduct.protection.account import Account
from conduct.protection.services._case import open_for
from conduct.protection.services.open_retaliation import NotYet
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, Channel, Kind
from conduct.vault import receipts, vault
from conduct.vault.kinds import Sealed


class NotAfterAReport(RuleBroken):
    """Retaliation is for a report; a question about the Code is none."""

    sentence = gettext_noop("This is not a report. Please tell us what happened as a new report.")


@transaction.atomic
def tell_retaliation(
    *, actor: Actor, source: Record, account: Account, receipt: receipts.Drawn | None = None, now: datetime
) -> Case:
    """Tell, as the person who told us or as a witness, of bad treatment afterwards. It goes to the statutory auditors,
    whoever did it (A10, A45), with a number of its own.
    """
    require(actor, Permission.REPORT_FILE)

    if source.kind != Kind.REPORT:
        raise NotAfterAReport
    if account.measure_on > clock.day(now):
        raise NotYet

    channel = Channel.BOSA_NAMED if actor.person else Channel.ANONYMOUS
    report = account.report(source.reference, channel)
    case = open_for(source, account, report, by=None, now=now)
    if actor.person is not None:
        vault.seal(case.record, Sealed.IDENTITY, report.identity_text(actor.person), now=now)
    if receipt is not None:
        receipts.keep(receipt, case.record)

    ledger.record(REPORTER, Event.REPORT_FILED, case.record, at=now, body=Body(case.record.body))
    return case
