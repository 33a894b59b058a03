"""Time limits in words. The state is always said, never only coloured."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from conduct.clock import day
from conduct.web.templatetags.ui.bricks import register
from conduct.web.templatetags.ui.words import company_time

SOON = 2  # days
LATE = gettext_noop("1 day late"), gettext_noop("%(count)s days late")
MET_LATE = gettext_noop("done, 1 day late"), gettext_noop("done, %(count)s days late")
LEFT = gettext_noop("in 1 day"), gettext_noop("in %(count)s days")


@register.inclusion_tag("components/due.html")
def due(at: datetime | None, now: datetime, met_at: datetime | None = None) -> dict[str, object]:
    """A due date in a row: "in 4 days", "today by 17:00", "2 days late"."""
    return {"at": at, "iso": company_time(at).isoformat() if at else "", "text": words(at, now, met_at)} | {
        "state": state(at, now, met_at)
    }


@register.inclusion_tag("components/clock.html")
def clock(label: str, at: datetime | None, now: datetime, met_at: datetime | None = None, note: str = "") -> dict:
    """A running time limit with its name, its date, what is left of it, and a note (source, both zones)."""
    return due(at, now, met_at) | {"label": label, "note": note}


def state(at: datetime | None, now: datetime, met_at: datetime | None) -> str:
    if at is None:
        return "none"
    if met_at:
        return "met" if met_at <= at else "met-late"
    if at < now:
        return "late"
    return "soon" if (day(at) - day(now)).days <= SOON else "running"


def words(at: datetime | None, now: datetime, met_at: datetime | None) -> str:
    if at is None:
        return _("no date")
    if met_at:
        return met_words(at, met_at)
    days = (day(at) - day(now)).days
    return late_words(at, -days) if at < now else left_words(at, days)


def met_words(at: datetime, met_at: datetime) -> str:
    if met_at <= at:
        return _("done on time")
    days = max((day(met_at) - day(at)).days, 1)
    return counted(MET_LATE, days)


def late_words(at: datetime, days: int) -> str:
    if days == 0:
        return _("late since %(time)s") % {"time": company_time(at).strftime("%H:%M")}
    return counted(LATE, days)


def left_words(at: datetime, days: int) -> str:
    local = company_time(at)
    if days == 0 and (local.hour, local.minute) >= (23, 59):
        return _("today")
    if days == 0:
        return _("today by %(time)s") % {"time": local.strftime("%H:%M")}
    return counted(LEFT, days)


def counted(sentences: tuple[str, str], days: int) -> str:
    return _(sentences[days != 1]) % {"count": days}
