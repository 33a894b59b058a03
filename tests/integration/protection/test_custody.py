"""A name is sealed: shown once, to somebody designated, with a reason, when somebody else agreed; and it is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import recuse
from conduct.notices.models import Notice
from conduct.people.actor import REPORTER, Actor
from conduct.people.vocabulary import FunctionName
from conduct.protection import custody, queries
from conduct.protection.models import Designation, Probe, Reveal
from conduct.protection.services import (
    consent_to_reveal,
    designate_person,
    end_designation,
    note_wrong_number,
    show_identity,
)
from conduct.protection.services._custody import NoReason, NotAgreed, NotDesignated
from conduct.protection.services.answer_request import RequestAnswered, TwoPeopleForAName
from conduct.protection.services.ask_identity import AskedBefore, NoNameHere
from conduct.protection.services.designate_person import DaysOfADesignation, NotOneself
from conduct.protection.telling import asked_of
from conduct.rules.vocabulary import Channel, Seeking
from conduct.vault import vault
from conduct.vault.kinds import Sealed

WHY = {"reason": "The bank wants to call back."}
LASTING = pytest.mark.django_db(transaction=True)


@pytest.fixture
def custodian(staff, now):
    return Actor.of(staff.function("custodian1", FunctionName.CUSTODIAN), now.date())


@pytest.fixture
def designated(staff, actor, now):
    """designated("auditor1"): by a resolution, from today for a year."""

    def make(name, by="auditor3", **more):
        days = {"first_on": now.date(), "last_on": now.date() + timedelta(days=365)} | more
        return designate_person(actor=actor(by), person=staff.person(name), number="BS-26-01", now=now, **days)

    return make


@pytest.fixture
def asked(designated, filed, actor, custodian, now):
    """An officer's matter at the statutory auditors, and auditor1's request for the name."""
    designated("auditor1")
    return custody.ask(actor("auditor1"), filed("officer1").record, now=now, **WHY)


def probes_of(name):
    return list(Probe.objects.filter(person__username=name).values_list("how", flat=True))


@pytest.mark.norm("N036")
@LASTING
def test_a_name_is_shown_once_to_whoever_is_designated_when_a_custodian_agreed(asked, actor, custodian, now):
    auditor = actor("auditor1")
    custody.answer(custodian, asked, agreed=True, now=now)
    told = custody.learn(auditor, asked, now=now)

    assert told.person.username == "employee1"
    with pytest.raises(NotAgreed):
        custody.learn(auditor, asked, now=now)
    assert not can(auditor, Permission.READ_IDENTITY, asked.record)
    assert probes_of("auditor1") == ["reveal"]


@pytest.mark.norm("N036")
@LASTING
def test_the_person_who_told_us_reads_who_asked_why_and_that_it_was_shown(asked, actor, now):
    (before,) = asked_of(asked.record)
    consent_to_reveal(actor=REPORTER, reveal=asked, agreed=True, now=now)
    custody.learn(actor("auditor1"), asked, now=now)

    (after,) = asked_of(asked.record)
    assert (before.why, before.waits, before.shown_on) == (WHY["reason"], True, None)
    assert (after.waits, after.agreed, after.shown_on) == (False, True, now.date())
    assert not AuditEvent.objects.filter(actor__username="employee1").exists()


@pytest.mark.norm("N036")
def test_without_a_designation_nobody_may_ask_and_the_statutory_auditors_see_the_attempt(filed, actor, now):
    record = filed("officer1").record
    with pytest.raises(NotDesignated):
        custody.ask(actor("auditor1"), record, now=now, **WHY)

    (probe,) = queries.probes(actor("auditor2"))
    assert (probe.how, probe.record, probe.person.username) == (Seeking.REVEAL, record, "auditor1")
    assert list(queries.probes(actor("auditor1"))) == []
    assert not AuditEvent.objects.filter(event="identity:sought", record__isnull=False).exists()
    assert AuditEvent.objects.get(event="identity:sought").domain == "bosa"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nobody_may_ask_and_the_attempt_is_seen(designated, filed, actor, now, reason):
    designated("auditor1")
    with pytest.raises(NoReason):
        custody.ask(actor("auditor1"), filed("officer1").record, reason=reason, now=now)

    assert probes_of("auditor1") == ["reveal"]


def test_without_a_second_person_nothing_is_shown_and_the_attempt_is_seen(asked, actor, now):
    with pytest.raises(NotAgreed):
        custody.learn(actor("auditor1"), asked, now=now)
    with pytest.raises(TwoPeopleForAName):
        custody.answer(actor("auditor1"), asked, agreed=True, now=now)

    assert probes_of("auditor1") == ["reveal", "reveal"]
    assert Reveal.objects.get().shown_at is None


@pytest.mark.parametrize("name", ["ceo", "director1", "controls", "employee1", "officer1"])
def test_nobody_else_can_agree(asked, actor, now, name):
    with pytest.raises(PermissionDenied):
        custody.answer(actor(name), asked, agreed=True, now=now)

    assert probes_of(name) == ["reveal"]


def test_a_refusal_ends_the_request_and_one_answer_counts(asked, actor, custodian, now):
    custody.answer(custodian, asked, agreed=False, now=now)

    with pytest.raises(NotAgreed):
        custody.learn(actor("auditor1"), asked, now=now)
    with pytest.raises(RequestAnswered):
        consent_to_reveal(actor=REPORTER, reveal=asked, agreed=True, now=now)
    assert Notice.objects.get(news="name_answered").person.username == "auditor1"


@pytest.mark.parametrize(("hours", "in_time"), [(71, True), (73, False)])
def test_an_agreement_holds_for_three_days(asked, actor, custodian, now, hours, in_time):
    custody.answer(custodian, asked, agreed=True, now=now)
    then = {"actor": actor("auditor1"), "reveal": asked, "now": now + timedelta(hours=hours)}

    if in_time:
        assert show_identity(**then).shown_at
    else:
        with pytest.raises(NotAgreed):
            show_identity(**then)


def test_a_designation_that_was_taken_back_meanwhile_shows_nothing(asked, actor, custodian, now):
    custody.answer(custodian, asked, agreed=True, now=now)
    end_designation(actor=actor("auditor2"), designation=Designation.objects.get(), now=now)

    with pytest.raises(NotDesignated):
        custody.learn(actor("auditor1"), asked, now=now)


def test_somebody_who_stepped_aside_meanwhile_is_shown_nothing(asked, actor, custodian, now):
    custody.answer(custodian, asked, agreed=True, now=now)
    recuse(actor=actor("auditor1"), case=asked.record.case, reason="A friend.", now=now)

    with pytest.raises(PermissionDenied):
        custody.learn(actor("auditor1"), asked, now=now)


def test_an_agreement_does_not_pass_a_wall(asked, actor, custodian, now):
    recuse(actor=actor("auditor1"), case=asked.record.case, reason="A friend.", now=now)

    with pytest.raises(NotAgreed):
        custody.answer(custodian, asked, agreed=True, now=now)


@pytest.mark.parametrize("days", [{"first": -1}, {"first": 10, "last": 9}, {"last": 2000}])
def test_a_designation_is_written_down_beforehand_and_ends(designated, now, days):
    first, last = (now.date() + timedelta(days=days.get(key, usual)) for key, usual in (("first", 0), ("last", 100)))
    with pytest.raises(DaysOfADesignation):
        designated("auditor1", first_on=first, last_on=last)


def test_a_designation_of_a_later_day_lets_nobody_ask_today(designated, filed, actor, now):
    designated("auditor1", first_on=now.date() + timedelta(days=1))

    with pytest.raises(NotDesignated):
        custody.ask(actor("auditor1"), filed("officer1").record, now=now, **WHY)


def test_nobody_designates_oneself_and_only_statutory_auditors_designate(designated):
    with pytest.raises(NotOneself):
        designated("auditor1", by="auditor1")
    for name in ("ceo", "director1", "controls", "employee1"):
        with pytest.raises(PermissionDenied):
            designated("auditor1", by=name)


@pytest.mark.norm("N036")
def test_the_ceo_is_shown_no_name_unless_designated(filed, actor, now):
    """A48: not by office."""
    with pytest.raises(NotDesignated):
        custody.ask(actor("ceo"), filed("employee2").record, now=now, **WHY)


def test_whoever_cannot_read_the_matter_cannot_ask_and_is_seen_to_try(designated, filed, actor, now):
    designated("director1")
    with pytest.raises(PermissionDenied):
        custody.ask(actor("director1"), filed("officer1").record, now=now, **WHY)

    assert probes_of("director1") == ["reveal"]


def test_an_anonymous_report_has_no_name_and_one_request_is_made_at_a_time(asked, filed, actor, now):
    from cases.services import About, Report, file_report  # noqa: PLC0415
    from conduct.rules.vocabulary import PersonClass  # noqa: PLC0415

    about = (About(person_class=PersonClass.OFFICER),)
    nameless = file_report(actor=REPORTER, report=Report(channel=Channel.ANONYMOUS, about=about, told={}), now=now)
    with pytest.raises(NoNameHere):
        custody.ask(actor("auditor1"), nameless.record, now=now, **WHY)
    with pytest.raises(AskedBefore):
        custody.ask(actor("auditor1"), asked.record, now=now, **WHY)
    assert probes_of("auditor1") == []


@pytest.mark.parametrize("permission", Permission)
def test_no_office_opens_a_name(filed, actor, now, permission, staff):
    record = filed("officer1").record
    sealed = vault.lying(record, Sealed.IDENTITY)[0]

    assert sealed.kind == "identity"
    for name in staff.POSTS:
        assert not can(actor(name), Permission.READ_IDENTITY, record)


@pytest.mark.parametrize(
    "wrong",
    [
        {"shown_at": "now"},
        {"agreed": True},
        {"agreed": True, "answered_at": "now"},
        {"agreed": True, "answered_at": "now", "answered_by": "asker"},
    ],
)
def test_the_database_refuses_a_name_that_nobody_else_agreed_to(asked, now, wrong):
    put = {key: {"now": now, "asker": asked.asked_by}.get(value, value) for key, value in wrong.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Reveal.objects.filter(pk=asked.pk).update(**put)


@pytest.mark.norm("N036")
def test_repeated_wrong_numbers_give_one_entry_a_day(actor, staff, now):
    for _ in range(4):
        note_wrong_number(actor=REPORTER, now=now)
    assert list(queries.probes(actor("auditor1"))) == []
    for _ in range(3):
        note_wrong_number(actor=REPORTER, now=now)

    (probe,) = queries.probes(actor("auditor1"))
    assert (probe.how, probe.times, probe.person) == (Seeking.WRONG_NUMBERS, 7, None)
    assert AuditEvent.objects.filter(event="identity:sought").count() == 1


@pytest.mark.parametrize(("typed", "entries"), [("Employee1", ["name_search"]), ("7KQM2XRD", []), (" ", [])])
def test_a_search_by_name_gives_one_entry(actor, staff, now, typed, entries):
    custody.note_search(actor("ceo"), typed, now=now)

    assert probes_of("ceo") == entries
    assert len(queries.probes(actor("auditor1"))) == len(entries)


def test_only_statutory_auditors_see_attempts_and_whoever_is_walled_off_sees_none_of_that_record(filed, actor, now):
    record = filed("auditor2").record
    with pytest.raises(PermissionDenied):
        custody.ask(actor("ceo"), record, now=now, **WHY)

    assert len(queries.probes(actor("auditor1"))) == 1
    for name in ("auditor2", "ceo", "director1", "controls", "employee1"):
        assert list(queries.probes(actor(name))) == []
