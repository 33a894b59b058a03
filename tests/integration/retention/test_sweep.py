"""Nothing goes unannounced: dates counted each day, one digest a person and month, and the days are Tokyo's."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cases.services import answer_keeping, close_case, propose_keeping, reopen_case, take_case
from conduct import clock
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import recuse
from conduct.notices.mail import news_mail, send_to
from conduct.notices.models import Notice
from conduct.people.actor import Actor
from conduct.provisions.models import ReadingChange
from conduct.retention import sweeping, tasks
from conduct.retention.counting import kept
from conduct.retention.models import Digest, Expiry
from conduct.retention.services import change_schedule, place_hold, propose_disposal
from conduct.retention.services.change_schedule import NoSuchSchedule, NotBeforeTomorrow
from conduct.retention.services.propose_disposal import StaysFor
from conduct.retention.words import Why
from conduct.rules.readings import ReadingNotAllowed
from tests.integration.retention.conftest import fresh, sweep

TOKYO = ZoneInfo("Asia/Tokyo")
DAY = timedelta(days=1)


def told(name):
    return Notice.objects.filter(person__username=name, news="records_due_to_go")


def test_one_digest_a_person_and_month_without_content(at_bosa, after, mailoutbox):
    for _ in range(3):
        at_bosa()
    then = after(10) - timedelta(days=62)
    sweep(then)
    assert not told("auditor1").exists()

    for days in range(1, 20):
        sweep(then + days * DAY)
    assert [told(f"auditor{n}").count() for n in (1, 2, 3)] == [1, 1, 1]
    notice = told("auditor1").get()
    assert notice.record is None
    text = news_mail(notice.person, notice).body
    assert not any(word in text.lower() for word in ("dispos", "retention", "delet", "record"))


def test_new_ones_wait_for_the_digest_of_the_next_month(at_bosa, after, filed, actor, now):
    first = at_bosa().record
    then = after(10)
    sweep(then)
    late = at_bosa().record
    sweep(then + DAY)
    assert Expiry.objects.get(record=first).announced_on and Expiry.objects.get(record=late).announced_on is None
    sweep(then + timedelta(days=32))
    assert Expiry.objects.get(record=late).announced_on
    assert told("auditor1").count() == 2 == Digest.objects.filter(person__username="auditor1").count()


def test_nobody_is_told_of_what_lies_behind_a_wall_or_at_another_desk(at_bosa, after, acting, now):
    case = at_bosa()
    recuse(actor=acting("auditor3", now), case=case, reason="", now=now)
    sweep(after(10))

    assert {notice.person.username for notice in Notice.objects.filter(news="records_due_to_go")} == {
        "auditor1",
        "auditor2",
    }


def test_two_sweeps_at_once_tell_once_and_a_day_is_counted_once(at_bosa, after):
    at_bosa()
    then = after(10)
    sweep(then, then)

    assert told("auditor1").count() == 1 and sweeping.uncounted(clock.day(then)) == []


def test_the_task_counts_announces_and_carries_out(at_bosa, due, agreed, monkeypatch):
    record = at_bosa().record
    then = due(record)
    agreed([record], then)
    monkeypatch.setattr(clock, "now", lambda: then + DAY)

    assert tasks.sweep() == 1
    assert fresh(record).disposed_at == then + DAY
    assert tasks.sweep() == 0


def test_one_row_that_fails_does_not_stop_the_others(at_bosa, due, agreed, monkeypatch):
    records = [at_bosa().record for _ in range(2)]
    then = due(*records)
    batch = agreed(records, then)
    rows = list(batch.rows.order_by("pk"))
    honest = sweeping.dispose

    def faulty(*, actor, row, now):
        if row.pk == rows[0].pk:
            raise ZeroDivisionError
        return honest(actor=actor, row=row, now=now)

    monkeypatch.setattr(sweeping, "dispose", faulty)
    assert sweeping.carry_out(rows, now=then) == {"failed": 1, "disposed": 1}
    monkeypatch.setattr(sweeping, "dispose", honest)
    assert sweeping.carry_out(sweeping.to_carry_out(), now=then) == {"disposed": 1}


def test_a_reopened_matter_has_no_date_and_is_announced_anew(at_bosa, after, acting):
    case = at_bosa()
    then = after(10)
    sweep(then)
    auditor = acting("auditor1", then)
    case = reopen_case(actor=auditor, case=case, reason="Something new.", now=then)
    sweep(then + DAY)
    assert not Expiry.objects.filter(record=case.record).exists()

    close_case(actor=auditor, case=case, reason="Again nothing.", now=then + 2 * DAY)
    sweep(then + 2 * DAY)
    counted = Expiry.objects.get(record=case.record)
    assert counted.due_on == clock.day(then + 2 * DAY).replace(year=2046) and counted.announced_on is None


def test_a_changed_schedule_counts_from_its_day_and_announces_before_anything_goes(at_ceo, now, acting, after):
    record = at_ceo().record
    words = {"key": "retention_report_japan_years", "years": 1, "why": "By resolution.", "now": now}
    change_schedule(actor=acting("director1", now), since=date(2028, 1, 1), **words)

    eve = datetime(2027, 12, 31, 23, 59, tzinfo=TOKYO)
    sweep(eve)
    assert Expiry.objects.get(record=record).due_on == date(2031, 11, 25)
    then = eve + timedelta(minutes=2)
    sweep(then)
    assert Expiry.objects.get(record=record).due_on == date(2027, 11, 25)
    with pytest.raises(StaysFor) as fault:
        propose_disposal(actor=acting("ceo", then), records=[record], now=then)
    assert fault.value.why is Why.NOT_ANNOUNCED
    later = then + timedelta(days=31)
    assert propose_disposal(actor=acting("ceo", later), records=[record], now=later)


def test_a_schedule_that_a_law_gives_or_a_day_gone_by_is_refused(acting, now):
    board = acting("director1", now)
    words = {"years": 9, "since": date(2026, 12, 1), "why": "x", "now": now}

    with pytest.raises(NoSuchSchedule):
        change_schedule(actor=board, key="sla_triage_bd", **words)
    with pytest.raises(NotBeforeTomorrow):
        change_schedule(actor=board, key="retention_report_japan_years", **words | {"since": date(2026, 11, 25)})
    with pytest.raises(ReadingNotAllowed):
        change_schedule(actor=board, key="retention_accounting_complaint_years", **words | {"years": 6})
    assert not ReadingChange.objects.exists()


@pytest.mark.parametrize(
    ("closed_at", "first_day"),
    [
        (datetime(2026, 12, 28, 23, 59, tzinfo=TOKYO), "2031-12-28"),
        (datetime(2026, 12, 28, 15, 1, tzinfo=ZoneInfo("UTC")), "2031-12-29"),
        (datetime(2028, 2, 29, 9, 0, tzinfo=TOKYO), "2033-02-28"),
    ],
    ids=["last minute in Tokyo", "next day in Tokyo", "leap day"],
)
def test_five_years_end_on_the_day_in_tokyo(filed, staff, now, closed_at, first_day):
    """Thirteen months or fourteen days of work: the years run from the closing, to the day."""

    def at(name):
        return Actor.of(staff.person(name), clock.day(closed_at))

    case = take_case(actor=at("ceo"), case=filed("employee2"), now=now)
    propose_keeping(actor=at("ceo"), case=case, reason="Small.", now=now)
    case = answer_keeping(actor=at("controls"), case=case, confirmed=True, reason="Yes.", now=now)
    record = close_case(actor=at("ceo"), case=case, reason="Done.", now=closed_at).record

    decision = kept(record, day=clock.day(closed_at))
    assert (str(decision.answer.until), decision.answer.paper) == (first_day, "R05")
    until = decision.answer.until
    noon = datetime(until.year, until.month, until.day, tzinfo=TOKYO)
    sweep(noon - timedelta(days=45))
    just_before = noon - timedelta(seconds=1)
    with pytest.raises(StaysFor) as fault:
        propose_disposal(actor=at("ceo"), records=[record], now=just_before)
    assert fault.value.why is Why.NOT_DUE
    assert propose_disposal(actor=at("ceo"), records=[record], now=noon)


@pytest.mark.norm("N043")
def test_thirteen_months_of_work_then_a_hold_then_the_tombstone(filed, staff, now, agreed, acting):
    """One matter with its days: closed after thirteen months, held in the fifth year, lifted, gone in the eleventh."""
    start = datetime(2026, 11, 25, 12, tzinfo=TOKYO)
    case = take_case(actor=acting("auditor1", start), case=filed("officer1"), now=start)
    closed = datetime(2027, 12, 29, 18, tzinfo=TOKYO)  # the last day before the year-end holidays
    case = close_case(actor=acting("auditor1", closed), case=case, reason="Not confirmed.", now=closed)
    fifth = datetime(2032, 5, 1, 9, tzinfo=TOKYO)
    place_hold(actor=acting("auditor2", fifth), records=[case.record], reason="A suit.", now=fifth)
    sweep(fifth)
    assert Expiry.objects.get(record=case.record).due_on is None
    from conduct.retention.services import answer_lift, ask_lift  # noqa: PLC0415

    lifted = datetime(2036, 6, 2, 9, tzinfo=TOKYO)
    hold = case.record.holds.get()
    ask_lift(actor=acting("auditor1", lifted), hold=hold, reason="Over.", now=lifted)
    answer_lift(actor=acting("auditor3", lifted), hold=hold, agreed=True, now=lifted)
    sweep(lifted)
    assert Expiry.objects.get(record=case.record).due_on == date(2037, 12, 29)
    sweep(datetime(2037, 11, 2, 9, tzinfo=TOKYO))
    then = datetime(2037, 12, 29, 0, 0, 1, tzinfo=TOKYO)
    batch = agreed([case.record], then)
    lines = AuditEvent.objects.filter(record=case.record).count()
    sweeping.carry_out(list(batch.rows.all()), now=then)
    stone = fresh(case.record).tombstone
    assert (stone.opened_on, stone.closed_on, stone.due_on) == (
        date(2026, 11, 25),
        date(2027, 12, 29),
        date(2037, 12, 29),
    )
    assert AuditEvent.objects.filter(record=case.record).count() == lines + 1
    assert send_to(staff.person("auditor2").pk, now=then + DAY)
