from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import REPORTER, Actor
from conduct.protection.account import Account
from conduct.protection.services._case import open_for
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, Channel


class NotYet(RuleBroken):
    """A measure of a day that has not come is announced, and not done."""

    sentence = gettext_noop("That day has not come yet. Write the day on which it was done or announced.")


@transaction.atomic
def open_retaliation(*, actor: Actor, case: Case, account: Account, now: datetime) -> Case:
    """Open a case of its own because somebody was treated badly after a report (III ¶3(2), A45). It goes to the body of
    whoever did it, the statutory auditors read it along, and this one shows nothing. Answers this one.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    if account.measure_on > clock.day(now):
        raise NotYet

    channel = Channel.BOSA_NAMED if Body(case.record.body) is Body.BOSA else Channel.CEO
    report = account.report(case.record.reference, channel)
    new = open_for(case.record, account, report, by=actor.who, now=now)

    ledger.record(REPORTER, Event.REPORT_FILED, new.record, at=now, body=Body(new.record.body))
    return case
