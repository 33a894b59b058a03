"""The steps that open a case, in the order in which the architecture wants them: wall first, then seals."""

from datetime import datetime

from cases.models import Case
from cases.services._report import Report
from conduct import clock
from conduct.access import wall
from conduct.deadlines.services import start_clock
from conduct.people.models import Person
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.records.spine import copy_to, open_record
from conduct.rules.decision import Decision
from conduct.rules.lifecycle import FIRST
from conduct.rules.route import Route
from conduct.rules.vocabulary import Body, DeadlineKind, Kind
from conduct.rulings.services import Question, keep
from conduct.vault import vault
from conduct.vault.kinds import Sealed


def open_case(report: Report, decision: Decision[Route], *, body: Body, now: datetime) -> Case:
    """Record, wall, sealed texts, case and kept ruling: one cannot exist without the others."""
    record = open_record(report.kind, body, provisional=decision.answer.provisional, now=now)
    shut_out(report.people, record, now=now)
    told = vault.seal(record, Sealed.REPORT, report.told_text(), now=now)
    facts = vault.seal(record, Sealed.SUBJECTS, report.facts_text(), now=now)
    case = Case.objects.create(record=record, state=FIRST[report.kind].value, told=told, facts=facts)
    keep(record, Question.ROUTING, decision, answer=route_answer(decision.answer), now=now)
    copy_to(record, decision.answer.informed, now=now)
    return case


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


def shut_out(people: tuple[Person, ...], record: Record, *, now: datetime) -> None:
    if people:
        reason = vault.reserve()
        wall.raise_wall(record, people, reason=reason, now=now)
        vault.seal(record, Sealed.WALL_REASON, "subject", place=reason, now=now)


def start_clocks(record: Record, *, first_received: datetime, now: datetime) -> None:
    """What runs once a desk has the record: acknowledge, triage, and open or decline or answer."""
    start_clock(record, DeadlineKind.ACKNOWLEDGE, now=now, since=first_received)
    start_clock(record, DeadlineKind.TRIAGE, now=now)
    if Kind(record.kind) is Kind.QUESTION:
        start_answer_clock(record, now=now)
    elif Body(record.body) is not Body.CEO:
        facts = {"first_received": first_received}
        start_clock(record, DeadlineKind.OPEN_OR_DECLINE, now=now, facts=facts)


def start_answer_clock(record: Record, *, now: datetime) -> None:
    """C28 has no number in the Code: it runs only where the company has chosen one. The triage clock runs anyway."""
    if readings_on(clock.day(now)).sla_answer_question_bd is not None:
        start_clock(record, DeadlineKind.ANSWER, now=now)
