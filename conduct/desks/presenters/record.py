"""The page of a matter: whose it is and why, what runs on it, what happened, who is in it, what can be done."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.models import Case
from cases.queries import open_case
from conduct import clock
from conduct.access.permissions import Permission
from conduct.answers.signs import signs_of
from conduct.deadlines.models import Deadline
from conduct.deadlines.queries import duties_of
from conduct.desks import queries
from conduct.desks.acts import ACTS, Act, Situation
from conduct.desks.mandates import is_covered
from conduct.desks.places import OWN
from conduct.desks.presenters.answers import answers_part
from conduct.desks.presenters.history import timeline
from conduct.desks.presenters.names import name_of
from conduct.desks.presenters.queue import chosen_at, record_url, way_of, with_query
from conduct.desks.presenters.reasons import (
    BEING_ASSESSED,
    is_being_assessed,
    otherwise,
    people_of,
    proposed,
    short_reason,
    weighs,
)
from conduct.desks.presenters.retention import keeping_of
from conduct.desks.presenters.sheet import sheet_of
from conduct.desks.reading import NOTHING, Opened, logs_of
from conduct.desks.standing import Standing
from conduct.handoffs.queries import last_hand_on
from conduct.people.queries import presiding_on
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.faults import FAULTS
from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, Channel, DeadlineKind, Kind, MatterType, Stage
from conduct.rulings.services import Explanation, Question, explain_all, latest
from conduct.web.templatetags.ui.words import label

CLOCK_NOTE = gettext_noop("This date follows from the clock {clock}.")
STEPS = {
    Stage.RECEIVED: gettext_noop("Received"),
    Stage.ASSESSING: gettext_noop("Read"),
    Stage.ADDRESSING: gettext_noop("Looking into it"),
    Stage.CONCLUDED: gettext_noop("Finished"),
}


def record_page(here: Standing, reference: str, asked: Mapping[str, str]) -> dict[str, object]:
    """The page as it is opened; that it was opened is written down. Http404 where the record is hidden."""
    case = open_case(here.actor, reference, now=here.now)
    return page_of(here, case, asked)


def page_of(here: Standing, case: Case, asked: Mapping[str, str], opened: Opened = NOTHING) -> dict[str, object]:
    """The same page, with whatever sealed text has just been opened."""
    record = queries.signs_of(here, case)
    situation = situation_of(here, case, record)
    domains = logs_of(here, case)
    duties = list(duties_of(record, domains).select_related("computation__explanation"))
    ruling = latest(record, Question.ROUTING)
    told = explain_all(here.actor, [ruling, *(duty.computation for duty in duties)])
    why = told.get(ruling.pk)
    return {
        "here": here,
        "now": here.now,
        "case": case,
        "record": record,
        "kind": Kind(record.kind),
        "url": record_url(here, record.reference),
        "opened": opened,
        "reads_sealed": Permission.READ_SEALED in situation.rights,
        "reason": short_reason(record, why),
        "duties": [duty_of(duty, told.get(duty.computation_id)) for duty in duties],
        "steps": steps_of(Stage(record.stage)),
        "timeline": timeline(record, domains, opened.notes, everything=asked.get("timeline") == "all"),
        "everything": asked.get("timeline") == "all",
        "handler": name_of(case.handler) if case.handler else "",
        "people": people_of(why),
        "sheet": sheet_of(here, record),
        "keeping": keeping_of(here, record),
        "dialogue": answers_part(here, case, opened, needs_waiver=situation.answer.needs_waiver),
        **authority(record, why),
        **panel(why, here),
        **buttons(here, record, situation),
        **neighbours(here, record, asked),
    }


def situation_of(here: Standing, case: Case, record: Record) -> Situation:
    return Situation(
        rights=queries.rights_on(here.actor, record),
        body=Body(record.body),
        kind=Kind(record.kind),
        state=case.state,
        stage=Stage(record.stage),
        provisional=record.provisional,
        was_report=record.was_report,
        beyond_ceo=record.beyond_ceo,
        is_mine=case.handler_id == here.person.pk,
        presides=presides_over(Body(record.body), here),
        arrives=record.arrives,
        came_from=Body(last.origin) if (last := last_hand_on(record)) else None,
        asked=record.asked,
        must_hand_on=record.must_hand_on,
        answer=signs_of(here.actor, case, now=here.now),
    )


def presides_over(body: Body, here: Standing) -> bool:
    return body in {Body.BOARD, Body.BOSA} and presiding_on(body, clock.day(here.now)) == here.person


def authority(record: Record, why: Explanation | None) -> dict[str, object]:
    """The strip: while a desk only assesses, the mark is of the body whose matter it is until then."""
    waits = record.body == Body.CEO and record.provisional
    mark = proposed(record, why) if waits else None
    return {
        "mark": mark.authority if mark else record.body,
        "mark_is_provisional": record.provisional,
        "mark_note": Sentence(BEING_ASSESSED) if is_being_assessed(record) else "",
        "mark_paragraphs": [record.came_by] if record.came_by else list(why.steps[0].paragraphs[:2]) if why else [],
        "came": (last := last_hand_on(record)),
        "came_way": way_of(last) if last else "",
    }


def panel(why: Explanation | None, here: Standing) -> dict[str, object]:
    """Why is this mine: the kept ruling, what would change it, and the rules that did not speak."""
    if why is None:
        return {"why": None}
    return {
        "why": why,
        "otherwise": otherwise(why, under=readings_on(clock.day(here.now))),
        "looked_at": looked_at(why),
        "passed_over": passed_over(why),
    }


def looked_at(why: Explanation) -> list[dict[str, str]]:
    """The facts on which the rules spoke."""
    matter = why.facts["matter"]
    facts = [
        (_("Kind"), [Kind(why.facts["kind"])]),
        (_("How it came"), [Channel(why.facts["channel"])]),
        (_("About"), people_of(why)),
        (_("How grave"), weighs(why)),
        (_("What it is about"), [] if matter == "-" else [MatterType(matter)]),
    ]
    return [{"label": text, "value": capfirst(_(", ").join(map(label, words)))} for text, words in facts if words]


def passed_over(why: Explanation) -> list[tuple[str, str]]:
    """What failed, and the rules in which it failed first."""
    rules = defaultdict(list)
    for rule, fault in why.passed_over.items():
        rules[fault].append(rule)
    return [(_(FAULTS.get(fault, fault)), ", ".join(sorted(each, key=in_order))) for fault, each in rules.items()]


def in_order(rule: str) -> tuple[str, int]:
    """R2 before R10."""
    letters = rule.rstrip("0123456789abcdefghijklmnopqrstuvwxyz")
    return letters, int("".join(filter(str.isdigit, rule)) or 0)


def duty_of(duty: Deadline, told: Explanation | None) -> dict[str, object]:
    """A duty, its date, and the printed computation of the date."""
    note = Sentence(CLOCK_NOTE, {"clock": told.answer["clock"]}) if told else ""
    return {
        "label": capfirst(label(DeadlineKind(duty.kind))),
        "due_at": duty.due_at,
        "note": note,
        "computation": told.steps if told else (),
    }


def steps_of(reached: Stage) -> list[dict[str, object]]:
    """How far it is, in the words that the reporter sees as well."""
    place = list(Stage).index(reached)
    states = ["done"] * place + ["current"] + ["todo"] * (len(Stage) - place - 1)
    return [{"label": _(STEPS[stage]), "state": state} for stage, state in zip(Stage, states, strict=True)]


def buttons(here: Standing, record: Record, situation: Situation) -> dict[str, Any]:
    """The acts that are possible now. The next step is the one prominent button; stepping aside stands apart."""
    possible = [act for act in ACTS if act.may(situation) and is_covered(here, act.name, situation.kind)]
    first = next((act for act in possible if act.kind == "primary"), None)
    first = first or (next(act for act in possible if act.name == "hand_on") if must_go(possible, situation) else None)
    shown = [button(act, here, record, "primary" if act is first else "secondary") for act in possible]
    return {
        "acts": [each for each in shown if each["act"].kind != "quiet"],
        "quiet_acts": [each | {"kind": "quiet"} for each in shown if each["act"].kind == "quiet"],
    }


def must_go(possible: list[Act], situation: Situation) -> bool:
    return situation.must_hand_on and any(act.name == "hand_on" for act in possible)


def button(act: Act, here: Standing, record: Record, kind: str) -> dict[str, object]:
    return {"act": act, "url": reverse(f"desks:{act.name}", args=[here.desk, record.reference]), "kind": kind}


def neighbours(here: Standing, record: Record, asked: Mapping[str, str]) -> dict[str, str]:
    """The way through the list from which the page was opened; none for a finished matter or somebody let in."""
    if here.desk is OWN or record.stage == Stage.CONCLUDED:
        return {"earlier": "", "later": ""}
    chosen = chosen_at(here, asked)
    ends = zip(("earlier", "later"), queries.neighbours(here, chosen, record), strict=True)
    found = {side: with_query(record_url(here, key), chosen.query()) if key else "" for side, key in ends}
    return found | {"list_url": with_query(reverse(here.desk.queue), chosen.query())}
