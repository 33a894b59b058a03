"""What stands against erasing somebody's personal data, in a whole sentence, without telling what one may not know."""

from datetime import date, datetime, timedelta

from conduct import clock
from conduct.access import acting
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import last_day_of, left_office_on
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.retention.counting import kept
from conduct.retention.facts import records_naming
from conduct.rules.calendar import add_months
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop

MONTHS = 12


class StillHere(RuleBroken):
    """Somebody who holds a post is no leaver."""

    sentence = gettext_noop("This person still holds a post.")


class PeriodRuns(RuleBroken):
    """Minutes and matters of that time may still name the person."""

    sentence = gettext_noop("Papers of this person's time here have to be kept until {until}.")


class HoldLies(RuleBroken):
    """18 USC 1519."""

    sentence = gettext_noop("A legal hold lies on a record that has to do with this person.")


class MatterIsOpen(RuleBroken):
    """Nobody is taken out of an open matter."""

    sentence = gettext_noop("A matter that has to do with this person is open.")


class SomethingStands(RuleBroken):
    """The reason lies where the reader may not look; the sentence is the same for each of them."""

    sentence = gettext_noop(
        "A matter, a legal hold or a period of the law may still stand against it. Ask again later."
    )


def check_nothing_stands(actor: Actor, person: Person, *, now: datetime) -> None:
    """Raises the first of these. What is known from the register is asked first, so that it tells of no record."""
    day = clock.day(now)
    last_on = last_day_of(person)
    if last_on is None or last_on >= day:
        raise StillHere
    until = free_on(person, last_on)
    if until > day:
        raise PeriodRuns(until=until)
    with acting.disposer():
        for record in records_naming(person).filter(disposed_at=None).order_by("pk"):
            check_record(actor, record, day=day)


def free_on(person: Person, last_on: date) -> date:
    """As long as minutes name those who held an office, and as long as reports are kept for everybody else."""
    under = readings_on(last_on)
    ends = [add_months(last_on, under.number("retention_report_japan_years") * MONTHS)]
    if office_until := left_office_on(person):
        ends.append(add_months(office_until, under.number("retention_report_decided_by_organ_years") * MONTHS))
    return max(ends) + timedelta(days=1)


def check_record(actor: Actor, record: Record, *, day: date) -> None:
    """Raises what stands in this record, or the one sentence for all where the reader may not see it."""
    if fault := fault_of(record, day=day):
        raise fault if can(actor, Permission.RECORD_VIEW, record) else SomethingStands


def fault_of(record: Record, *, day: date) -> RuleBroken | None:
    answer = kept(record, day=day).answer
    if answer.paper == "R11":
        return HoldLies()
    if answer.until is None:
        return MatterIsOpen()
    return PeriodRuns(until=answer.until) if answer.until > day else None
