"""Duties that were not done in time, as the statutory auditors see them: whose, which, since when; never the text."""

from collections.abc import Mapping

from django.db.models import F
from django.http import Http404
from django.urls import reverse

from conduct.deadlines.models import Deadline
from conduct.desks.paging import Order, leaf, wanted
from conduct.desks.places import BOSA
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.handoffs.models import Lateness
from conduct.handoffs.queries import latenesses, with_followers
from conduct.rules.vocabulary import Body, DeadlineKind, DeadlineStep, Kind

BY_SHOWING = Order("shown_at", "record__reference", newest_first=True)


def oversight_page(here: Standing, asked: Mapping[str, str]) -> dict[str, object]:
    """The latenesses, newest first; those to be decided are marked, or shown alone."""
    only_open = asked.get("open") != "no"
    late = with_followers(latenesses(here.actor), here.actor)
    found = leaf(late.filter(decided_at=None) if only_open else late, BY_SHOWING, wanted(asked))
    url = reverse("desks:oversight")
    keep = "" if only_open else "open=no&"
    return {
        "here": here,
        "now": here.now,
        "rows": [row_of(each) for each in found.rows],
        "only_open": only_open,
        "open_url": url,
        "all_url": f"{url}?open=no",
        "earlier": f"{url}?{keep}before={found.earlier}" if found.earlier else "",
        "later": f"{url}?{keep}after={found.later}" if found.later else "",
    }


def row_of(late: Lateness) -> dict[str, object]:
    url = reverse("desks:decide_lateness", args=[late.record.reference, late.duty])
    return {
        "late": late,
        "url": url,
        "reference": late.record.reference,
        "kind": Kind(late.record.kind),
        "duty": DeadlineKind(late.duty),
        "derived_url": derived_url(late),
    }


def derived_url(late: Lateness) -> str:
    """The page of the case that followed, where the reader may see it."""
    return reverse("desks:record", args=[BOSA, late.derived_reference]) if late.derived_reference else ""


def lateness_at(here: Standing, reference: str, duty: str) -> Lateness:
    """The lateness of a duty on a record, an undecided one first. Http404 for what is hidden or missing alike."""
    late = with_followers(latenesses(here.actor), here.actor).filter(record__reference=reference, duty=duty)
    found = late.order_by(F("decided_at").desc(nulls_first=True), "-due_at").first()
    if found is None:
        raise Http404
    return found


def may_open(late: Lateness) -> bool:
    """A case can follow from a duty of the CEO's only, and from a case that itself derived from none (A35)."""
    return late.body == Body.CEO and late.record.case.derived_from_id is None


def lateness_page(here: Standing, late: Lateness) -> dict[str, object]:
    done = Deadline.objects.filter(
        record=late.record, kind=late.duty, due_at=late.due_at, step=DeadlineStep.DUE.value
    ).first()
    return {
        "here": here,
        "now": here.now,
        "late": late,
        "duty": DeadlineKind(late.duty),
        "settled_at": done.settled_at if done else None,
        "decided_by": name_of(late.decided_by) if late.decided_by else "",
        "derived_url": derived_url(late),
    }
