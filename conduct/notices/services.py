"""Owing news to people, and reading it."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import SystemRandom

from conduct import clock
from conduct.access import wall
from conduct.notices.models import Notice
from conduct.notices.news import URGENT, WITHOUT_LINK, News
from conduct.people.delegations import delegation_on, mandate_of
from conduct.people.models import Person
from conduct.people.queries import ceo_on, members_on
from conduct.records.models import Record
from conduct.rules.delegation import reached
from conduct.rules.vocabulary import Body, Kind

HALF_HOUR = timedelta(minutes=30)
SPREAD = 9 * 60


def owe(news: News, record: Record | None, *, to: Iterable[Person], now: datetime) -> None:
    """Write down, in the caller's transaction, that these people have news. Whoever is walled off gets none.

    News of a record that its reader may not know stands in the inbox from the moment of the mail only.
    """
    for person in wall.not_walled(to, record) if record else to:
        batch = mail_at(news, now)
        told = {"owed_at": batch if news in WITHOUT_LINK else now, "mail_at": batch}
        Notice.objects.create(news=news.value, record=record, person=person, **told)


def owe_digest(news: News, *, to: Iterable[Person], now: datetime) -> None:
    """News that is about no one record, for these people."""
    for person in to:
        Notice.objects.create(news=news.value, record=None, person=person, owed_at=now, mail_at=mail_at(news, now))


def owe_body(news: News, record: Record, *, body: Body, now: datetime) -> None:
    """News for everybody who works at the desk of a body on the company's day."""
    owe(news, record, to=at_work_on(record, body, clock.day(now)), now=now)


def at_the_desk_of(body: Body, day: date) -> list[Person]:
    """The CEO, or the members of a board. A record with a supervisor has no desk."""
    if body is Body.CEO:
        return [ceo] if (ceo := ceo_on(day)) else []
    return list(members_on(body, day))


def at_work_on(record: Record, body: Body, day: date) -> list[Person]:
    """Those at the desk; beside the CEO the delegate, whose powers reach such a record and whose CEO is not walled."""
    desk = at_the_desk_of(body, day)
    delegation = delegation_on(day) if body is Body.CEO else None
    if delegation is None or not wall.not_walled([delegation.ceo], record):
        return desk
    return [*desk, delegation.delegate] if Kind(record.kind) in reached(mandate_of(delegation).powers) else desk


def mail_at(news: News, now: datetime) -> datetime:
    """When the mail may leave: in a batch at the next half hour plus a random while, unless it is urgent.

    So no mail can be matched to the minute in which somebody reported.
    """
    if news in URGENT:
        return now
    past = timedelta(minutes=now.minute % 30, seconds=now.second, microseconds=now.microsecond)
    return now - past + HALF_HOUR + timedelta(seconds=SystemRandom().uniform(0, SPREAD))


def mark_read(person: Person, *, now: datetime) -> None:
    Notice.objects.filter(person=person, owed_at__lte=now, read_at=None).update(read_at=now)
