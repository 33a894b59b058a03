"""The case that retaliation becomes: its own body, its own wall, its own times; the matter before it shows nothing."""

from collections.abc import Iterable
from datetime import datetime

from cases.models import Case
from cases.services import Report
from cases.services import _news as news
from cases.services import _opening as opening
from cases.services._barred import barred_by
from cases.services._clocks import start_clocks
from cases.services._desk import desk_of
from conduct import clock
from conduct.people.models import Person
from conduct.protection.account import Account
from conduct.protection.models import Retaliation
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.barring import Ground
from conduct.rules.protection import presumption
from conduct.rules.route import route
from conduct.rulings.services import Question, keep
from conduct.vault import vault
from conduct.vault.kinds import Sealed


def open_for(
    source: Record,
    account: Account,
    report: Report,
    *,
    by: Person | None,
    besides: Iterable[Person] = (),
    now: datetime,
) -> Case:
    """Open it, keep what the law presumes, and tell the body to which it goes. The caller writes the line, under
    REPORTER and beside the new record alone: the one before shows nothing.
    """
    day = clock.day(now)
    report = report.dated(day)
    decision = route(report.matter_facts(), under=readings_on(day))
    barred = {**dict.fromkeys(besides, Ground.SOURCE), **barred_by(report, source=source, now=now)}
    body = desk_of(decision.answer.intake, list(barred), now=now)
    case = opening.open_case(report, decision, body=body, barred=barred, now=now)
    Retaliation.objects.create(
        record=case.record,
        source=source,
        measure=vault.seal(case.record, Sealed.MEASURE, account.sealed_text(), now=now),
        opened_by=by,
        opened_at=now,
    )
    keep_presumption(source, case.record, account, now=now)
    start_clocks(case.record, first_received=now, now=now)
    news.tell_the_desk(case.record, decision.answer, channel=report.channel, now=now)
    return case


def keep_presumption(source: Record, record: Record, account: Account, *, now: datetime) -> None:
    """Whether the law presumes it, on the days that count, for those who decide."""
    reported_on = clock.day(source.opened_at)
    found = presumption(
        account.measure, measure_on=account.measure_on, reported_on=reported_on, under=readings_on(clock.day(now))
    )
    until = found.answer.until.isoformat() if found.answer.until else ""
    answer = {"holds": found.answer.holds, "by_law": found.answer.by_law, "until": until}
    keep(record, Question.PRESUMPTION, found, answer=answer, now=now)
