"""The rulebook's tables on time and state: clocks, calendars, lifecycles, readings, retention."""

from conduct.rules import lifecycle, regimes, retention
from conduct.rules.allowed import NOT_YET
from conduct.rules.calendars import CALENDARS, SEC_ONCE
from conduct.rules.clocks import CLOCKS, SAYS, Clock, Stage
from conduct.rules.commands.tables import Translate, table
from conduct.rules.labels import gettext_noop as _
from conduct.rules.labels import label
from conduct.rules.readings import ALLOWED, KEYS, RECOMMENDED, SOURCE, plain
from conduct.rules.vocabulary import Kind, Unit

CLOCKS_TITLE = _("By when: the clocks")
CALENDARS_TITLE = _("The calendars")
ONCE_TITLE = _("Days on which the SEC was closed by a single order")
STATES_TITLE = _("Which state may follow which")
READINGS_TITLE = _("How the company reads what the Code leaves open")
PAPERS_TITLE = _("How long papers are kept")
NO, CLOCK, STARTS, LENGTH, ZONE = _("Rule"), _("Clock"), _("Starts with"), _("Length"), _("Zone")
PARAGRAPHS, READINGS = _("Paragraphs"), _("Readings")
PARAGRAPHS, READINGS = _("Paragraphs"), _("Readings")
RIGHT, SOURCES, READING, VALUE, ALLOWED_COLUMN = _("Right"), _("Source"), _("Reading"), _("Recommended"), _("Allowed")
CALENDAR, FIRST, LAST, CLOSED, OPEN_YET = _("Calendar"), _("From"), _("Until"), _("Closed days"), _("Not official yet")
DAY, REASON, STATE, STAGE_COLUMN, NEXT_COLUMN = _("Day"), _("Reason"), _("State"), _("Stage"), _("May become")
KIND, PAPER, KEPT = _("Kind of record"), _("Paper"), _("How long")
OFF, CHECKED, SINCE, IN_EFFECT = _("Off where"), _("How checked"), _("In force since"), _("In effect")
NOT_IN_EFFECT = _("not yet in effect")
BY_A_PERSON = _("a person decides")
CLOSURES = (  # the reasons in dates/sec_once.toml
    _("National day of mourning"),
    _("Day before Christmas, by order"),
    _("Juneteenth, announced the day before"),
    _("Day before Christmas, by order; how the SEC treated it is not known"),
    _("Day after Christmas, by order; how the SEC treated it is not known"),
)


def clocks(translate: Translate) -> list[str]:
    rows = [
        (
            clock.id, translate(clock.name), translate(clock.starts), lengths(clock, translate), clock.zone,
            clock.kind, translate(clock.source), clock.tag, clock.since, switched_off(clock, translate),
            clock.paragraphs, clock.readings,
        )
        for clock in CLOCKS.values()
    ]  # fmt: skip
    right = (RIGHT, SOURCES, CHECKED, SINCE, OFF, PARAGRAPHS, READINGS)
    return table(CLOCKS_TITLE, (NO, CLOCK, STARTS, LENGTH, ZONE, *right), rows, translate)


def switched_off(clock: Clock, translate: Translate) -> str:
    """Every reason for which a clock does not run under some readings."""
    return " ".join(translate(why) for why in regimes.OFF_WHERE[clock.off]) if clock.off else ""


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
    return table(ONCE_TITLE, (DAY, REASON), [(day, translate(why)) for day, why in SEC_ONCE.items()], translate)


def states(translate: Translate) -> list[str]:
    rows = [
        (kind, state, lifecycle.stage(state), later)
        for kind in Kind
        for state, later in lifecycle.NEXT[lifecycle.STATES[kind]].items()
    ]
    return table(STATES_TITLE, (KIND, STATE, STAGE_COLUMN, NEXT_COLUMN), rows, translate)


def readings(translate: Translate) -> list[str]:
    rows = [
        (SOURCE[key], key, shown(key), ALLOWED[key].told(translate), translate(NOT_IN_EFFECT) * (key in NOT_YET))
        for key in KEYS
    ]
    return table(READINGS_TITLE, (NO, READING, VALUE, ALLOWED_COLUMN, IN_EFFECT), rows, translate)


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
            kept(each, translate),
            translate(each.why),
            each.basis,
        )
        for each in retention.PAPERS
    ]
    return table(PAPERS_TITLE, (NO, PAPER, STARTS, KEPT, REASON, SOURCES), rows, translate)


def kept(paper: retention.Paper, translate: Translate) -> str:
    """A length with its unit; where a reading holds the number, it counts years."""
    if paper.key:
        return f"{paper.key} {label(Unit.YEAR, translate)}"
    return translate(BY_A_PERSON) if paper.years is None else f"{paper.years} {label(Unit.YEAR, translate)}"


CHAPTERS = (clocks, calendars, closed_once, states, readings, papers)
