"""What held on a day: the version of the Code, the readings, the calendars."""

from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from conduct.provisions.models import CodeVersion, Holiday, Paragraph, ReadingChange
from conduct.rules.calendar import Calendar
from conduct.rules.calendars import CALENDARS
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import RECOMMENDED, Readings


class NoCodeInForce(RuleBroken):
    """Nothing has been adopted that was in force on that day."""

    sentence = gettext_noop("No Code of Conduct was in force on {day}. Import the adopted text first.")


def versions_until(day: date) -> QuerySet[CodeVersion]:
    """Every version that has come into force by that day, the newest first."""
    return CodeVersion.objects.filter(effective_on__lte=day).order_by("-effective_on", "-imported_at", "-pk")


def code_version_on(day: date) -> CodeVersion:
    """The version in force on a day. Raises NoCodeInForce."""
    version = versions_until(day).first()
    if version is None:
        raise NoCodeInForce(day=day)
    return version


def is_adopted(sha256: str) -> bool:
    """Whether a file with this hash has been taken in, in force or not."""
    return CodeVersion.objects.filter(sha256=sha256).exists()


def paragraphs_of(version: CodeVersion) -> QuerySet[Paragraph]:
    """All paragraphs and list items of a version, in the order of the text."""
    return version.paragraphs.select_related("section").order_by("ordinal")


def paragraph(key: str, version: CodeVersion) -> Paragraph | None:
    """One paragraph or list item by its key, such as "III ¶3(1)"."""
    return paragraphs_of(version).filter(key=key).first()


def untranslated(version: CodeVersion) -> int:
    """How many titles and paragraphs have no Japanese words yet."""
    return version.sections.filter(title_ja="").count() + version.paragraphs.filter(text_ja="").count()


def readings_on(day: date) -> Readings:
    """The recommended readings, changed by whatever the company has chosen up to that day."""
    changes = ReadingChange.objects.filter(since__lte=day).order_by("since", "pk")
    rows = list(changes.values_list("key", "value", "resolution"))
    resolved = frozenset(key for key, _, resolution in rows if resolution)
    return RECOMMENDED.changed(resolved=resolved, **{key: value for key, value, _ in rows})


def calendars() -> dict[str, Calendar]:
    """Every calendar, closed on the days in the table. It knows the years that the table holds without a gap."""
    closed: dict[str, dict[date, bool]] = {name: {} for name in CALENDARS}
    for name, day, provisional in Holiday.objects.values_list("calendar", "day", "provisional"):
        if name in closed:
            closed[name][day] = provisional
    return {name: loaded(CALENDARS[name], days) for name, days in closed.items()}


def loaded(committed: Calendar, days: dict[date, bool]) -> Calendar:
    """The calendar with these closed days, for as many years on as each has some. Without any it knows no day."""
    years = {day.year for day in days}
    first = min(years, default=1)
    last = next(year - 1 for year in range(first, max(years, default=1) + 2) if year not in years)
    return replace(
        committed,
        closed=frozenset(days),
        provisional=frozenset(day for day, provisional in days.items() if provisional),
        first=max(date(first, 1, 1), committed.first) if years else date.max,
        last=min(date(last, 12, 31), committed.last) if years else date.min,
    )
