from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from cases.models import Case, Relay
from cases.services import _news as news
from cases.services._clocks import start_clocks
from conduct.access import grants
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet
from conduct.notices.news import News
from conduct.notices.services import owe_body
from conduct.people.actor import SYSTEM, Actor
from conduct.records.spine import place
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, DeadlineKind


class NothingToPassOn(RuleBroken):
    """It did not come through a supervisor."""

    sentence = gettext_noop("This did not come through a supervisor, so there is nothing to pass on.")


@transaction.atomic
def pass_on_report(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Bring a report from the supervisor's hands to its desk, unchanged. The system does it when time has passed."""
    require(actor, Permission.RECORD_VIEW, case.record)
    case = held(actor, Permission.RECORD_VIEW, case)
    relay = Relay.objects.filter(case=case).select_related("supervisor").first()
    if relay is None:
        raise NothingToPassOn
    if actor is not SYSTEM and relay.supervisor_id != actor.who.pk:
        raise PermissionDenied

    if relay.passed_on_at is not None:
        return case

    relay.passed_on_at, relay.by_system = now, actor is SYSTEM
    relay.save(update_fields=["passed_on_at", "by_system"])
    grants.withdraw_all(relay.supervisor, case.record)
    place(case.record, Body(relay.onward), provisional=case.record.provisional)
    meet(case.record, DeadlineKind.RELAY, actor=actor, now=now)
    start_clocks(case.record, first_received=relay.told_at, now=now)
    owe_body(News.RECORD_ARRIVED, case.record, body=Body(relay.onward), now=now)
    if relay.ceo_is_told:
        news.tell_the_ceo(case.record, now=now)

    ledger.record(actor, Event.REPORT_PASSED_ON, case.record, at=now)
    return case
