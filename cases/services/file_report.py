from datetime import datetime, timedelta

from django.db import transaction

from cases.models import Case, Relay
from cases.services import _news as news
from cases.services import _opening as opening
from cases.services._asking import asks_of_own, opened_by
from cases.services._barred import barred_by, without
from cases.services._clocks import start_clocks
from cases.services._desk import desk_of
from cases.services._report import Report
from conduct import clock
from conduct.access import grants
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import start_clock
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import REPORTER, Actor
from conduct.people.models import Person
from conduct.people.queries import supervisor_on
from conduct.provisions.queries import readings_on
from conduct.rules.barring import Ground
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.route import Route, route
from conduct.rules.vocabulary import Body, Channel, DeadlineKind
from conduct.vault import receipts, vault
from conduct.vault.kinds import Sealed

TO_PASS_ON = (Permission.RECORD_VIEW, Permission.READ_SEALED)


class NoWayThroughTheSupervisor(RuleBroken):
    """No supervisor is known, or the supervisor is concerned (A38)."""

    sentence = gettext_noop("This cannot go through your supervisor. Choose another way to send it.")


@transaction.atomic
def file_report(*, actor: Actor, report: Report, receipt: receipts.Drawn | None = None, now: datetime) -> Case:
    """Turn what somebody tells or asks into a case at the desk that the rules name, or with the supervisor first."""
    require(actor, Permission.REPORT_FILE)

    day = clock.day(now)
    report = report.dated(day)
    decision = route(report.matter_facts(), under=readings_on(day))
    relayed = report.channel is Channel.SUPERVISOR
    supervisor = supervisor_on(actor.person, day) if relayed and actor.person else None
    barred = without(barred_by(report, now=now), (actor.person, supervisor))
    barred.update(dict.fromkeys(asks_of_own(actor, report, day), Ground.SUBJECT))
    onward = desk_of(opened_by(decision.answer), (*barred, actor.person), now=now)

    case = opening.open_case(report, decision, body=Body.SUPERVISOR if relayed else onward, barred=barred, now=now)
    if actor.person is not None:
        vault.seal(case.record, Sealed.IDENTITY, report.identity_text(actor.person), now=now)
    if receipt is not None:
        receipts.keep(receipt, case.record)
    if relayed:
        told = news.ceo_is_told(decision.answer, onward, report.channel)
        give_to_supervisor(supervisor, case, report, onward, told=told, now=now)
    else:
        bring_to_the_desk(case, decision.answer, report.channel, now=now)

    ledger.record(REPORTER, Event.REPORT_FILED, case.record, at=now, body=Body(case.record.body))
    return case


def bring_to_the_desk(case: Case, answer: Route, channel: Channel, *, now: datetime) -> None:
    start_clocks(case.record, first_received=now, now=now)
    news.tell_the_desk(case.record, answer, channel=channel, now=now)


def give_to_supervisor(
    supervisor: Person | None, case: Case, report: Report, onward: Body, *, told: bool, now: datetime
) -> None:
    """The supervisor may read this one report until it is passed on, and has a clock of their own (C13)."""
    if supervisor is None or supervisor in report.people:
        raise NoWayThroughTheSupervisor
    Relay.objects.create(case=case, supervisor=supervisor, told_at=now, onward=onward.value, ceo_is_told=told)
    for permission in TO_PASS_ON:
        grants.admit(supervisor, permission, case.record, now=now, until=now + timedelta(days=31))
    start_clock(case.record, DeadlineKind.ACKNOWLEDGE, now=now)
    start_clock(case.record, DeadlineKind.RELAY, now=now)
    owe(News.PASS_ON_ASKED, case.record, to=[supervisor], now=now)
