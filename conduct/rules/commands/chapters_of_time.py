"""The rulebook's tables on time and state: clocks, calendars, lifecycles, readings, retention."""

from conduct.rules import lifecycle, retention
from conduct.rules.calendars import CALENDARS, SEC_ONCE
from conduct.rules.clocks import CLOCKS, SAYS, Clock, Stage
from conduct.rules.commands.tables import Translate, table
from conduct.rules.labels import gettext_noop as _
from conduct.rules.labels import label
from conduct.rules.readings import ALLOWED, KEYS, RECOMMENDED, SOURCE, plain
from conduct.rules.vocabulary import Kind

CLOCKS_TITLE = _("By when: the clocks")
CALENDARS_TITLE = _("The calendars")
ONCE_TITLE = _("Days on which the SEC was closed by a single order")
STATES_TITLE = _("Which state may follow which")
READINGS_TITLE = _("How the company reads what the Code leaves open")
PAPERS_TITLE = _("How long papers are kept")
NO, CLOCK, STARTS, LENGTH, ZONE = _("Rule"), _("Clock"), _("Starts with"), _("Length"), _("Zone")
RIGHT, SOURCES, READING, VALUE, ALLOWED_COLUMN = _("Right"), _("Source"), _("Reading"), _("Recommended"), _("Allowed")
CALENDAR, FIRST, LAST, CLOSED, OPEN_YET = _("Calendar"), _("From"), _("Until"), _("Closed days"), _("Not official yet")
DAY, REASON, STATE, STAGE_COLUMN, NEXT_COLUMN = _("Day"), _("Reason"), _("State"), _("Stage"), _("May become")
KIND, PAPER, MONTHS = _("Kind of record"), _("Paper"), _("Months")
TEXTS = (
    CLOCKS_TITLE, CALENDARS_TITLE, ONCE_TITLE, STATES_TITLE, READINGS_TITLE, PAPERS_TITLE, NO, CLOCK, STARTS, LENGTH,
    ZONE, RIGHT, SOURCES, READING, VALUE, ALLOWED_COLUMN, CALENDAR, FIRST, LAST, CLOSED, OPEN_YET, DAY, REASON, STATE,
    STAGE_COLUMN, NEXT_COLUMN, KIND, PAPER, MONTHS,
)  # fmt: skip


def clocks(translate: Translate) -> list[str]:
    rows = [
        (
            clock.id, translate(clock.name), translate(clock.starts), lengths(clock, translate), clock.zone,
            clock.kind, clock.source, (*clock.paragraphs, *clock.readings),
        )
        for clock in CLOCKS.values()
    ]  # fmt: skip
    return table(CLOCKS_TITLE, (NO, CLOCK, STARTS, LENGTH, ZONE, RIGHT, SOURCES, READING), rows, translate)


def lengths(clock: Clock, translate: Translate) -> str:
    """All stages of a clock: what is to be done, and the number or the reading that holds it."""
    return "; ".join(length(stage, translate) for stage in clock.stages)


def length(stage: Stage, translate: Translate) -> str:
    """One stage."""
    amount = stage.key if stage.key else "" if stage.amount is None else str(stage.amount)
    return f"{translate(SAYS[stage.label])}: {amount} {label(stage.unit, translate)}".replace(":  ", ": ")


def calendars(translate: Translate) -> list[str]:
    rows = [
        (each.name, each.zone, each.first, each.last, len(each.closed), len(each.provisional))
        for each in CALENDARS.values()
    ]
    return table(CALENDARS_TITLE, (CALENDAR, ZONE, FIRST, LAST, CLOSED, OPEN_YET), rows, translate)


def closed_once(translate: Translate) -> list[str]:
    return table(ONCE_TITLE, (DAY, REASON), SEC_ONCE.items(), translate)


def states(translate: Translate) -> list[str]:
    rows = [
        (kind, state, lifecycle.stage(state), later)
        for kind in Kind
        for state, later in lifecycle.NEXT[lifecycle.STATES[kind]].items()
    ]
    return table(STATES_TITLE, (KIND, STATE, STAGE_COLUMN, NEXT_COLUMN), rows, translate)


def readings(translate: Translate) -> list[str]:
    rows = [(SOURCE[key], key, shown(key), ALLOWED[key].told(translate)) for key in KEYS]
    return table(READINGS_TITLE, (NO, READING, VALUE, ALLOWED_COLUMN), rows, translate)


def shown(key: str) -> str:
    """A recommended value as text: lists with commas, parts by name."""
    value = plain(getattr(RECOMMENDED, key))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_text(part)}" for name, part in value.items())
    return _text(value)


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def papers(translate: Translate) -> list[str]:
    rows = [
        (
            each.id,
            translate(each.name),
            translate(each.starts),
            each.key or each.months,
            translate(each.why),
            each.basis,
        )
        for each in retention.PAPERS
    ]
    return table(PAPERS_TITLE, (NO, PAPER, STARTS, MONTHS, REASON, SOURCES), rows, translate)


CHAPTERS = (clocks, calendars, closed_once, states, readings, papers)
