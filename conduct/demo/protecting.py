"""Whom the demo watches over: one person who told us, asked twice, and what happened to that person's work."""

from datetime import datetime, timedelta

from cases.models import Case
from conduct import clock
from conduct.people.actor import REPORTER, SYSTEM, Actor
from conduct.people.models import Person
from conduct.protection import services, sweeping
from conduct.protection.hr_file import HrLine
from conduct.protection.models import CheckIn
from conduct.protection.services.import_hr_events import import_hr_events
from conduct.rules.vocabulary import Measure, Wellbeing

TELLER = "employee"
WORDS = "My desk was moved to another floor. Nobody told me why."


def watch_over(case: Case, *, now: datetime) -> None:
    """The report of weeks ago: its teller agreed, answered the first question, and was transferred last week."""
    teller = Person.objects.get(username=TELLER)
    told_at = case.record.opened_at
    services.start_watch(actor=Actor.of(teller, clock.day(told_at)), case=case, now=told_at)
    answered_at = told_at + timedelta(days=33)
    sweeping.ask(clock.day(answered_at))
    first = CheckIn.objects.get(watch__record=case.record)
    services.answer_check_in(actor=REPORTER, check_in=first, answer=Wellbeing.UNSURE, words=WORDS, now=answered_at)
    event = HrLine(2, TELLER, Measure.TRANSFER, clock.day(now - timedelta(days=7)))
    import_hr_events(actor=SYSTEM, lines=[event], people={TELLER: teller}, now=now - timedelta(days=2))
