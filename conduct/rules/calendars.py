"""The committed calendars: Tokyo, the SEC with its own closures, Nasdaq and the Tokyo exchange.

The dates stand beside this file in `dates/`, one table a year, and are read once at import. Nothing computes a
holiday at run time, and a year that is not there is refused.
"""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from conduct.rules.calendar import Calendar

TOKYO = "Asia/Tokyo"
NEW_YORK = "America/New_York"
DATES = Path(__file__).parent / "dates"
FIRST, LAST = date(2015, 1, 1), date(2036, 12, 31)
OFFICIAL_UNTIL = date(2027, 12, 31)  # the announcement of February 2026 is the latest one
EQUINOX = "Equinox"
YEAR_END = ((12, 31), (1, 1), (1, 2), (1, 3))


def dates_in(name: str) -> dict[date, str]:
    """The days of one committed file with their names, in order."""
    years = tomllib.loads((DATES / f"{name}.toml").read_text(encoding="utf-8"))
    return {date.fromisoformat(f"{year}-{day}"): text for year, days in years.items() for day, text in days.items()}


def unannounced(holidays: dict[date, str]) -> frozenset[date]:
    """Equinox days nobody has announced yet, and the days off that only exist because of one."""
    equinoxes = {day for day, text in holidays.items() if EQUINOX in text and day > OFFICIAL_UNTIL}
    moved = {day + timedelta(days=step) for day in equinoxes for step in (-1, 1)}
    return frozenset(
        equinoxes | {day for day in moved if "National" in (text := holidays.get(day, "")) or "Sub" in text}
    )


TOKYO_DAYS = dates_in("tokyo")
SEC_ONCE = dates_in("sec_once")
NAMES: dict[str, dict[date, str]] = {
    "tokyo": TOKYO_DAYS,
    "sec": dates_in("sec") | SEC_ONCE,
    "nasdaq": dates_in("nasdaq"),
    "tse": {date(year, *day): "Exchange closed" for year in range(FIRST.year, LAST.year + 1) for day in YEAR_END}
    | TOKYO_DAYS,
}
ZONES = {"tokyo": TOKYO, "sec": NEW_YORK, "nasdaq": NEW_YORK, "tse": TOKYO}
CALENDARS: dict[str, Calendar] = {
    name: Calendar(
        name=name,
        zone=ZONES[name],
        closed=frozenset(days),
        first=FIRST,
        last=LAST,
        provisional=unannounced(days),
    )
    for name, days in NAMES.items()
}
