"""Recusal by facts: whoever is tied to the people of a matter is out of it before the first line is shown (V ¶1)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from cases.models import Case
from cases.queries import visible_cases
from cases.services import take_case
from conduct.access import liftings
from conduct.access.models import Lifting, Wall
from conduct.access.wall import is_walled, people_behind
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import (
    answer_lifting,
    exclude_member,
    name_party,
    propose_lifting,
    recuse,
    reexamine_routing,
)
from conduct.handoffs.services.answer_lifting import NotProposed, SecondPersonNeeded
from conduct.handoffs.services.exclude_member import NotAColleague, NotPresiding
from conduct.handoffs.services.propose_lifting import NotShutOut, StillConcerned
from conduct.notices.models import Notice
from conduct.people.actor import SYSTEM
from conduct.people.dated import span
from conduct.people.models import Supervision
from conduct.people.models import Tie as TieRow
from conduct.rules.barring import BARS, Ground, Tie, counts_from
from conduct.rules.vocabulary import Body
from tests.integration.conftest import SINCE


@pytest.fixture
def tie(staff):
    """tie("auditor2", "officer1", Tie.RELATIVE): what the first is to the second."""

    def make(person, other, kind, first_on=SINCE, last_on=None):
        people = {"person": staff.person(person), "other": staff.person(other)}
        return TieRow.objects.create(kind=kind.value, valid=span(first_on, last_on), **people)

    return make


def holder(case):
    case.record.refresh_from_db()
    return Body(case.record.body)


def out_of(case):
    return {person.username for person in people_behind(case.record)}


@pytest.mark.norm("N050")
@pytest.mark.norm("N054")
@pytest.mark.parametrize("kind", Tie)
def test_whoever_is_tied_to_the_subject_is_out_before_the_first_line(filed, tie, actor, staff, kind):
    tie("auditor2", "officer1", kind)

    case = filed("officer1")

    assert out_of(case) == {"officer1", "auditor2"}
    assert not visible_cases(actor("auditor2")).exists()
    assert visible_cases(actor("auditor1")).get() == case
    assert not Notice.objects.filter(person=staff.person("auditor2")).exists()


@pytest.mark.parametrize(("kind", "both"), [(Tie.RELATIVE, True), (Tie.BUSINESS, True), (Tie.STAFF, False)])
def test_relatives_and_partners_are_tied_both_ways_and_staff_only_to_those_they_work_for(filed, tie, kind, both):
    tie("officer1", "auditor2", kind)

    assert ("auditor2" in out_of(filed("officer1"))) is both


@pytest.mark.norm("N059")
def test_the_supervisor_of_the_subject_takes_no_part(filed, staff):
    people = {"employee": staff.person("officer1"), "supervisor": staff.person("auditor3")}
    Supervision.objects.create(valid=span(SINCE), **people)

    assert "auditor3" in out_of(filed("officer1"))


def test_a_matter_about_somebody_whom_the_ceo_leads_goes_to_the_board(filed, tie, actor):
    tie("ceo", "employee2", Tie.RELATIVE)

    case = filed("employee2")

    assert holder(case) is Body.BOARD
    assert not visible_cases(actor("ceo")).exists()


def test_whoever_handles_nothing_is_not_walled_and_finds_the_own_report(filed, tie):
    tie("employee1", "officer1", Tie.STAFF)

    assert out_of(filed("officer1", by="employee1")) == {"officer1"}


def test_a_director_finds_the_own_report_about_a_partner(filed, tie):
    tie("director1", "officer1", Tie.BUSINESS)

    assert "director1" not in out_of(filed("officer1", by="director1"))


class TestTime:
    """What counts is the day of the conduct and everything since; partners in business stay out for a year more."""

    @pytest.mark.parametrize(
        ("kind", "ended_ago", "out"),
        [(Tie.RELATIVE, 1, False), (Tie.BUSINESS, 1, True), (Tie.BUSINESS, 364, True), (Tie.BUSINESS, 366, False)],
    )
    def test_a_tie_that_has_ended(self, filed, tie, now, kind, ended_ago, out):
        tie("auditor2", "officer1", kind, last_on=now.date() - timedelta(days=ended_ago))

        assert ("auditor2" in out_of(filed("officer1"))) is out

    def test_a_tie_of_the_day_of_the_conduct_counts_although_it_has_ended(self, filed, tie):
        tie("auditor2", "officer1", Tie.RELATIVE, last_on=date(2024, 6, 30))

        assert "auditor2" in out_of(filed("officer1", conduct_on=date(2024, 6, 1)))

    @pytest.mark.parametrize("ground", BARS)
    def test_no_ground_looks_forward(self, ground, now):
        day = now.date()

        assert counts_from(ground, conduct_on=day, today=day) <= day


class TestChanges:
    def test_naming_somebody_shuts_out_the_relatives_as_well(self, filed, tie, actor, entry, now):
        tie("director2", "officer1", Tie.RELATIVE)
        case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)

        name_party(actor=actor("ceo"), case=case, entry=entry("officer1"), reason="He ordered it.", now=now)

        assert out_of(case) == {"employee2", "officer1", "director2"}

    def test_a_tie_that_becomes_known_shuts_out_in_the_same_transaction(self, filed, tie, staff, actor, now):
        case = filed("officer1")
        assert visible_cases(actor("auditor2")).get() == case
        tie("auditor2", "officer1", Tie.RELATIVE)

        reexamine_routing(actor=SYSTEM, people=[staff.person("auditor2")], now=now)

        assert not visible_cases(actor("auditor2")).exists()

    def test_the_ceo_who_becomes_tied_loses_the_matter_to_the_board(self, filed, tie, staff, now):
        case = filed("employee2")
        tie("ceo", "employee2", Tie.BUSINESS)

        assert reexamine_routing(actor=SYSTEM, people=[staff.person("ceo")], now=now) == [case]
        assert holder(case) is Body.BOARD


class TestThePresidingMember:
    def test_shuts_a_colleague_out_at_once(self, filed, actor, staff, now):
        case = filed("officer1")

        exclude_member(actor=actor("auditor1"), case=case, person=staff.person("auditor2"), reason="Friends.", now=now)

        assert not visible_cases(actor("auditor2")).exists()
        assert AuditEvent.objects.filter(record=case.record, event="person:excluded").count() == 1

    def test_nobody_else_does(self, filed, actor, staff, now):
        with pytest.raises(NotPresiding):
            exclude_member(
                actor=actor("auditor3"), case=filed("officer1"), person=staff.person("auditor2"), reason="x", now=now
            )

    @pytest.mark.parametrize("who", ["auditor1", "director1", "employee1"])
    def test_not_oneself_and_not_somebody_who_does_not_sit_there(self, filed, actor, staff, now, who):
        with pytest.raises(NotAColleague):
            exclude_member(
                actor=actor("auditor1"), case=filed("officer1"), person=staff.person(who), reason="x", now=now
            )


class TestTakingAWallAway:
    @pytest.fixture
    def aside(self, filed, actor, now):
        """A matter from which auditor3 stepped aside."""
        return recuse(actor=actor("auditor3"), case=filed("officer1"), reason="I know him.", now=now)

    def test_two_auditors_let_somebody_take_part_again(self, aside, actor, staff, now):
        person = staff.person("auditor3")
        propose_lifting(actor=actor("auditor1"), case=aside, person=person, reason="A mix-up.", now=now)
        assert is_walled(person, aside.record)

        answer_lifting(actor=actor("auditor2"), case=aside, person=person, confirmed=True, now=now)

        assert visible_cases(actor("auditor3")).get() == aside
        said = list(AuditEvent.objects.filter(event__startswith="wall:lift").values_list("event", "domain"))
        assert said == [("wall:lifting_proposed", "bosa"), ("wall:lifted", "bosa")]

    def test_a_no_leaves_it_standing(self, aside, actor, staff, now):
        person = staff.person("auditor3")
        propose_lifting(actor=actor("auditor1"), case=aside, person=person, reason="A mix-up.", now=now)

        answer_lifting(actor=actor("auditor2"), case=aside, person=person, confirmed=False, now=now)

        assert is_walled(person, aside.record)

    def test_nobody_confirms_the_own_proposal(self, aside, actor, staff, now):
        person = staff.person("auditor3")
        propose_lifting(actor=actor("auditor1"), case=aside, person=person, reason="x", now=now)

        with pytest.raises(SecondPersonNeeded):
            answer_lifting(actor=actor("auditor1"), case=aside, person=person, confirmed=True, now=now)

    def test_nobody_behind_the_wall_has_a_say(self, aside, actor, staff, now):
        with pytest.raises(PermissionDenied):
            propose_lifting(actor=actor("auditor3"), case=aside, person=staff.person("auditor3"), reason="x", now=now)

    def test_whom_the_matter_is_about_stays_out(self, aside, actor, staff, now):
        with pytest.raises(StillConcerned):
            propose_lifting(actor=actor("auditor1"), case=aside, person=staff.person("officer1"), reason="x", now=now)

    def test_whoever_is_not_out_cannot_be_let_back_nor_twice_be_proposed(self, aside, actor, staff, now):
        with pytest.raises(NotShutOut):
            propose_lifting(actor=actor("auditor1"), case=aside, person=staff.person("ceo"), reason="x", now=now)
        with pytest.raises(NotProposed):
            answer_lifting(
                actor=actor("auditor1"), case=aside, person=staff.person("auditor3"), confirmed=True, now=now
            )

    def test_a_tie_alone_shuts_nobody_out_again(self, filed, tie, actor, staff, now):
        tie("auditor3", "officer1", Tie.RELATIVE)
        case, person = filed("officer1"), staff.person("auditor3")
        propose_lifting(actor=actor("auditor1"), case=case, person=person, reason="By marriage, long ago.", now=now)
        answer_lifting(actor=actor("auditor2"), case=case, person=person, confirmed=True, now=now)

        reexamine_routing(actor=SYSTEM, people=[person], now=now)

        assert not is_walled(person, case.record)

    def test_the_database_lets_no_wall_fall_without_the_two(self, aside, staff):
        with pytest.raises(IntegrityError, match="two statutory auditors"), transaction.atomic():
            Wall.objects.filter(record=aside.record, person=staff.person("auditor3")).delete()

    @pytest.mark.parametrize("answered_by", ["auditor1", "auditor3"])
    def test_nor_lets_the_two_be_one_or_the_person(self, aside, actor, staff, now, answered_by):
        person = staff.person("auditor3")
        propose_lifting(actor=actor("auditor1"), case=aside, person=person, reason="x", now=now)
        lifting = liftings.waiting(aside.record).get()

        with pytest.raises(IntegrityError, match="lifting_takes_two_others"), transaction.atomic():
            Lifting.objects.filter(pk=lifting.pk).update(
                confirmed=True, answered_by=staff.person(answered_by), answered_at=now
            )


def test_the_wall_says_sealed_why(filed, tie, actor):
    tie("auditor2", "officer1", Tie.RELATIVE)
    case = filed("officer1")

    assert Case.objects.filter(pk=case.pk).exists()
    reasons = Wall.objects.filter(record=case.record).values_list("reason", flat=True).distinct()
    assert len(reasons) == len({Ground.SUBJECT, Ground.RELATIVE})
