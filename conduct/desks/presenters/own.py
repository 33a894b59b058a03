"""One's own matters: what one is asked to do, what one told us, what one was told."""

from collections.abc import Mapping

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.models import Case, Keeping, KeptNumber
from cases.queries import cases_to_confirm, cases_to_pass_on, own_reports, passed_on_by
from conduct import clock
from conduct.answers.notes import dialogue
from conduct.answers.queries import wordings_to_decide
from conduct.desks import queries
from conduct.desks.paging import RANDOM, Order, leaf, wanted
from conduct.desks.places import BOSA, BY_BODY, OWN
from conduct.desks.presenters.delegations import LIST, list_url
from conduct.desks.presenters.names import name_of
from conduct.desks.presenters.record import steps_of
from conduct.desks.reading import NOTHING, Opened
from conduct.desks.standing import Standing
from conduct.notices.models import Notice
from conduct.notices.news import OF_DELEGATIONS, OF_PROTECTION, SENTENCES, WITHOUT_LINK, News
from conduct.notices.queries import inbox
from conduct.protection.watching import own_check_ins
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, DeadlineKind, DeadlineStep, Kind, Stage
from conduct.web.templatetags.ui.words import label

PROMISED = (DeadlineKind.ACKNOWLEDGE, DeadlineKind.ANSWER, DeadlineKind.FEEDBACK)
BY_NEWS = Order("owed_at", "pk", newest_first=True)
MOST = 20
OF_RETENTION = frozenset({News.RECORDS_DUE_TO_GO, News.RELEASE_ASKED})
PAGE_OF = {
    News.QUESTION_ANSWERED: "desks:own_report",
    News.ANSWER_LAPSED: "desks:own_report",
    News.PASS_ON_ASKED: "desks:pass_on_report",
    News.SECOND_PERSON_ASKED: "desks:answer_keeping",
}
AT_BOSA = {
    News.LATENESS_SHOWN: "desks:oversight",
    **dict.fromkeys(OF_PROTECTION, "desks:protection"),
}


def own_page(here: Standing) -> dict[str, object]:
    """What somebody is asked to do, the most urgent first."""
    parts = (
        (cases_to_pass_on(here.actor), "desks:pass_on_report", [], _("Pass a report on")),
        (cases_to_confirm(here.actor), "desks:answer_keeping", [], _("Answer as second person")),
        (wordings_to_decide(here.actor), "desks:decide_wording", [OWN], _("Approve a public wording")),
        (queries.admitted_cases(here.actor), "desks:record", [OWN], _("Help with a matter")),
    )
    tasks = [task(case, page, args, label) for cases, page, args, label in parts for case in cases[:MOST]]
    unread = inbox(here.person, now=here.now).filter(read_at=None)[:1]
    return {
        "here": here,
        "now": here.now,
        "tasks": sorted(tasks, key=lambda each: (each["due_at"] is None, each["due_at"])),
        "has_news": bool(unread),
        "is_asked": bool(own_check_ins(here.person, clock.day(here.now))),
    }


def task(case: Case, page: str, args: list[object], label: str) -> dict[str, object]:
    url = reverse(page, args=[*args, case.record.reference])
    return {"label": label, "url": url, "hint": case.record.reference, "due_at": case.record.next_due_at}


def own_reports_page(here: Standing) -> dict[str, object]:
    """The reports whose number this person chose to keep here."""
    kept = own_reports(here.person)[:MOST]
    rows = [(each, reverse("desks:own_report", args=[each.record.reference]), steps_word(each)) for each in kept]
    return {"here": here, "now": here.now, "rows": rows}


def steps_word(kept: KeptNumber) -> str:
    return next(str(step["label"]) for step in steps_of(Stage(kept.record.stage)) if step["state"] == "current")


def own_report_page(here: Standing, reference: str) -> dict[str, object]:
    """How far it is, and the dates that were promised. Never who has it in hand, nor anything from inside."""
    kept = get_object_or_404(own_reports(here.person), record__reference=reference)
    promised = kept.record.deadlines.filter(kind__in=[kind.value for kind in PROMISED], step=DeadlineStep.DUE.value)
    return {
        "here": here,
        "now": here.now,
        "kept": kept,
        "kind": Kind(kept.record.kind),
        "steps": steps_of(Stage(kept.record.stage)),
        "dialogue": dialogue(kept.record),
        "dates": [
            {"label": capfirst(label(DeadlineKind(each.kind))), "due_at": each.due_at, "met_at": each.settled_at}
            for each in promised.order_by("due_at", "pk")
        ],
    }


def to_pass_on_page(here: Standing) -> dict[str, object]:
    """Reports in this supervisor's hands, and that earlier ones were passed on. Never what came of them."""
    waiting = [task(case, "desks:pass_on_report", [], _("Pass a report on")) for case in cases_to_pass_on(here.actor)]
    return {"here": here, "now": here.now, "tasks": waiting, "passed_on": passed_on_by(here.person)[:MOST]}


def case_to_pass_on(here: Standing, reference: str) -> Case:
    """One report that this supervisor is to pass on. Http404 for any other."""
    return get_object_or_404(cases_to_pass_on(here.actor), record__reference=reference)


def pass_on_page(here: Standing, case: Case, opened: Opened = NOTHING) -> dict[str, object]:
    return {"here": here, "now": here.now, "record": case.record, "relay": case.relay, "opened": opened}


def case_to_confirm(here: Standing, reference: str) -> tuple[Case, Keeping]:
    """A proposal that waits for this person as second person. Http404 for any other."""
    case = get_object_or_404(cases_to_confirm(here.actor), record__reference=reference)
    return case, case.keepings.select_related("proposed_by").waiting().get()


def confirm_page(here: Standing, case: Case, keeping: Keeping, opened: Opened = NOTHING) -> dict[str, object]:
    who = name_of(keeping.proposed_by)
    return {"here": here, "now": here.now, "record": case.record, "keeping": keeping, "who": who, "opened": opened}


def notices_page(here: Standing, asked: Mapping[str, str]) -> dict[str, object]:
    """What this person was told, newest first, each with a way to it where there still is one."""
    found = leaf(inbox(here.person, now=here.now), BY_NEWS, wanted(asked, RANDOM))
    url = reverse("desks:notices")
    return {
        "here": here,
        "now": here.now,
        "rows": [row_of(notice, here) for notice in found.rows],
        "unread": any(notice.read_at is None for notice in found.rows),
        "earlier": f"{url}?before={found.earlier}" if found.earlier else "",
        "later": f"{url}?after={found.later}" if found.later else "",
    }


def row_of(notice: Notice, here: Standing) -> dict[str, object]:
    news = News(notice.news)
    return {
        "at": notice.owed_at,
        "text": Sentence(SENTENCES[news]),
        "url": way_to(notice, news, here),
        "notice": notice,
    }


def way_to(notice: Notice, news: News, here: Standing) -> str:
    """The page where something is to be done about it, if it is still at a desk of this person's."""
    if news in OF_DELEGATIONS:
        return next((list_url(desk) for desk in here.held if desk in LIST), "")
    if news in OF_RETENTION:
        return next((reverse("desks:retention", args=[desk]) for desk in here.held if desk is not OWN), "")
    if notice.record is None or news in WITHOUT_LINK:
        return ""
    reference = notice.record.reference
    if news in PAGE_OF:
        return reverse(PAGE_OF[news], args=[reference])
    if news in AT_BOSA and BOSA in here.held:
        return reverse(AT_BOSA[news])
    return way_to_the_matter(Body(notice.record.body), reference, news, here)


def way_to_the_matter(body: Body, reference: str, news: News, here: Standing) -> str:
    """At a desk of this person's; or where a second person from elsewhere is asked about a public wording."""
    desk = BY_BODY.get(body)
    if desk in here.held:
        return reverse("desks:record", args=[desk, reference])
    return reverse("desks:decide_wording", args=[OWN, reference]) if news is News.WORDING_ASKED else ""
