"""What a delegate sees and does for the CEO: what is listed, at the CEO's desk, behind every wall, under a stamp."""

from datetime import timedelta
from itertools import chain, combinations, product

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from cases.models import Case
from cases.queries import open_case, visible_cases
from cases.services import (
    add_note,
    answer_keeping,
    close_case,
    find_material,
    make_question,
    open_investigation,
    propose_keeping,
    reopen_case,
    take_case,
)
from cases.services._desk import chief_on, desk_of
from conduct.access import wall
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.access.policy import ALLOWING, decide_for_the_ceo
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.handoffs.queries import handed_on_by
from conduct.handoffs.services import hand_on, receive, recuse, return_record
from conduct.notices.models import Notice
from conduct.office.services import draft_delegation, revoke_delegation
from conduct.people.actor import Actor
from conduct.people.delegations import mandate_on
from conduct.people.models import Delegation, Person
from conduct.provisions.models import CodeVersion
from conduct.records.models import Record
from conduct.rules.delegation import OutsideTheDelegation
from conduct.rules.vocabulary import Authority, Body, Channel, DeadlineKind, Kind, PersonClass, Power
from conduct.rulings.services import Question, explain, latest
from conduct.vault import vault
from conduct.vault.kinds import Sealed
from tests.integration.office.arrange import shut_off
from tests.integration.office.conftest import LAST, TODAY

SOME_POWERS = [frozenset(some) for some in chain.from_iterable(combinations(Power, n) for n in range(1, 5))]
WHY = {"reason": "Because."}


def record_at(body, kind, now):
    version = CodeVersion.objects.get()
    return Record.objects.create(kind=kind.value, body=body.value, code_version=version, opened_at=now)


def shut_out(record, person, now):
    place = vault.reserve()
    wall.raise_wall(record, [person], reason=place, now=now)
    vault.seal(record, Sealed.WALL_REASON, "relative", place=place, now=now)


def read_by_the_ceo(case):
    return [line for line in ledger.timeline(case.record, [Domain.CEO]) if line.actor]


@pytest.mark.norm("N012")
@pytest.mark.parametrize("walled", ["", "controls", "ceo"])
def test_list_and_policy_agree_for_every_set_of_powers(staff, in_force, now, walled):
    """scope (SQL) against decide_for_the_ceo (pure): body, kind, powers, permission, a wall before one of the two."""
    in_force()
    mandate, person = mandate_on(TODAY), staff.person("controls")
    for body, kind in product(Body, Kind):
        record = record_at(body, kind, now)
        if walled:
            shut_out(record, staff.person(walled), now)
        for powers, permission in product(SOME_POWERS, Permission):
            actor = Actor(person, mandate=type(mandate)(**{**as_dict(mandate), "powers": powers}))
            facts = {"powers": powers, "body": body, "kind": kind, "walled": bool(walled)}
            allowed = decide_for_the_ceo(permission, **facts) in ALLOWING
            assert can(actor, permission, record) == allowed, (permission, facts)


def as_dict(mandate):
    return {name: getattr(mandate, name) for name in mandate.__slots__}


ACTS = {
    "read": (lambda actor, case, now: open_case(actor, case.record.reference, now=now), set(Power)),
    "take": (lambda actor, case, now: take_case(actor=actor, case=case, now=now), set(Power)),
    "note": (lambda actor, case, now: add_note(actor=actor, case=case, text="x", now=now), set(Power)),
    "hand_on": (
        lambda actor, case, now: hand_on(
            actor=actor, case=case, body=Body.BOARD, paragraph="III ¶1", reason="x", now=now
        ),
        set(Power),
    ),
    "find_material": (lambda actor, case, now: find_material(actor=actor, case=case, now=now, **WHY), set(Power)),
    "propose_keeping": (
        lambda actor, case, now: propose_keeping(actor=actor, case=case, now=now, **WHY), {Power.TRIAGE},
    ),
    "make_question": (lambda actor, case, now: make_question(actor=actor, case=case, now=now, **WHY), {Power.TRIAGE}),
    "investigate": (lambda actor, case, now: open_investigation(actor=actor, case=case, now=now), {Power.INVESTIGATE}),
    "close": (lambda actor, case, now: close_case(actor=actor, case=case, now=now, **WHY), {Power.INVESTIGATE}),
    "answer": (lambda actor, case, now: close_case(actor=actor, case=case, now=now, **WHY), {Power.INTERPRETATION}),
    "reopen": (lambda actor, case, now: reopen_case(actor=actor, case=case, now=now, **WHY), {Power.TRIAGE}),
}  # fmt: skip


@pytest.fixture
def matter(filed, actor, now):
    """matter("close"): one to which the CEO could do that."""

    def make(act):
        case = filed("employee2", kind=Kind.QUESTION) if act == "answer" else filed("employee2")
        if act in {"read", "take"}:
            return case
        case = take_case(actor=actor("ceo"), case=case, now=now)
        if act in {"investigate", "close", "reopen", "answer"}:
            case = propose_keeping(actor=actor("ceo"), case=case, now=now, **WHY)
            second = case.keepings.waiting().get().second_person.username
            case = answer_keeping(actor=actor(second), case=case, confirmed=True, now=now, **WHY)
        return close_case(actor=actor("ceo"), case=case, now=now, **WHY) if act == "reopen" else case

    return make


@pytest.mark.norm("N012")
@pytest.mark.parametrize("act", list(ACTS))
def test_each_act_within_its_power_is_done_with_the_stamp_and_outside_it_is_refused(staff, in_force, matter, now, act):
    delegation = in_force()
    doing, enough = ACTS[act]
    mandate, person = mandate_on(TODAY), staff.person("controls")
    kind = Kind.QUESTION if act == "answer" else Kind.REPORT
    for power in Power:
        case = matter(act)
        before = Case.objects.get(pk=case.pk).state
        some = type(mandate)(**as_dict(mandate) | {"powers": frozenset({power})})
        actor = Actor(person, mandate=some)
        sees = (
            decide_for_the_ceo(Permission.RECORD_WORK, powers=some.powers, body=Body.CEO, kind=kind, walled=False)
            in ALLOWING
        )
        if power in enough and sees:
            doing(actor, case, now)
            assert stamped(case) and {line.facts["delegation"] for line in stamped(case)} == {delegation.pk}
            continue
        with pytest.raises(OutsideTheDelegation if sees else (PermissionDenied, Http404)):
            doing(actor, case, now)
        assert Case.objects.get(pk=case.pk).state == before and not stamped(case)


def stamped(case):
    return [line for line in read_by_the_ceo(case) if "delegation" in line.facts]


def test_every_line_of_the_ceos_log_by_the_delegate_is_stamped(filed, delegate, now):
    case = filed("employee2")
    actor = delegate()
    open_case(actor, case.record.reference, now=now)
    vault.open(actor, case.told, now=now)
    case = take_case(actor=actor, case=case, now=now)
    find_material(actor=actor, case=case, reason="Large.", now=now)

    own = [line for line in read_by_the_ceo(case) if line.actor == actor.person]
    lines = [line for line in own if line.event != "deadline:met"]  # follows from an act, which has a line of its own
    assert {line.event for line in lines} >= {
        "record:viewed",
        "text:opened",
        "record:taken",
        "materiality:found_material",
    }
    assert {line.facts.get("delegation") for line in lines} == {actor.mandate.delegation}
    assert list(ledger.lines_under(actor.mandate.delegation).values_list("pk", flat=True)) == [
        line.pk for line in lines
    ]


@pytest.mark.norm("N013")
def test_without_the_board_nothing_is_to_be_seen_or_done(staff, filed, draft, record, on, now):
    case = filed("employee2")
    record(draft())
    actor = on("controls")

    assert not visible_cases(actor).exists()
    for act, (doing, _) in ACTS.items():
        if act != "read":
            with pytest.raises(PermissionDenied):
                doing(actor, case, now)


def test_after_it_is_taken_back_nothing_is_to_be_seen_or_done(filed, delegate, on, now):
    case = filed("employee2")
    actor = delegate()
    take_case(actor=actor, case=case, now=now)
    revoke_delegation(actor=on("director1"), delegation=Delegation.objects.get(), now=now)

    assert not visible_cases(on("controls")).exists()
    with pytest.raises(PermissionDenied):
        add_note(actor=on("controls"), case=case, text="x", now=now)


@pytest.mark.norm("N012")
def test_a_delegate_gives_nothing_on(staff, delegate, now):
    with pytest.raises(PermissionDenied):
        draft_delegation(
            actor=delegate(), delegate=staff.person("controls"), powers=[Power.TRIAGE], first_on=TODAY, last_on=LAST,
            now=now,
        )  # fmt: skip


@pytest.mark.parametrize("about", ["controls", "ceo", PersonClass.CEO, PersonClass.DELEGATE])
@pytest.mark.parametrize("channel", [Channel.CEO, Channel.BOSA_NAMED])
def test_what_is_about_the_delegate_or_the_ceo_is_the_auditors_and_unseen(filed, delegate, about, channel):
    """While it is in force the delegate's own case is routed as a delegate's (R8); both are shut out of their own."""
    actor = delegate()
    case = filed(about, channel=channel)

    assert case.record.body == Body.BOSA
    assert not visible_cases(actor).exists()
    assert not Notice.objects.filter(record=case.record, person=actor.person).exists()


def test_the_kept_ruling_speaks_of_the_delegate(filed, delegate, on, now):
    delegate()
    case = filed("controls")

    told = explain(on("auditor1"), latest(case.record, Question.ROUTING), now=now)
    assert "R8" in [step.rule for step in told.steps]


def test_what_the_ceo_may_not_see_the_delegate_may_not_either(staff, filed, delegate, now):
    """Whatever brought it to the CEO's desk: a wall before the CEO stands before whoever acts for him."""
    case = filed("employee2")
    actor = delegate()
    shut_out(case.record, staff.person("ceo"), now)

    assert not can(actor, Permission.RECORD_VIEW, case.record)


def test_what_the_ceo_steps_aside_from_goes_to_the_board_and_not_to_the_delegate(filed, delegate, actor, now):
    case = filed("employee2")
    acting = delegate()

    recuse(actor=actor("ceo"), case=case, reason="", now=now)

    case.record.refresh_from_db()
    assert case.record.body == Body.BOARD and not can(acting, Permission.RECORD_VIEW, case.record)


def test_when_the_delegate_steps_aside_the_ceo_keeps_it_and_the_line_is_the_delegates_own(filed, delegate, actor, now):
    case = filed("employee2")
    acting = delegate()

    recuse(actor=acting, case=case, reason="", now=now)

    case.record.refresh_from_db()
    assert case.record.body == Body.CEO and not can(acting, Permission.RECORD_VIEW, case.record)
    assert can(actor("ceo"), Permission.RECORD_WORK, case.record)
    (line,) = [line for line in read_by_the_ceo(case) if line.event == "person:recused"]
    assert "delegation" not in line.facts


def test_what_was_handed_on_before_it_began_is_not_shown(filed, actor, in_force, on, now):
    way = {"body": Body.BOARD, "paragraph": "III ¶1", "reason": "x"}
    before = hand_on(actor=actor("ceo"), case=filed("employee2"), now=now, **way)
    in_force(at=now + timedelta(hours=1))
    acting = on("controls")
    after = hand_on(actor=actor("ceo"), case=filed("employee2"), now=now + timedelta(hours=2), **way)

    assert [each.record for each in handed_on_by(Body.CEO, acting)] == [after.record]
    assert {each.record for each in handed_on_by(Body.CEO, actor("ceo"))} == {before.record, after.record}
    assert not can(acting, Permission.RECORD_VIEW, before.record)


def test_what_was_handed_on_shows_only_the_kinds_that_the_powers_reach_and_no_wall_hides(staff, filed, actor, delegate,
                                                                                         now):  # fmt: skip
    way = {"body": Body.BOARD, "paragraph": "III ¶1", "reason": "x"}
    acting = delegate(Power.INTERPRETATION)
    hand_on(actor=actor("ceo"), case=filed("employee2"), now=now, **way)
    walled = hand_on(actor=actor("ceo"), case=filed("employee2", kind=Kind.QUESTION), now=now, **way)
    shown = hand_on(actor=actor("ceo"), case=filed("employee2", kind=Kind.QUESTION), now=now, **way)
    shut_out(walled.record, staff.person("ceo"), now)

    assert [each.record for each in handed_on_by(Body.CEO, acting)] == [shown.record]


def people_told(case, news):
    return set(Notice.objects.filter(record=case.record, news=news).values_list("person__username", flat=True))


@pytest.mark.norm("N027")
def test_the_duty_to_hand_on_stays_with_both(filed, delegate, now):
    acting = delegate(Power.TRIAGE)
    case = take_case(actor=acting, case=filed("employee2"), now=now)
    assert people_told(case, "record_arrived") == {"ceo", "controls"}
    find_material(actor=acting, case=case, reason="Large.", now=now)

    for deadline in Deadline.objects.filter(record=case.record, kind=DeadlineKind.HAND_ON.value).order_by("due_at"):
        pass_deadline(deadline.pk, now=deadline.due_at)

    assert people_told(case, "time_half_gone") == people_told(case, "time_passed") == {"ceo", "controls"}


def test_other_duties_are_those_of_whoever_took_it(filed, delegate, now):
    acting = delegate(Power.TRIAGE)
    case = take_case(actor=acting, case=filed("employee2"), now=now)

    for deadline in Deadline.objects.filter(record=case.record, kind="triage", step="reminder"):
        pass_deadline(deadline.pk, now=deadline.due_at)

    assert people_told(case, "time_half_gone") == {"controls"}


def test_a_delegate_without_the_power_for_it_hears_of_nothing(filed, delegate):
    delegate(Power.EMPLOYEE_WAIVERS)

    assert people_told(filed("employee2"), "record_arrived") == {"ceo"}


def test_what_comes_back_reaches_both(filed, actor, delegate, now):
    acting = delegate(Power.TRIAGE)
    way = {"body": Body.BOARD, "paragraph": "III ¶1", "reason": "x"}
    case = hand_on(actor=acting, case=filed("employee2"), now=now, **way)

    return_record(actor=actor("director1"), case=case, now=now, **WHY)

    assert people_told(case, "record_returned") == {"ceo", "controls"}


def test_what_somebody_handed_on_who_no_longer_may_is_told_to_the_ceo(filed, actor, delegate, on, now):
    way = {"body": Body.BOARD, "paragraph": "III ¶1", "reason": "x"}
    case = hand_on(actor=delegate(Power.TRIAGE), case=filed("employee2"), now=now, **way)
    revoke_delegation(actor=on("ceo"), delegation=Delegation.objects.get(), now=now)

    receive(actor=actor("director1"), case=case, now=now)

    assert people_told(case, "record_received") == {"ceo"}


def test_whoever_proposes_for_the_ceo_is_not_asked_as_second_person(filed, delegate, now):
    acting = delegate(Power.TRIAGE)
    case = take_case(actor=acting, case=filed("employee2"), now=now)

    propose_keeping(actor=acting, case=case, reason="Small.", now=now)

    assert case.keepings.waiting().get().second_person.username == "auditor1"


def test_an_answer_as_second_person_is_the_delegates_own(filed, actor, delegate, now):
    acting = delegate(Power.TRIAGE)
    case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
    propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)

    answer_keeping(actor=acting, case=case, confirmed=True, reason="Yes.", now=now)

    (line,) = [line for line in read_by_the_ceo(case) if line.event == "keeping:confirmed"]
    assert line.actor == acting.person and "delegation" not in line.facts


@pytest.mark.parametrize(("powers", "absent", "concerned", "desk"), [
    ((), False, [], Body.CEO),
    ((Power.TRIAGE,), True, [], Body.CEO),
    ((Power.TRIAGE,), True, ["controls"], Body.BOARD),
    ((Power.TRIAGE,), True, ["ceo"], Body.BOARD),
    ((Power.TRIAGE,), False, ["ceo"], Body.BOARD),
    ((Power.INVESTIGATE,), True, [], Body.BOARD),
    ((), True, [], Body.BOARD),
])  # fmt: skip
def test_where_the_ceo_is_absent_the_delegate_acts_and_otherwise_the_board(staff, in_force, later, now, powers, absent,
                                                                           concerned, desk):  # fmt: skip
    if powers:
        in_force(*powers)
    if absent:
        shut_off(staff, "ceo", later)

    people = [Person.objects.get(username=name) for name in concerned]
    assert desk_of(Authority.CEO, people, now=now) is desk
    assert chief_on(TODAY, people).delegate_active is (Power.TRIAGE in powers)
