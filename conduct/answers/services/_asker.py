"""Who is told that there is an answer: whoever wished to find the question in the own list, and nobody else."""

from datetime import datetime

from cases.models import KeptNumber
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.models import Person
from conduct.records.models import Record


def tell_the_asker(news: News, record: Record, *, now: datetime) -> None:
    """Everybody else finds it by the number: no other row leads from a question to a person."""
    kept = KeptNumber.objects.filter(record=record).values("person")
    owe(news, record, to=Person.objects.filter(pk__in=kept), now=now)
