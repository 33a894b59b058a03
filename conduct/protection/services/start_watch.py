from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import REPORTER, Actor
from conduct.protection.begin import begin
from conduct.records.spine import locked
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Kind, WatchedAs


class OnlyAfterAReport(RuleBroken):
    """A question has nobody against whom to retaliate."""

    sentence = gettext_noop("Only after a report can we ask how you are treated.")


@transaction.atomic
def start_watch(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Watch over the person who has just told us, as that person agreed: twelve months, and a question each month.

    Nobody is told, not even the desk; the line on the ledger stands beside no record.
    """
    require(actor, Permission.REPORT_FILE)
    case = locked(case)

    if case.record.kind != Kind.REPORT:
        raise OnlyAfterAReport

    begin(case.record, actor.who.pk, WatchedAs.REPORTER, since=case.record.opened_at, now=now)

    ledger.record(REPORTER, Event.WATCH_STARTED, None, at=now, domain=Domain.SYSTEM)
    return case
