"""Time limits in words. The state is always said, never only coloured."""

from datetime import datetime

from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from conduct.web.templatetags.ui.library import register

SOON = 2  # days


@register.inclusion_tag("components/due.html")
def due(at: datetime | None, now: datetime, met_at: datetime | None = None) -> dict[str, object]:
    """A due date in a row: "in 4 days", "today by 17:00", "2 days late"."""
    return {"at": at, "iso": localtime(at).isoformat() if at else "", "text": words(at, now, met_at)} | {
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
    return "soon" if (localdate(at) - localdate(now)).days <= SOON else "running"


def words(at: datetime | None, now: datetime, met_at: datetime | None) -> str:
    if at is None:
        return _("no date")
    if met_at:
        return met_words(at, met_at)
    days = (localdate(at) - localdate(now)).days
    return late_words(at, -days) if at < now else left_words(at, days)


def met_words(at: datetime, met_at: datetime) -> str:
    if met_at <= at:
        return _("done on time")
    days = max((localdate(met_at) - localdate(at)).days, 1)
    return ngettext("done, %(count)s day late", "done, %(count)s days late", days) % {"count": days}


def late_words(at: datetime, days: int) -> str:
    if days == 0:
        return _("late since %(time)s") % {"time": localtime(at).strftime("%H:%M")}
    return ngettext("%(count)s day late", "%(count)s days late", days) % {"count": days}


def left_words(at: datetime, days: int) -> str:
    local = localtime(at)
    if days == 0 and (local.hour, local.minute) >= (23, 59):
        return _("today")
    if days == 0:
        return _("today by %(time)s") % {"time": local.strftime("%H:%M")}
    return ngettext("in %(count)s day", "in %(count)s days", days) % {"count": days}
