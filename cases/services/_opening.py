"""The steps that open a case, in the order in which the architecture wants them: wall first, then seals."""

from collections.abc import Iterable
from datetime import datetime

from cases.models import Case
from cases.services._barred import Barred, shut_out
from cases.services._report import Report
from conduct.audit import ledger
from conduct.audit.domains import OF_BODY
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import owe_body
from conduct.people.actor import SYSTEM
from conduct.records.models import Record
from conduct.records.spine import copy_to, open_record
from conduct.rules.decision import Decision
from conduct.rules.lifecycle import FIRST
from conduct.rules.route import Route
from conduct.rules.vocabulary import Body
from conduct.rulings.services import Question, keep
from conduct.vault import vault
from conduct.vault.kinds import Sealed


def open_case(report: Report, decision: Decision[Route], *, body: Body, barred: Barred, now: datetime) -> Case:
    """Record, wall, sealed texts, case and kept ruling: one cannot exist without the others."""
    flags = {"provisional": decision.answer.provisional, "beyond_ceo": decision.answer.beyond_ceo}
    record = open_record(report.kind, body, **flags, now=now)
    shut_out(record, barred, now=now)
    told = vault.seal(record, Sealed.REPORT, report.told_text(), now=now)
    facts = vault.seal(record, Sealed.SUBJECTS, report.facts_text(), now=now)
    case = Case.objects.create(record=record, state=FIRST[report.kind].value, told=told, facts=facts)
    keep(record, Question.ROUTING, decision, answer=route_answer(decision.answer), now=now)
    give_copies(record, decision.answer.informed, now=now)
    return case


def give_copies(record: Record, bodies: Iterable[Body], *, now: datetime) -> None:
    """Let these bodies read along. That they do stands in their own log, and they hear of it."""
    for body in copy_to(record, bodies, now=now):
        ledger.record(SYSTEM, Event.COPY_GIVEN, record, at=now, domain=OF_BODY[body], body=body)
        owe_body(News.RECORD_ARRIVED, record, body=body, now=now)


def route_answer(route: Route) -> dict[str, object]:
    """The answer of the routing as plain data, to be sealed with its explanation."""
    return {
        "lead": route.lead.value,
        "intake": route.intake.value,
        "provisional": route.provisional,
        "ceo_notice": route.ceo_notice.value,
        "excluded": [word.value for word in route.excluded],
        "informed": [body.value for body in route.informed],
    }
