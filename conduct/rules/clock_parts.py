"""What a clock is made of: its stages, its right, its zone, and how each stage reads."""

from dataclasses import dataclass
from datetime import date

from conduct.rules.calendars import NEW_YORK, TOKYO
from conduct.rules.labels import gettext_noop as _
from conduct.rules.vocabulary import ClockKind, SourceTag, Unit

CAP = "cap"
BY_LAW = frozenset(ClockKind) - {
    ClockKind.LAW_WORD_DEFAULT_NUMBER,
    ClockKind.DEFAULT,
    ClockKind.INFORMATION,
    ClockKind.CODE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One moment of a clock. `key`: the reading that holds the number, which replaces `amount`."""

    label: str
    unit: Unit
    amount: int | None = None
    key: str | None = None
    from_receipt: bool = False  # counted from the first receipt by the company, where that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """One time limit."""

    id: str
    name: str
    starts: str
    stages: tuple[Stage, ...]
    calendar: str
    source: str
    kind: ClockKind
    tag: SourceTag
    since: date | None = None  # the first day on which the rule holds; None: no date has been written down
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    two_zones: bool = False  # the event has a date in Tokyo and one in New York
    off: str | None = None  # the name of the question in `clocks.py` that can switch it off

    @property
    def is_law(self) -> bool:
        """Whether the number itself is set by law."""
        return self.kind in BY_LAW

    @property
    def is_from_outside(self) -> bool:
        """Whether its source is a law or a rule of an exchange, which counsel must confirm."""
        return self.tag not in (SourceTag.CODE, SourceTag.COMPANY)

    @property
    def zone(self) -> str:
        """The zone whose day ends the time."""
        return NEW_YORK if self.calendar == "sec" else TOKYO


def business_days(label: str, amount: int | None = None, key: str | None = None) -> tuple[Stage, ...]:
    return (Stage(label=label, unit=Unit.BUSINESS_DAY, amount=amount, key=key),)


def calendar_days(label: str, amount: int | None = None, key: str | None = None, **more: bool) -> tuple[Stage, ...]:
    return (Stage(label=label, unit=Unit.CALENDAR_DAY, amount=amount, key=key, **more),)


def months(label: str, amount: int | None = None, key: str | None = None) -> tuple[Stage, ...]:
    return (Stage(label=label, unit=Unit.MONTH, amount=amount, key=key),)


def years(label: str, amount: int | None = None, key: str | None = None) -> tuple[Stage, ...]:
    return (Stage(label=label, unit=Unit.YEAR, amount=amount, key=key),)


SAYS: dict[str, str] = {  # how a stage reads on a screen; its label is what scripts rely on
    CAP: _("latest"),
    "tell": _("tell the company"),
    "report at next Board meeting": _("report at the next meeting of the Board"),
    "consultation before act": _("ask before the act"),
    "disclose": _("publish"),
    "post": _("put on the website"),
    "file": _("file"),
    "earliest take-down": _("earliest take-down"),
    "earliest deletion": _("earliest deletion"),
    "warn": _("warn"),
    "review": _("review"),
    "notify reporter": _("tell the reporter"),
    "end of watch": _("end of watch"),
    "acknowledge": _("acknowledge"),
    "feedback": _("give feedback"),
    "notify CEO": _("tell the CEO"),
    "relay": _("pass on"),
    "notify": _("hand on"),
    "decide": _("open or decline"),
    "act": _("take action"),
    "report": _("report"),
    "notice": _("send the notice"),
    "meeting": _("hold the meeting"),
    "notice before meeting": _("send the notice"),
    "preliminary, target": _("preliminary, target"),
    "preliminary, latest": _("preliminary, latest"),
    "final": _("final"),
    "final if wrongful purpose suspected": _("final, where a wrongful purpose is suspected"),
    "window ends": _("the window ends"),
    "triage done": _("finish triage"),
    "answer": _("answer"),
    "copy": _("send the copy"),
    "expiry, latest": _("expiry, latest"),
    "annual declaration": _("yearly disclosure"),
    "list": _("send the list"),
}
