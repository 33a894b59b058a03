from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import _news as news
from cases.services import _opening as opening
from cases.services._barred import barred_by
from cases.services._clocks import start_clocks
from cases.services._desk import desk_of
from cases.services._report import Report
from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.route import route
from conduct.rules.vocabulary import Body


@transaction.atomic
def open_derived_case(*, actor: Actor, source: Record, report: Report, now: datetime) -> Case:
    """Open a case about a person because a duty on another record was not done (A35). Walls stand from the first line.

    Only who oversees the source may do it, and one level deep: a derived case derives no other. It names its source,
    so whoever is walled off from that is walled off from this.
    """
    require(actor, Permission.RECORD_OVERSEE, source)

    day = clock.day(now)
    decision = route(report.dated(day).matter_facts(), under=readings_on(day))
    report = report.dated(day)
    barred = barred_by(report, source=source, now=now)
    body = desk_of(decision.answer.intake, list(barred), now=now)
    case = opening.open_case(report, decision, body=body, barred=barred, now=now)
    case.derived_from = source
    case.save(update_fields=["derived_from"])
    start_clocks(case.record, first_received=now, now=now)
    news.tell_the_desk(case.record, decision.answer, channel=report.channel, now=now)

    ledger.record(actor, Event.REPORT_FILED, case.record, at=now, body=Body(case.record.body))
    return case
