"""The one door to the time of day. Fronts read it once and hand it down; nothing below them asks."""

from datetime import date, datetime, time

from django.db import connection
from django.utils.timezone import get_default_timezone, localdate  # noqa: TID251 -- this is the door


def now() -> datetime:
    """The time by the database's clock (UTC), so that several machines agree."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]


def day(moment: datetime) -> date:
    """The company's calendar day (Tokyo) at that moment. `moment.date()` would be the day in London."""
    return localdate(moment)


def start_of(day: date) -> datetime:
    """The first moment of a day of the company's calendar."""
    return datetime.combine(day, time.min, tzinfo=get_default_timezone())
