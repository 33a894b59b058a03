"""Who hears that something has come: the desk, and the CEO where the rule handed it on in his name."""

from datetime import datetime

from conduct import clock
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe, owe_body
from conduct.people.actor import SYSTEM
from conduct.records.models import Record
from conduct.rules.route import Route
from conduct.rules.vocabulary import Body, CeoNotice, Channel


def tell_the_desk(record: Record, route: Route, *, channel: Channel, now: datetime) -> None:
    """News for the desk; and, where the rule handed on in the CEO's name, a notice without content for the CEO."""
    owe_body(News.RECORD_ARRIVED, record, body=Body(record.body), now=now)
    if ceo_is_told(route, Body(record.body), channel):
        tell_the_ceo(record, now=now)


def ceo_is_told(route: Route, body: Body, channel: Channel) -> bool:
    """Whether the rule hands on in the CEO's name: a report meant for him that the statutory auditors must have."""
    meant_for_him = channel in {Channel.CEO, Channel.SUPERVISOR}
    return meant_for_him and body is Body.BOSA and route.ceo_notice is CeoNotice.TO_BOSA


def tell_the_ceo(record: Record, *, now: datetime) -> None:
    owe(News.HANDED_ON_FOR_YOU, record, to=at_the_desk_of(Body.CEO, clock.day(now)), now=now)
    hand_off = {"origin": Body.CEO, "body": Body.BOSA}
    ledger.record(SYSTEM, Event.RECORD_HANDED_ON, record, at=now, domain=Domain.BOSA, **hand_off)
