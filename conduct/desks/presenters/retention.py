"""Keeping, holding and letting go, as the desks see it: dates and words, never content."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from conduct import clock
from conduct.access import policy
from conduct.access.permissions import Permission
from conduct.desks.places import BOSA
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.retention import queries
from conduct.retention.counting import kept, kept_all, why_not_all
from conduct.retention.models import Batch, Disposal, Expiry
from conduct.retention.words import SENTENCES, Why
from conduct.rules.labels import gettext_noop
from conduct.rules.retention import BY_ID, PAPERS
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, Kind

MOST = 200
MAY_GO = gettext_noop("Its time has ended. It can be proposed.")
UNTIL = gettext_noop("Postponed to {until}.")
STATES = {
    "rejected": gettext_noop("It stays: it was taken out of the batch."),
    "disposed": gettext_noop("Disposed of. Its content was destroyed for good."),
    "agreed": gettext_noop("Two people have agreed. It goes with the next step."),
    "waiting": gettext_noop("It waits for the second person."),
}


def keeping_of(here: Standing, record: Record) -> dict[str, object]:
    """For the page of a matter: until when it is kept and why, the holds on it, or its tombstone."""
    stone = queries.stone_of(here.actor, record)
    if stone:
        return {"stone": stone, "people": [name_of(stone.proposed_by), name_of(stone.confirmed_by)]}
    decision = kept(record, day=clock.day(here.now))
    return {
        "until": decision.answer.until,
        "why": decision.steps[0].why,
        "rule": decision.answer.paper,
        "holds": [hold_row(here, hold) for hold in queries.holds_on(here.actor, record)],
    }


def hold_row(here: Standing, hold: Any) -> dict[str, object]:
    desk = here.desk if here.desk.body else ""
    return {
        "hold": hold,
        "who": name_of(hold.placed_by),
        "url": reverse("desks:hold", args=[desk, hold.pk]) if desk else "",
        "asked_by": name_of(hold.lift_asked_by) if hold.lift_asked_by else "",
    }


def due_page(here: Standing) -> dict[str, object]:
    """What is due to go at this desk, what waits for one's answer, and the batches of late."""
    found = list(queries.due_to_go(here.actor, body_of(here), day=clock.day(here.now)).order_by("due_on")[: MOST + 1])
    rows = rows_of(found[:MOST], here)
    return {
        "here": here,
        "now": here.now,
        "rows": rows,
        "ready": sum(row["ready"] for row in rows),
        "more": len(found) > MOST,
        "to_answer": [batch_row(here, batch) for batch in queries.batches(here.actor)[:MOST] if waits(here, batch)],
        "lifts": [hold_row(here, hold) for hold in queries.holds_to_answer(here.actor)],
        "batches": [batch_row(here, batch) for batch in queries.batches(here.actor)[:10]],
        **tabs_of(here, "due"),
    }


def rows_of(expiries: Iterable[Expiry], here: Standing) -> list[dict[str, Any]]:
    found = list(expiries)
    why = why_not_all([each.record for each in found], now=here.now)
    return [row_of(each, why[each.record_id], here) for each in found]


def row_of(expiry: Expiry, why: Why | None, here: Standing) -> dict[str, Any]:
    told = Sentence(UNTIL, {"until": expiry.postponed_until}) if why is Why.POSTPONED else ""
    return {
        "reference": expiry.record.reference,
        "url": reverse("desks:record", args=[here.desk, expiry.record.reference]),
        "kind": Kind(expiry.record.kind),
        "due_on": expiry.due_on,
        "left": days_left(expiry, here),
        "paper": paper_of(expiry.paper),
        "ready": why is None,
        "why": told or Sentence(SENTENCES[why] if why else MAY_GO),
    }


def days_left(expiry: Expiry, here: Standing) -> int:
    """The countdown: days until it may go, nought when its time has ended."""
    return max(0, (expiry.due_on - clock.day(here.now)) // timedelta(days=1)) if expiry.due_on else 0


def paper_of(key: str) -> dict[str, object]:
    """A schedule: its name, its law, its sentence."""
    paper = BY_ID.get(key)
    return {"id": key, "name": Sentence(paper.name), "basis": paper.basis} if paper else {"id": key, "name": key}


def waits(here: Standing, batch: Batch) -> bool:
    """Whether a row of the batch waits for this person's answer."""
    return any(may_confirm(here, row) for row in queries.rows_shown(here.actor, batch) if state_of(row) == "waiting")


def may_confirm(here: Standing, row: Disposal) -> bool:
    return row.proposed_by_id != here.person.pk and row.second_person_id in (None, here.person.pk) and here.decides


def may_take_out(here: Standing, row: Disposal) -> bool:
    return may_confirm(here, row) or row.proposed_by_id == here.person.pk


def batch_row(here: Standing, batch: Batch) -> dict[str, object]:
    rows = list(queries.rows_shown(here.actor, batch))
    return {
        "url": reverse("desks:retention_batch", args=[here.desk, batch.pk]),
        "at": batch.proposed_at,
        "who": name_of(batch.proposed_by),
        "count": len(rows),
        "waiting": sum(state_of(row) == "waiting" for row in rows),
    }


def preview_page(here: Standing, references: list[str]) -> dict[str, object]:
    """What would be proposed: each row with its schedule, and what stands against it. Hidden ones are not there."""
    records = queries.own_records(here.actor, references, Permission.RECORD_DISPOSE)
    expiries = Expiry.objects.filter(record__in=[each for each in records if each.body == body_of(here)])
    rows = rows_of(expiries.select_related("record").order_by("record__reference"), here)
    ready = [str(row["reference"]) for row in rows if row["ready"]]
    return {"here": here, "now": here.now, "rows": rows, "ready": ready, "ready_text": " ".join(ready)}


def all_ready(here: Standing) -> list[str]:
    """The references of everything at this desk that could be proposed now, up to what one batch takes."""
    found = queries.due_to_go(here.actor, body_of(here), day=clock.day(here.now)).order_by("due_on")[:500]
    return [str(row["reference"]) for row in rows_of(found, here) if row["ready"]]


def batch_at(here: Standing, key: Any) -> Batch:
    batch = queries.batch_of(here.actor, key)
    if batch is None:
        raise Http404
    return batch


def batch_page(here: Standing, batch: Batch) -> dict[str, object]:
    """Each row that the reader may know about, and what became of it."""
    rows = list(queries.rows_shown(here.actor, batch))
    states = [state_of(row) for row in rows]
    over = sum(state in {"disposed", "stopped", "rejected"} for state in states)
    return {
        "here": here,
        "now": here.now,
        "batch": batch,
        "who": name_of(batch.proposed_by),
        "rows": [disposal_row(here, row) for row in rows],
        "count": len(rows),
        "over": over,
        "may_confirm": any(may_confirm(here, row) for row in rows if state_of(row) == "waiting"),
        "may_take_out": any(may_take_out(here, row) for row in rows if state_of(row) == "waiting"),
        "goes_on": "agreed" in states,
    }


def disposal_row(here: Standing, row: Disposal) -> dict[str, object]:
    state = state_of(row)
    told = SENTENCES[Why(row.stopped)] if state == "stopped" else STATES[state]
    return {
        "row": row,
        "reference": row.record.reference,
        "kind": Kind(row.record.kind),
        "opened_at": row.record.opened_at,
        "paper": paper_of(row.paper),
        "state": state,
        "told": Sentence(told),
        "waits": state == "waiting" and may_take_out(here, row),
    }


def state_of(row: Disposal) -> str:
    if row.rejected_at:
        return "rejected"
    if row.disposed_at:
        return "disposed"
    if row.stopped_at:
        return "stopped"
    return "agreed" if row.confirmed_at else "waiting"


def holds_page(here: Standing) -> dict[str, object]:
    """Every hold on a record of this desk."""
    own = queries.holds(here.actor).filter(record__body=body_of(here).value)
    return {
        "here": here,
        "now": here.now,
        "rows": [hold_row(here, hold) for hold in own[:MOST]],
        **tabs_of(here, "holds"),
    }


def may_hold(here: Standing) -> bool:
    """Whether holds are this person's to place at this desk: a delegate of the CEO has no power for that."""
    return body_of(here) in policy.reach(here.actor.roles, Permission.RECORD_HOLD)


def schedules_page(here: Standing) -> dict[str, object]:
    """How long each kind of paper is kept, by which law, and where the company has chosen the number."""
    under = readings_on(clock.day(here.now))
    rows = [
        {
            "id": paper.id,
            "name": Sentence(paper.name),
            "starts": Sentence(paper.starts),
            "years": under.number(paper.key) if paper.key else paper.years,
            "basis": "" if paper.basis == "-" else paper.basis,
            "why": Sentence(paper.why),
        }
        for paper in PAPERS
    ]
    return {"here": here, "now": here.now, "rows": rows, **tabs_of(here, "schedules")}


def what_would_change(here: Standing, change: Mapping[str, Any]) -> dict[str, object]:
    """The finished records of this desk whose day would be another one, with the old and the new day."""
    under = readings_on(clock.day(here.now))
    after = under.changed(**{change["key"]: change["years"]})
    counted = queries.counted_at(here.actor, body_of(here))
    records = [each.record for each in counted]
    before, then = kept_all(records, under=under), kept_all(records, under=after)
    rows = [
        {"reference": each.reference, "old": before[each.pk].answer.until, "new": then[each.pk].answer.until}
        for each in records
        if before[each.pk].answer != then[each.pk].answer
    ]
    return {"changed": rows[:MOST], "changed_count": len(rows), "previewed": True}


def tabs_of(here: Standing, current: str) -> dict[str, object]:
    """The parts of the room: what is due, what is held, how long things are kept."""
    parts = [
        ("due", "desks:retention", _("Due to go")),
        ("holds", "desks:holds", _("Legal holds")),
        ("schedules", "desks:schedules", _("How long things are kept")),
    ]
    tabs = [
        {"url": reverse(page, args=[here.desk]), "label": text, "current": part == current}
        for part, page, text in parts
    ]
    if here.desk is BOSA:
        tabs.append({"url": reverse("desks:erasures"), "label": _("Erasing personal data"), "current": False})
    return {"tabs": tabs}


def body_of(here: Standing) -> Body:
    """The body of a desk. The addresses of these pages know desks with a body only."""
    assert here.desk.body is not None
    return here.desk.body
