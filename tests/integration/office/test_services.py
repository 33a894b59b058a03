"""A delegation is asked for by the CEO, authorised by the Board through two people, and ends at once (I ¶5)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from conduct.notices.models import Notice
from conduct.office.services import (
    authorise_delegation,
    draft_delegation,
    lapse_delegation,
    record_resolution,
    revoke_delegation,
)
from conduct.office.services._delegation import NotTheirs, TooLate
from conduct.office.services.authorise_delegation import TwoPeople
from conduct.office.services.draft_delegation import OneAtATime
from conduct.office.services.record_resolution import DaysOfAResolution, NumberTaken
from conduct.people.actor import SYSTEM
from conduct.people.delegations import delegate_on, delegation_on, mandate_on
from conduct.people.models import Delegation, Person, Resolution
from conduct.people.vocabulary import FunctionName
from conduct.provisions.models import ReadingChange
from conduct.rules.delegation import DaysDoNotFit, NothingDelegated, NotTheOffice, NoWaivers
from conduct.rules.vocabulary import Power
from tests.integration.office.arrange import seated
from tests.integration.office.conftest import LAST, NUMBER, TODAY

TOMORROW = TODAY + timedelta(days=1)
EVERYBODY = [
    "ceo", "director1", "director2", "auditor1", "auditor2", "officer1", "controls", "employee1", "manager1",
    "secretary1", "custodian1", "assurance1", "admin1", "designee1",
]  # fmt: skip


def told(news):
    return sorted(Notice.objects.filter(news=news).values_list("person__username", flat=True))


@pytest.mark.norm("N012", "N013")
def test_step_by_step_and_in_force_only_at_the_end(staff, draft, record, authorise):
    delegation = draft(Power.TRIAGE, Power.INVESTIGATE)
    assert delegate_on(TODAY) is None
    record(delegation)
    assert delegate_on(TODAY) is None

    authorise(delegation)

    assert delegate_on(TODAY) == staff.person("controls")
    mandate = mandate_on(TODAY)
    assert (mandate.resolution, mandate.powers) == (NUMBER, {Power.TRIAGE, Power.INVESTIGATE})
    assert (mandate.last_on, delegate_on(LAST + timedelta(days=1))) == (LAST, None)


def test_each_step_is_told_to_board_auditors_and_delegate_and_stands_on_the_ledger(staff, draft, record, authorise,
                                                                                     on, now, lines):  # fmt: skip
    everybody = ["auditor1", "auditor2", "auditor3", "ceo", "controls", "director1", "director2", "secretary1"]
    delegation = draft(Power.TRIAGE)
    record(delegation)
    authorise(delegation)
    revoke_delegation(actor=on("ceo"), delegation=delegation, now=now)

    for news, by in (("asked", "ceo"), ("recorded", "secretary1"), ("authorised", "director1"), ("revoked", "ceo")):
        assert told(f"delegation_{news}") == [name for name in everybody if name != by]
    (line,) = lines("delegation:drafted")
    assert line.facts == {
        "of": delegation.pk, "first_on": "2026-11-25", "last_on": "2027-03-31", "triage": True, "investigate": False,
        "employee_waivers": False, "interpretation": False,
    }  # fmt: skip
    assert [len(lines(f"delegation:{what}")) for what in ("resolution_recorded", "authorised", "revoked")] == [1, 1, 1]
    assert not Notice.objects.filter(person__username__in=["officer1", "employee1"]).exists()


@pytest.mark.norm("N012")
def test_nobody_but_the_ceo_drafts(draft):
    for by in set(EVERYBODY) - {"ceo"}:
        with pytest.raises(PermissionDenied):
            draft(by=by)
    assert not Delegation.objects.exists()


@pytest.mark.norm("N012")
def test_only_to_the_office_in_charge_of_internal_controls(draft):
    for to in set(EVERYBODY) - {"controls"}:
        with pytest.raises(NotTheOffice):
            draft(to=to)


def test_not_to_somebody_who_cannot_sign_in_or_has_left_by_then(staff, draft):
    Person.objects.filter(username="controls").update(is_active=False)
    with pytest.raises(NotTheOffice):
        draft()


def test_the_draft_is_refused_with_a_reason(staff, draft, on, now):
    with pytest.raises(DaysDoNotFit):
        draft(first_on=TODAY - timedelta(days=1))
    with pytest.raises(NothingDelegated):
        draft_delegation(
            actor=on("ceo"), delegate=staff.person("controls"), powers=[], first_on=TODAY, last_on=LAST, now=now
        )
    draft()
    with pytest.raises(OneAtATime):
        draft(first_on=LAST, last_on=LAST + timedelta(days=9))
    assert draft(first_on=LAST + timedelta(days=1), last_on=LAST + timedelta(days=9)).pk


def test_by_the_companys_reading_waivers_are_not_delegated(draft):
    ReadingChange.objects.create(key="delegation_defaults", value={"may_include_waiver": False}, since=date(2026, 1, 1))

    with pytest.raises(NoWaivers):
        draft(Power.EMPLOYEE_WAIVERS)
    assert draft(Power.TRIAGE).pk


@pytest.mark.norm("N013")
def test_only_the_secretary_writes_the_resolution_down(draft, record):
    delegation = draft()
    for by in set(EVERYBODY) - {"secretary1"}:
        with pytest.raises(PermissionDenied):
            record(delegation, by=by)
    assert not Resolution.objects.exists()


@pytest.mark.norm("N013")
def test_only_a_director_confirms_it(draft, record, authorise):
    delegation = record(draft())
    for by in set(EVERYBODY) - {"director1", "director2", "ceo"}:
        with pytest.raises(PermissionDenied):
            authorise(delegation, by=by)
    assert delegate_on(TODAY) is None


@pytest.mark.norm("N013")
def test_the_ceo_is_a_director_and_confirms_nothing(draft, record, authorise):
    delegation = record(draft())

    with pytest.raises(NotTheirs):
        authorise(delegation, by="ceo")


@pytest.mark.norm("N013")
def test_a_delegate_who_is_a_director_or_keeps_the_minutes_takes_no_part(staff, draft, record, authorise):
    staff.function("controls", FunctionName.SECRETARY)
    seated(staff, "controls")
    delegation = draft()

    with pytest.raises(NotTheirs):
        record(delegation, by="controls")
    record(delegation)
    with pytest.raises(NotTheirs):
        authorise(delegation, by="controls")


def test_who_writes_it_down_does_not_confirm_it(staff, draft, record, authorise):
    staff.function("director2", FunctionName.SECRETARY)
    delegation = record(draft(), by="director2")

    with pytest.raises(TwoPeople):
        authorise(delegation, by="director2")
    assert authorise(delegation).resolution.confirmed_by.username == "director1"


def test_what_is_written_down_is_corrected_until_it_is_confirmed(draft, record, authorise):
    delegation = record(draft(), number="B-26-70")
    record(delegation, number=NUMBER)

    with pytest.raises(TooLate):
        authorise(delegation, number="B-26-70")
    authorise(delegation, number=NUMBER)
    with pytest.raises(TooLate):
        record(delegation, number="B-26-99")
    with pytest.raises(TooLate):
        authorise(delegation)


@pytest.mark.parametrize("days", [
    {"resolved_on": TOMORROW},
    {"ends_on": TODAY - timedelta(days=1), "resolved_on": TODAY - timedelta(days=9)},
])  # fmt: skip
def test_a_resolution_that_cannot_be_is_refused(draft, record, days):
    with pytest.raises(DaysOfAResolution):
        record(draft(), **days)


def test_one_resolution_authorises_one_delegation(draft, record, on, now):
    first = record(draft())
    revoke_delegation(actor=on("ceo"), delegation=first, now=now)

    with pytest.raises(NumberTaken):
        record(draft())


@pytest.mark.parametrize(("by", "why"), [("ceo", "revoked_by_ceo"), ("director2", "revoked_by_board")])
def test_the_ceo_and_the_board_take_it_back_at_once(in_force, on, now, by, why):
    delegation = in_force()

    ended = revoke_delegation(actor=on(by), delegation=delegation, now=now)

    assert (ended.ended_why, ended.ended_by.username, ended.ended_on) == (why, by, TODAY)
    assert delegate_on(TODAY) is None and delegate_on(TOMORROW) is None
    with pytest.raises(TooLate):
        revoke_delegation(actor=on(by), delegation=delegation, now=now)


def test_nobody_else_takes_it_back(in_force, on, now):
    delegation = in_force()
    for by in set(EVERYBODY) - {"ceo", "director1", "director2"}:
        with pytest.raises(PermissionDenied):
            revoke_delegation(actor=on(by), delegation=delegation, now=now)
    assert delegate_on(TODAY)


def test_after_it_is_taken_back_another_can_follow_on_the_same_day(draft, in_force, record, authorise, on, now):
    revoke_delegation(actor=on("ceo"), delegation=in_force(), now=now)
    second = draft(Power.TRIAGE)

    record(second, number="B-26-08")
    authorise(second, number="B-26-08")

    assert delegation_on(TODAY) == second


def test_what_runs_is_not_declared_lapsed(in_force, now):
    with pytest.raises(TooLate):
        lapse_delegation(actor=SYSTEM, delegation=in_force(), now=now)


def test_nobody_but_the_system_writes_a_lapse_down(in_force, on, now):
    delegation = in_force()
    for by in EVERYBODY:
        with pytest.raises(PermissionDenied):
            lapse_delegation(actor=on(by), delegation=delegation, now=now)


def test_somebody_who_left_does_nothing(staff, on, now):
    ceo = on("ceo")
    ceo.person.is_active = False

    for service, words in (
        (draft_delegation, {"delegate": staff.person("controls"), "powers": [Power.TRIAGE], "first_on": TODAY,
                            "last_on": LAST}),
        (record_resolution, {"delegation": None, "number": NUMBER, "resolved_on": TODAY}),
        (authorise_delegation, {"delegation": None, "number": NUMBER}),
        (revoke_delegation, {"delegation": None}),
    ):  # fmt: skip
        with pytest.raises(PermissionDenied):
            service(actor=ceo, now=now, **words)
