"""The body gives the mandate; the team is let in one by one, after a statement, until the last day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.utils import InternalError

from cases.queries import visible_cases
from cases.services import close_case, open_investigation, take_case
from conduct import clock
from conduct.access import grants, wall
from conduct.access.check import can
from conduct.access.models import RecordGrant
from conduct.access.permissions import Permission
from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.handoffs.services import hand_on, name_party
from conduct.inquiries import sweeping
from conduct.inquiries.models import Inquiry, Member, Statement
from conduct.inquiries.queries import inquiry_in_force, is_reviewed, last_inquiry, statements_to_sign
from conduct.inquiries.services import (
    Asked,
    ask_member,
    assign_task,
    excuse_task,
    give_mandate,
    remove_member,
    sign_review,
    sign_statement,
)
from conduct.inquiries.services._standing import NoMandate, NotOnTheTeam, NotToBeAsked
from conduct.inquiries.services.ask_member import GuestWithoutEnd, NoPlaceInTheTeam
from conduct.inquiries.services.give_mandate import NotToBeMandated
from conduct.inquiries.services.remove_member import NotInTheTeam
from conduct.inquiries.services.sign_review import NotToBeReviewed
from conduct.inquiries.services.sign_statement import NothingToSign
from conduct.notices.models import Notice
from conduct.people.actor import Actor
from conduct.rules.plans import plan_for
from conduct.rules.vocabulary import Body, CaseState, Channel, MatterType, PartyRole, PersonClass, TeamPart
from conduct.vault import vault
from conduct.vault.kinds import Sealed
from tests.integration.inquiries.conftest import OPENING

pytestmark = pytest.mark.django_db
TERMS = {"question": "What happened?", "scope": "All of it."}


def events(case):
    return [Event(line.event) for line in AuditEvent.objects.filter(record=case.record).order_by("id")]


def rights(actor, case):
    return {permission for permission in OPENING if can(actor, permission, case.record)}


def shut_out(case, person, now):
    place = vault.reserve()
    wall.raise_wall(case.record, [person], reason=place, now=now)
    vault.seal(case.record, Sealed.WALL_REASON, "relative", place=place, now=now)


@pytest.mark.norm("N039")
def test_the_statutory_auditors_give_a_mandate_about_an_officer_and_a_plan_comes_with_it(mandated, actor, steps, now):
    case = mandated(PersonClass.OFFICER, matter=MatterType.BRIBERY)

    inquiry = inquiry_in_force(case)
    assert (inquiry.body, inquiry.given_by.username) == (Body.BOSA, "auditor1")
    assert len(steps(case)) == len(plan_for(MatterType.BRIBERY).steps)
    assert [task.mandatory for task in steps(case)].count(False) == 2
    assert Event.MANDATE_GIVEN in events(case)
    assert last_inquiry(actor("auditor2"), case.record) == inquiry
    assert last_inquiry(actor("ceo"), case.record) is None


@pytest.mark.norm("N038")
def test_the_board_gives_the_mandate_for_a_material_matter_of_an_employee(filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="It is large.", now=now)
    case = take_case(actor=actor("director1"), case=case, now=now)
    case = open_investigation(actor=actor("director1"), case=case, now=now)

    given = {"given_on": clock.day(now), "now": now, **TERMS}
    with pytest.raises(PermissionDenied):
        give_mandate(actor=actor("employee1"), case=case, **given)
    give_mandate(actor=actor("director1"), case=case, **given)

    assert inquiry_in_force(case).body == Body.BOARD


def test_a_mandate_is_given_once_and_only_for_an_open_investigation(mandated, filed, actor, now):
    case = mandated()
    given = {"given_on": clock.day(now), "now": now, **TERMS}

    with pytest.raises(NotToBeMandated):
        give_mandate(actor=actor("auditor1"), case=case, **given)
    taken = take_case(actor=actor("auditor1"), case=filed(PersonClass.OFFICER, channel=Channel.BOSA_NAMED), now=now)
    with pytest.raises(NotToBeMandated):
        give_mandate(actor=actor("auditor1"), case=taken, **given)


def test_no_mandate_is_dated_ahead(opened, actor, now):
    with pytest.raises(NotToBeMandated):
        give_mandate(
            actor=actor("auditor1"), case=opened(), given_on=clock.day(now) + timedelta(days=1), now=now, **TERMS
        )


def test_before_the_statement_a_member_can_do_and_see_nothing(mandated, ask, actor):
    case = mandated()
    ask(case, "employee2")

    assert rights(actor("employee2"), case) == set()
    assert not visible_cases(actor("employee2")).exists()
    assert [member.record for member in statements_to_sign(actor("employee2"))] == [case.record]
    assert Notice.objects.get(person__username="employee2").record is None


def test_after_the_statement_the_member_is_let_in_to_this_matter_alone(mandated, join, actor):
    case, other = mandated(), mandated()
    join(case, "employee2")

    assert rights(actor("employee2"), case) == set(OPENING)
    assert not can(actor("employee2"), Permission.RECORD_WORK, case.record)
    assert rights(actor("employee2"), other) == set()
    assert Statement.objects.get().no_conflict
    assert Event.STATEMENT_SIGNED in events(case)
    assert not statements_to_sign(actor("employee2")).exists()


def test_whoever_states_a_conflict_is_out_for_good_and_has_read_nothing(mandated, ask, actor, now):
    case = mandated()
    ask(case, "employee2")

    sign_statement(actor=actor("employee2"), case=case, no_conflict=False, now=now)

    assert rights(actor("employee2"), case) == set()
    assert wall.is_walled(actor("employee2").person, case.record)
    assert Event.STATEMENT_REFUSED in events(case) and Event.TEXT_OPENED not in events(case)
    with pytest.raises(NotToBeAsked):
        ask(case, "employee2")


def test_a_member_of_the_body_who_states_a_conflict_steps_aside_from_the_matter(mandated, ask, actor, now):
    case = mandated()
    ask(case, "auditor2", TeamPart.LEAD)

    sign_statement(actor=actor("auditor2"), case=case, no_conflict=False, now=now)

    assert not can(actor("auditor2"), Permission.RECORD_VIEW, case.record)
    assert Event.PERSON_RECUSED in events(case)
    assert can(actor("auditor1"), Permission.RECORD_VIEW, case.record)


def test_two_people_who_sign_after_each_other_are_both_in_and_nobody_signs_twice(mandated, ask, actor, now):
    case = mandated()
    ask(case, "employee1"), ask(case, "employee2")

    for name in ("employee1", "employee2"):
        sign_statement(actor=actor(name), case=case, no_conflict=True, now=now)
        assert rights(actor(name), case) == set(OPENING)
    with pytest.raises(PermissionDenied):
        sign_statement(actor=actor("employee1"), case=case, no_conflict=True, now=now)
    assert Statement.objects.count() == 2


def test_whoever_still_holds_the_right_to_sign_signs_once(mandated, ask, actor, now):
    case = mandated()
    ask(case, "employee1")
    sign_statement(actor=actor("employee1"), case=case, no_conflict=True, now=now)
    grants.admit(actor("employee1").person, Permission.SIGN_STATEMENT, case.record, now=now)

    with pytest.raises(NothingToSign):
        sign_statement(actor=actor("employee1"), case=case, no_conflict=False, now=now)


def test_a_guests_access_ends_by_itself_after_the_last_day(mandated, join, actor, now):
    """By the clock of the database, with no sweep in between."""
    case = mandated()
    join(case, "employee2", TeamPart.COUNSEL, days=30)
    assert rights(actor("employee2"), case) == set(OPENING)
    held = RecordGrant.objects.filter(user__username="employee2")
    assert {grant.until for grant in held} == {clock.start_of(clock.day(now) + timedelta(days=31))}

    held.update(until=F("until") - timedelta(days=4000))

    assert rights(actor("employee2"), case) == set()
    assert not visible_cases(actor("employee2")).exists()


def test_a_statement_that_nobody_signed_in_time_is_signed_no_more(mandated, ask, actor, now):
    case = mandated()
    ask(case, "employee2", TeamPart.COUNSEL, days=5, at=now - timedelta(days=4000))

    assert not statements_to_sign(actor("employee2")).exists()
    with pytest.raises(PermissionDenied):
        sign_statement(actor=actor("employee2"), case=case, no_conflict=True, now=now)


def test_that_a_guests_time_is_over_is_written_down_once(mandated, join, actor, now):
    case = mandated()
    join(case, "employee2", TeamPart.COUNSEL, days=5)
    later = now + timedelta(days=6)

    assert sweeping.close_what_is_over(now=now + timedelta(days=5)) == 0
    assert sweeping.close_what_is_over(now=later) == 1
    assert sweeping.close_what_is_over(now=later) == 0

    assert Member.objects.get().left_at == later
    assert events(case).count(Event.MEMBER_LEFT) == 1


def test_counsel_needs_a_scope_and_a_last_day_that_is_not_over(mandated, staff, actor, now):
    case = mandated()
    day = clock.day(now)

    for ends_on, engagement in ((None, "Law."), (day, " "), (day - timedelta(days=1), "Law.")):
        with pytest.raises(GuestWithoutEnd):
            asked = {"person": staff.person("employee2"), "ends_on": ends_on, "engagement": engagement}
            ask_member(actor=actor("auditor1"), case=case, asked=Asked(part=TeamPart.COUNSEL, **asked), now=now)


def test_somebody_walled_off_is_never_admitted_and_never_learns(mandated, ask, staff, actor, inquiry, now):
    case = mandated()
    shut_out(case, staff.person("employee2"), now)

    with pytest.raises(NotToBeAsked):
        ask(case, "employee2")

    assert not Notice.objects.filter(person=staff.person("employee2")).exists()
    assert not Member.objects.exists()
    with pytest.raises(IntegrityError, match="walled"), transaction.atomic():
        Member.objects.create(
            record=case.record, inquiry=inquiry(case), person=staff.person("employee2"), part="member",
            asked_by=staff.person("auditor1"), asked_at=now,
        )  # fmt: skip


def test_a_member_who_is_walled_off_later_is_out_at_once(mandated, join, staff, actor, now):
    case = mandated()
    join(case, "employee2")

    shut_out(case, staff.person("employee2"), now)

    assert rights(actor("employee2"), case) == set()
    assert sweeping.close_what_is_over(now=now) == 1


def test_nobody_who_is_in_the_matter_investigates_it(mandated, ask, actor, now, entry):
    case = mandated()
    witness = entry("employee2", role=PartyRole.WITNESS)
    name_party(actor=actor("auditor1"), case=case, entry=witness, reason="Saw it.", now=now)

    with pytest.raises(NotToBeAsked):
        ask(case, "employee2")


def test_one_part_each_one_lead_and_a_reviewer_who_never_investigated(mandated, join, ask, actor, inquiry, now):
    case = mandated()
    join(case, "employee1", TeamPart.LEAD)

    for name, part in (("employee2", TeamPart.LEAD), ("employee1", TeamPart.REVIEWER)):
        with pytest.raises(NoPlaceInTheTeam):
            ask(case, name, part)
    member = Member.objects.get()
    remove_member(actor=actor("auditor1"), case=case, member=member.pk, reason="Ill.", now=now)
    with pytest.raises(NoPlaceInTheTeam):
        ask(case, "employee1", TeamPart.REVIEWER)
    with pytest.raises(IntegrityError, match="no other part"), transaction.atomic():
        Member.objects.create(
            record=case.record, inquiry=inquiry(case), person=member.person, part="reviewer",
            asked_by=member.asked_by, asked_at=now,
        )  # fmt: skip


def test_whoever_is_taken_out_of_the_team_is_out_at_once(mandated, join, actor, now):
    case = mandated()
    join(case, "employee2")
    member = Member.objects.get()

    remove_member(actor=actor("auditor1"), case=case, member=member.pk, reason="Moved.", now=now)

    assert rights(actor("employee2"), case) == set()
    with pytest.raises(NotInTheTeam):
        remove_member(actor=actor("auditor1"), case=case, member=member.pk, reason="Moved.", now=now)


def test_when_the_matter_moves_the_mandate_ends_and_its_people_are_out(filed, actor, join, entry, now):
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE), now=now)
    hand_on(actor=actor("ceo"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Large.", now=now)
    case = take_case(actor=actor("director1"), case=case, now=now)
    case = open_investigation(actor=actor("director1"), case=case, now=now)
    give_mandate(actor=actor("director1"), case=case, given_on=clock.day(now), now=now, **TERMS)
    join(case, "employee2", by="director1")

    name_party(actor=actor("director1"), case=case, entry=entry("officer1"), reason="An officer.", now=now)

    assert Inquiry.objects.get().ended_at == now
    assert rights(actor("employee2"), case) == set()
    case.refresh_from_db()
    assert inquiry_in_force(case) is None


def test_a_mandate_ends_with_the_matter(mandated, join, ask, actor, now):
    case = mandated()
    join(case, "employee2")
    close_case(actor=actor("auditor1"), case=case, reason="Nothing in it.", now=now)

    assert sweeping.close_what_is_over(now=now) == 1

    assert Inquiry.objects.get().ended_at == now and rights(actor("employee2"), case) == set()
    with pytest.raises(NoMandate):
        ask(case, "employee1")


def test_what_a_mandate_says_stays(mandated, inquiry, staff):
    case = mandated()

    with pytest.raises(InternalError), transaction.atomic():
        Inquiry.objects.filter(record=case.record).update(given_by=staff.person("ceo"))
    with pytest.raises(InternalError), transaction.atomic():
        Inquiry.objects.filter(pk=inquiry(case).pk)._raw_delete("default")


def test_the_reviewer_signs_when_nothing_that_the_plan_demands_is_open(mandated, join, actor, steps, now):
    case = mandated()
    join(case, "employee1", TeamPart.REVIEWER)
    join(case, "employee2", TeamPart.LEAD)

    with pytest.raises(NotToBeReviewed):
        sign_review(actor=actor("employee1"), case=case, now=now)
    *others, review = [task for task in steps(case) if task.mandatory]
    for task in others:
        excuse_task(actor=actor("auditor1"), case=case, task=task.pk, reason="Known.", now=now)
    owner = {"owner": actor("employee1").person, "due_on": review.due_on}
    assign_task(actor=actor("auditor1"), case=case, task=review.pk, now=now, **owner)
    with pytest.raises(NotOnTheTeam):
        sign_review(actor=actor("employee2"), case=case, now=now)
    sign_review(actor=actor("employee1"), case=case, now=now)

    case.refresh_from_db()
    assert is_reviewed(case) and case.state == CaseState.INVESTIGATING
    with pytest.raises(NotToBeReviewed):
        sign_review(actor=actor("employee1"), case=case, now=now)


def test_somebody_without_the_right_learns_nothing_from_being_refused(mandated, actor, now):
    case = mandated()

    for name in ("employee2", "ceo"):
        for act in (sign_statement, sign_review):
            more = {"no_conflict": True} if act is sign_statement else {}
            with pytest.raises(PermissionDenied):
                act(actor=actor(name), case=case, now=now, **more)


def test_a_delegate_without_the_power_does_not_investigate(actor):
    assert not can(Actor(actor("officer1").person), Permission.INQUIRE)
