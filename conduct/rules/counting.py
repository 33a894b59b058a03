"""Counting one stage of a clock: the last day on which the duty is still kept, and every step on the way there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import attrgetter
from zoneinfo import ZoneInfo

from conduct.rules.calendar import SATURDAY, Calendar, add_months, add_open_days, days_after
from conduct.rules.calendars import NEW_YORK, TOKYO
from conduct.rules.clock_facts import Given
from conduct.rules.clock_parts import Clock, Stage
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import ReadingMissing
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Unit

MONTHS = 12
OPEN_DAYS = gettext_noop(
    "Business days counted after {start} in {zone}, on the calendar “{calendar}”: {amount}. That ends on {day}."
)
SKIPPED = gettext_noop("Closed on weekdays in between and not counted: {days}.")
UNOFFICIAL = gettext_noop("Computed and not announced yet: {days}.")
DAYS = gettext_noop("Calendar days counted after {start}: {amount}. That ends on {day}.")
DAYS_BEFORE = gettext_noop("Calendar days counted back from {start}: {amount}. That is {day}.")
LENGTH = gettext_noop("Months counted after {start}: {amount}. That ends on {day}.")
YEARS = gettext_noop("Years counted after {start}: {amount}. That ends on {day}.")
LAST_DAY = gettext_noop("That month has no such day, so its last day counts.")
MEETING = gettext_noop("The next meeting of the Board is on {day}.")
EARLIER = gettext_noop("The earlier of the two dates counts: {day}.")


class MeetingBefore(RuleBroken):
    """The next meeting cannot lie before the transaction that it is told of."""

    sentence = gettext_noop("The meeting on {day} is before the start on {start}. Give the next meeting.")


class BeyondTime(RuleBroken):
    """The end of the time lies beyond every date that can be written down."""

    sentence = gettext_noop("This ends after the year 9999. Choose an earlier start or a smaller number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The day of a stage, and the computation."""

    label: str
    day: date
    sentences: tuple[Sentence, ...]


def count(clock: Clock, stage: Stage, given: Given, calendars: Mapping[str, Calendar]) -> Counted:
    """The last day of one stage; refuses a year not loaded and a reading nobody chose."""
    try:
        day, sentences = COUNTS[stage.unit](clock, stage, given, calendars)
    except (OverflowError, ValueError):
        raise BeyondTime from None
    return Counted(label=stage.label, day=day, sentences=sentences)


Answer = tuple[date, tuple[Sentence, ...]]


def amount_of(stage: Stage, given: Given) -> int:
    """The number of a stage: its own, or the reading that holds it."""
    if stage.key is None:
        assert stage.amount is not None
        return stage.amount
    number = attrgetter(stage.key)(given.under)
    if number is None:
        raise ReadingMissing(key=stage.key)
    return int(number)


def local_day(moment: datetime, zone: str) -> date:
    """The date of a moment where it counts."""
    return moment.astimezone(ZoneInfo(zone)).date()


def calendar_for(clock: Clock, given: Given, calendars: Mapping[str, Calendar]) -> Calendar:
    """The calendar of a clock: strict C01 counts a day on which either is open, Tokyo may rest over New Year."""
    if clock.calendar == "sec":
        strict = clock.id == "C01" and given.under.waiver_clock_mode == "strict_either_open"
        return calendars["sec"].or_open(calendars["nasdaq"]) if strict else calendars["sec"]
    return calendars["tse" if given.under.tokyo_year_end_closed else "tokyo"]


def business_days(clock: Clock, stage: Stage, given: Given, calendars: Mapping[str, Calendar]) -> Answer:
    calendar, amount = calendar_for(clock, given, calendars), amount_of(stage, given)
    zones = _zones(clock, given)
    counts = [_open_days(local_day(given.start, zone), amount, calendar, zone) for zone in zones]
    earliest = min(day for day, _ in counts)
    sentences = tuple(sentence for _, said in counts for sentence in said)
    return earliest, sentences + ((Sentence(EARLIER, {"day": earliest}),) if len(zones) > 1 else ())


def _zones(clock: Clock, given: Given) -> tuple[str, ...]:
    if not clock.two_zones:
        return (clock.zone,)
    return (NEW_YORK,) if given.under.waiver_clock_zone == "new_york" else (TOKYO, NEW_YORK)


def _open_days(start: date, amount: int, calendar: Calendar, zone: str) -> Answer:
    day = add_open_days(start, amount, calendar)
    between = [each for each in days_after(start, day) if each.weekday() < SATURDAY]
    gaps = {"amount": amount, "start": start, "zone": zone, "calendar": calendar.name, "day": day}
    said = [Sentence(OPEN_DAYS, gaps)]
    for text, days in ((SKIPPED, calendar.closed), (UNOFFICIAL, calendar.provisional)):
        if found := [str(each) for each in between if each in days]:
            said.append(Sentence(text, {"days": ", ".join(found)}))
    return day, tuple(said)


def calendar_days(clock: Clock, stage: Stage, given: Given, calendars: Mapping[str, Calendar]) -> Answer:
    start = local_day(given.first_received if stage.from_receipt and given.first_received else given.start, clock.zone)
    amount = amount_of(stage, given)
    day = start + timedelta(days=amount)
    return day, (Sentence(DAYS if amount >= 0 else DAYS_BEFORE, {"amount": abs(amount), "start": start, "day": day}),)


def months(clock: Clock, stage: Stage, given: Given, calendars: Mapping[str, Calendar]) -> Answer:
    start, amount = local_day(given.start, clock.zone), amount_of(stage, given)
    years = stage.unit is Unit.YEAR
    day = add_months(start, amount * MONTHS if years else amount)
    said = Sentence(YEARS if years else LENGTH, {"amount": amount, "start": start, "day": day})
    return day, (said,) if day.day == start.day else (said, Sentence(LAST_DAY))


def next_meeting(clock: Clock, stage: Stage, given: Given, calendars: Mapping[str, Calendar]) -> Answer:
    meeting, start = given.next_board_meeting, local_day(given.start, clock.zone)
    day = local_day(meeting, clock.zone) if isinstance(meeting, datetime) else meeting
    assert day is not None
    if day < start:
        raise MeetingBefore(fact="next_board_meeting", day=day, start=start)
    return day, (Sentence(MEETING, {"day": day}),)


COUNTS: dict[Unit, Callable[[Clock, Stage, Given, Mapping[str, Calendar]], Answer]] = {
    Unit.BUSINESS_DAY: business_days,
    Unit.CALENDAR_DAY: calendar_days,
    Unit.MONTH: months,
    Unit.YEAR: months,
    Unit.NEXT_BOARD_MEETING: next_meeting,
}
