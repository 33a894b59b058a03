"""A delegation lapses by date and by fact, at once and for good; the sweep only writes it down (A16, N013)."""

from datetime import timedelta

import pytest

from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.notices.models import Notice
from conduct.office import tasks
from conduct.office.services import lapse_delegation
from conduct.people.actor import Actor
from conduct.people.dated import span
from conduct.people.delegations import delegate_on, first_gap, instrument_of
from conduct.people.models import Delegation
from conduct.people.queries import person_class
from conduct.people.vocabulary import Office
from conduct.rules.delegation import lapsed, state
from conduct.rules.vocabulary import DelegationState, Lapse, PersonClass, Role
from tests.integration.conftest import SINCE
from tests.integration.office.arrange import appointed, leaves, let_in_again, shut_off
from tests.integration.office.conftest import LAST, TODAY

SOON = TODAY + timedelta(days=10)


@pytest.fixture
def at(monkeypatch):
    """at(day): the clock stands at noon of that day."""

    def stand(day):
        noon = clock.start_of(day) + timedelta(hours=12)
        monkeypatch.setattr(clock, "now", lambda: noon)
        return noon

    return stand


def why(delegation, day):
    ending = lapsed(instrument_of(delegation, day), day)
    return ending and (ending.why, ending.on)


def ceo_changes(staff):
    leaves(staff, "ceo", Office.CEO, SOON - timedelta(days=1))
    appointed(staff, "director2", Office.CEO, SOON)


def ceo_leaves_the_post_vacant(staff):
    leaves(staff, "ceo", Office.CEO, SOON - timedelta(days=1))


def office_is_left(staff):
    leaves(staff, "controls", Office.INTERNAL_CONTROLS, SOON - timedelta(days=1))


CAUSES = [
    (ceo_changes, Lapse.CEO_CHANGED), (ceo_leaves_the_post_vacant, Lapse.CEO_CHANGED),
    (office_is_left, Lapse.OFFICE_LEFT),
]  # fmt: skip


@pytest.mark.norm("N013")
@pytest.mark.parametrize(("cause", "lapse"), CAUSES)
def test_it_ends_with_either_office_on_the_very_day(staff, in_force, filed, cause, lapse):
    delegation = in_force()
    record = filed("employee2").record

    cause(staff)

    before, after = (Actor.of(staff.person("controls"), day) for day in (SOON - timedelta(days=1), SOON))
    assert can(before, Permission.RECORD_VIEW, record) and Role.DELEGATE in before.roles
    assert not can(after, Permission.RECORD_VIEW, record) and Role.DELEGATE not in after.roles
    assert after.mandate is None
    assert why(delegation, SOON) == (lapse, SOON)


@pytest.mark.parametrize(("office", "name"), [(Office.CEO, "ceo"), (Office.INTERNAL_CONTROLS, "controls")])
def test_a_return_to_the_office_does_not_bring_it_back(staff, in_force, office, name):
    in_force()
    leaves(staff, name, office, SOON - timedelta(days=1))
    appointed(staff, name, office, SOON + timedelta(days=3))

    assert delegate_on(SOON - timedelta(days=1)) is not None
    assert [delegate_on(SOON + timedelta(days=n)) for n in (0, 3, 30)] == [None] * 3


@pytest.mark.parametrize(("office", "name"), [(Office.CEO, "ceo"), (Office.INTERNAL_CONTROLS, "controls")])
def test_a_term_that_follows_without_a_day_between_does_not_end_it(staff, in_force, office, name):
    in_force()
    leaves(staff, name, office, SOON - timedelta(days=1))
    appointed(staff, name, office, SOON)

    assert delegate_on(SOON) == staff.person("controls")


def test_a_delegate_who_cannot_sign_in_is_none_and_stays_none(staff, in_force, later):
    delegation = in_force()
    assert delegate_on(TODAY)
    shut_off(staff, "controls", later)
    assert delegate_on(TODAY) is None

    let_in_again(staff, "controls", later)

    assert delegate_on(TODAY) is None
    assert why(Delegation.objects.get(pk=delegation.pk), LAST) == (Lapse.DEACTIVATED, TODAY)


def test_it_ends_with_its_last_day_or_its_resolutions(in_force):
    delegation = in_force(ends_on=SOON)

    assert delegate_on(SOON) is not None and delegate_on(SOON + timedelta(days=1)) is None
    assert why(delegation, LAST)[0] is Lapse.RESOLUTION_ENDED


def test_a_draft_that_nobody_authorised_ends_with_its_last_day(draft, at):
    delegation = draft()
    at(LAST + timedelta(days=1))

    assert tasks.sweep() == 1
    delegation.refresh_from_db()
    assert (delegation.ended_why, delegation.ended_on) == ("last_day", LAST + timedelta(days=1))


@pytest.mark.norm("N013")
@pytest.mark.parametrize(("cause", "lapse"), CAUSES)
def test_the_sweep_writes_the_lapse_down_once_and_tells_the_board(staff, in_force, at, lines, cause, lapse):
    delegation = in_force()
    assert tasks.sweep() == 0
    cause(staff)
    at(SOON + timedelta(days=2))

    assert (tasks.sweep(), tasks.sweep()) == (1, 0)

    delegation.refresh_from_db()
    assert (delegation.ended_why, delegation.ended_on, delegation.ended_by) == (lapse.value, SOON, None)
    (line,) = lines("delegation:lapsed")
    assert line.facts == {"of": delegation.pk, "why": lapse.value, "since": SOON.isoformat()}
    assert (line.actor, line.acts_as) == (None, "system")
    told = set(Notice.objects.filter(news="delegation_lapsed").values_list("person__username", flat=True))
    assert {"director1", "director2", "auditor1", "auditor2", "auditor3", "controls", "secretary1"} <= told


def test_one_that_fails_does_not_stop_the_others(in_force, draft, at, monkeypatch):
    in_force(last_on=SOON)
    draft(first_on=SOON + timedelta(days=1), last_on=SOON + timedelta(days=2))
    at(SOON + timedelta(days=9))
    failed = []

    def fails_first(**words):
        if not failed:
            failed.append(words["delegation"])
            raise RuntimeError
        return lapse_delegation(**words)

    monkeypatch.setattr(tasks, "lapse_delegation", fails_first)

    assert tasks.sweep() == 1 and failed
    assert tasks.sweep() == 1


def test_what_lapsed_makes_room_for_the_next_though_no_sweep_has_come(staff, in_force, draft, later):
    first = in_force()
    shut_off(staff, "controls", later)
    let_in_again(staff, "controls", later)

    assert draft(at=later).pk != first.pk
    first.refresh_from_db()
    assert first.ended_why == Lapse.DEACTIVATED


def test_the_day_decides_when_it_begins(draft, record, authorise):
    delegation = authorise(record(draft(first_on=SOON)))

    assert state(instrument_of(delegation, TODAY), TODAY) is DelegationState.AUTHORISED
    assert delegate_on(SOON - timedelta(days=1)) is None and delegate_on(SOON) is not None


def test_what_became_known_later_changes_what_is_known_not_what_was(staff, in_force, now):
    appointed(staff, "officer1", Office.INTERNAL_CONTROLS, SINCE, known_from=now - timedelta(days=99))
    delegation = in_force(to="officer1")
    leaves(staff, "officer1", Office.INTERNAL_CONTROLS, TODAY, at=now + timedelta(days=20))
    then = now + timedelta(days=10)

    assert instrument_of(delegation, SOON, then).office_left_on is None
    assert instrument_of(delegation, SOON).office_left_on == TODAY + timedelta(days=1)


def test_somebody_was_deactivated_long_before_and_that_ends_nothing(staff, in_force, now):
    shut_off(staff, "controls", now - timedelta(days=90))
    let_in_again(staff, "controls", now - timedelta(days=80))
    staff.person("controls").refresh_from_db()

    in_force()

    assert delegate_on(TODAY) is not None


@pytest.mark.norm("N012")
def test_while_it_is_in_force_the_delegate_counts_as_one(staff, in_force):
    person = staff.person("controls")
    assert person_class(person, TODAY) is PersonClass.OFFICER

    in_force()

    classes = [person_class(person, day) for day in (TODAY - timedelta(days=1), TODAY, LAST, LAST + timedelta(days=1))]
    assert classes == [PersonClass.OFFICER, PersonClass.DELEGATE, PersonClass.DELEGATE, PersonClass.OFFICER]


def test_terms_are_read_in_order(staff):
    spans = [span(TODAY, SOON), span(SOON + timedelta(days=1), LAST)]
    assert first_gap(spans, TODAY) == LAST + timedelta(days=1)
    assert first_gap(spans, TODAY - timedelta(days=1)) == TODAY - timedelta(days=1)
    assert first_gap([], TODAY) == TODAY
    assert first_gap([span(TODAY - timedelta(days=9))], TODAY) is None
