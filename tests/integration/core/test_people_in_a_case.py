"""Facts that change: whose a matter is, is asked again in the same breath (III ¶1, A4b, A5)."""

import pytest
from django.core.exceptions import PermissionDenied

from cases.models import Case
from cases.queries import parties_of, visible_cases
from cases.services import close_case, open_investigation, take_case
from conduct.access.wall import is_walled
from conduct.audit.models import AuditEvent
from conduct.handoffs.models import HandOff
from conduct.handoffs.services import (
    answer_determination,
    correct_party,
    determine_materiality,
    hand_on,
    name_party,
    reexamine_routing,
)
from conduct.handoffs.services._people import NotInThisCase, NotToBeChanged
from conduct.people.actor import SYSTEM
from conduct.people.dated import span
from conduct.people.models import Appointment
from conduct.people.vocabulary import Office
from conduct.rules.materiality import AlwaysMaterial
from conduct.rules.vocabulary import Body, Channel, Materiality, MatterType, PartyRole, PersonClass
from conduct.rulings.services import Question, explain_all, latest
from tests.integration.conftest import SINCE


def holder(case):
    case.record.refresh_from_db()
    return Body(case.record.body)


@pytest.mark.norm("N024")
@pytest.mark.norm("N028")
def test_an_officer_who_turns_up_moves_it_to_the_statutory_auditors_at_once(taken, entry, actor, staff, now):
    case = name_party(actor=actor("ceo"), case=taken, entry=entry("officer1"), reason="He ordered it.", now=now)

    assert holder(case) is Body.BOSA
    assert not visible_cases(actor("ceo")).exists()
    assert visible_cases(actor("auditor1")).get() == case
    assert is_walled(staff.person("officer1"), case.record)
    assert list(HandOff.objects.values_list("origin", "body", "by__username")) == [("ceo", "bosa", "ceo")]


@pytest.mark.parametrize("role", [PartyRole.BENEFICIARY, PartyRole.IMPLICATED])
def test_whoever_gains_or_is_drawn_in_moves_it_as_well(taken, entry, actor, now, role):
    case = name_party(actor=actor("ceo"), case=taken, entry=entry("officer1", role), reason="See the file.", now=now)

    assert holder(case) is Body.BOSA


def test_a_witness_of_rank_moves_nothing_and_is_not_shut_out(taken, entry, actor, staff, now):
    witness = entry("officer1", PartyRole.WITNESS)
    case = name_party(actor=actor("ceo"), case=taken, entry=witness, reason="She saw it.", now=now)

    assert holder(case) is Body.CEO
    assert not is_walled(staff.person("officer1"), case.record)
    assert not case.record.copies.exists()


def test_a_victim_of_rank_is_told_to_the_statutory_auditors_and_not_to_the_ceo(taken, entry, actor, now):
    victim = entry("officer1", PartyRole.VICTIM)
    case = name_party(actor=actor("ceo"), case=taken, entry=victim, reason="She was harmed.", now=now)

    assert holder(case) is Body.CEO
    assert visible_cases(actor("auditor1")).get() == case
    assert not AuditEvent.objects.filter(event="record:copy_given").exclude(domain="bosa").exists()


def test_the_explanation_is_kept_anew_and_names_the_new_facts(taken, entry, actor, now):
    case = name_party(actor=actor("ceo"), case=taken, entry=entry("officer1"), reason="He ordered it.", now=now)
    ruling = latest(case.record, Question.ROUTING)
    told = explain_all(actor("auditor1"), [ruling])[ruling.pk]

    assert case.record.rulings.filter(question="routing").count() == 2
    assert {"R7", "P1", "H1"} <= {step.rule for step in told.steps}
    assert told.facts["subjects"] == "employee (unknown), officer (unknown)"


def test_named_by_mistake_and_taken_out_again_it_goes_back(taken, entry, actor, now):
    case = name_party(actor=actor("ceo"), case=taken, entry=entry("officer1"), reason="He ordered it.", now=now)
    case = correct_party(actor=actor("auditor1"), case=case, place=2, entry=None, reason="Another man.", now=now)

    assert holder(case) is Body.CEO
    assert parties_of(case).count() == 1
    assert case.parties.count() == 2


def test_a_corrected_entry_stays_on_file_beside_the_new_one(taken, entry, actor, now):
    someone = entry(PersonClass.SUB_EMPLOYEE)
    case = correct_party(actor=actor("ceo"), case=taken, place=1, entry=someone, reason="Of the branch.", now=now)
    (old, new) = case.parties.order_by("pk")

    assert (new.follows, old.ended_by.username, new.ended_at) == (old, "ceo", None)
    assert holder(case) is Body.CEO


def test_an_entry_that_is_not_there_cannot_be_corrected(taken, entry, actor, now):
    with pytest.raises(NotInThisCase):
        correct_party(actor=actor("ceo"), case=taken, place=2, entry=None, reason="Nobody.", now=now)


def test_people_of_a_finished_matter_stay(filed, entry, actor, now):
    case = filed("officer1")
    actor1 = actor("auditor1")

    case = close_case(actor=actor1, case=take_case(actor=actor1, case=case, now=now), reason="Nothing.", now=now)

    with pytest.raises(NotToBeChanged):
        name_party(actor=actor1, case=case, entry=entry("employee2"), reason="Also her.", now=now)


def test_nobody_else_changes_the_people(taken, entry, actor, now):
    for who in ("director1", "officer1", "employee2", "auditor1"):
        with pytest.raises(PermissionDenied):
            name_party(actor=actor(who), case=taken, entry=entry("employee2"), reason="No.", now=now)


def test_every_step_is_on_the_ledger(taken, entry, actor, now):
    name_party(actor=actor("ceo"), case=taken, entry=entry("officer1"), reason="He ordered it.", now=now)
    events = list(AuditEvent.objects.filter(record=taken.record).order_by("pk").values_list("event", flat=True))

    assert [each for each in events if each.split(":")[0] in {"party", "wall", "record"}][-3:] == [
        "party:named", "wall:raised", "record:handed_on",
    ]  # fmt: skip


class TestAboutSomebodyWhoSeesIt:
    """A case that becomes one about its handler opens apart, sealed from him; the old one shows nothing."""

    @pytest.fixture
    def linked(self, filed, entry, actor, now):
        old = filed(PersonClass.EMPLOYEE, matter=None)
        old = hand_on(actor=actor("ceo"), case=old, body=Body.BOARD, paragraph="III ¶1", reason="Big.", now=now)
        old = take_case(actor=actor("director1"), case=old, now=now)
        before = len(AuditEvent.objects.filter(record=old.record))
        name_party(actor=actor("director1"), case=old, entry=entry("ceo"), reason="The CEO knew.", now=now)
        return old, Case.objects.exclude(pk=old.pk).get(), before

    def test_it_is_a_new_case_at_the_statutory_auditors_shut_to_that_person(self, linked, staff):
        old, new, _ = linked

        assert holder(new) is Body.BOSA
        assert is_walled(staff.person("ceo"), new.record)
        assert holder(old) is Body.BOARD

    def test_the_old_one_shows_nothing_of_it_to_those_who_see_it(self, linked):
        old, _, before = linked

        seen = AuditEvent.objects.filter(record=old.record).exclude(domain="bosa")
        assert len(seen) == before
        assert not old.parties.exists()

    def test_the_statutory_auditors_read_the_old_one_along(self, linked, actor):
        old, new, _ = linked

        assert {case.pk for case in visible_cases(actor("auditor1"))} == {old.pk, new.pk}


class TestOffices:
    """An appointment that becomes known later moves what is open, in the same transaction."""

    def test_an_employee_who_was_an_officer_all_along_moves_the_case(self, filed, actor, staff, now):
        case = filed("employee2")
        Appointment.objects.create(
            person=staff.person("employee2"), company=staff.issuer, office=Office.OFFICER.value, valid=span(SINCE)
        )

        moved = reexamine_routing(actor=SYSTEM, people=[staff.person("employee2")], now=now)

        assert moved == [case]
        assert holder(case) is Body.BOSA

    def test_without_a_change_nothing_moves(self, filed, staff, now):
        case = filed("employee2")

        assert reexamine_routing(actor=SYSTEM, people=[staff.person("employee2")], now=now) == []
        assert holder(case) is Body.CEO


@pytest.mark.norm("N027")
class TestMateriality:
    def found(self, case, outcome, actor, now, who="ceo"):
        return determine_materiality(
            actor=actor(who), case=case, outcome=outcome, replies={}, reason="See the answers.", now=now
        )

    def test_found_material_it_leaves_the_ceo_at_once_and_the_duty_to_hand_on_is_done(self, taken, actor, now):
        case = self.found(taken, Materiality.MATERIAL, actor, now)

        assert holder(case) is Body.BOARD
        assert not case.record.deadlines.owed().filter(kind="hand_on").exists()
        assert case.record.deadlines.filter(kind="hand_on", met_at=now).exists()
        assert case.record.beyond_ceo

    def test_cannot_say_yet_leaves_it_being_assessed(self, taken, actor, now):
        case = self.found(taken, Materiality.UNKNOWN, actor, now)

        assert (holder(case), case.record.provisional) == (Body.CEO, True)
        assert case.record.deadlines.owed().filter(kind="triage").exists()

    def test_not_material_waits_for_a_second_person_and_then_stays(self, taken, actor, now):
        case = self.found(taken, Materiality.NON_MATERIAL, actor, now)
        assert case.record.provisional

        case = answer_determination(actor=actor("controls"), case=case, confirmed=True, reason="So do I.", now=now)

        assert (holder(case), case.record.provisional) == (Body.CEO, False)
        (found,) = case.determinations.all()
        assert (found.outcome, found.decided_by.username, found.second_person.username) == (
            "non_material", "ceo", "controls",
        )  # fmt: skip
        assert open_investigation(actor=actor("ceo"), case=case, now=now)

    def test_the_board_can_find_it_not_material_and_it_goes_back_to_the_ceo(self, taken, actor, now):

        case = take_case(actor=actor("director1"), case=self.found(taken, Materiality.MATERIAL, actor, now), now=now)
        case = self.found(case, Materiality.NON_MATERIAL, actor, now, who="director1")
        case = answer_determination(actor=actor("controls"), case=case, confirmed=True, reason="Small.", now=now)

        assert (holder(case), case.record.provisional, case.record.beyond_ceo) == (Body.CEO, False, False)
        assert case.determinations.filter(ended_at=None).count() == 1

    def test_accounting_is_never_minor(self, filed, actor, now):
        case = filed(PersonClass.EMPLOYEE, matter=MatterType.ACCOUNTING)
        case = hand_on(
            actor=actor("auditor1"), case=case, body=Body.BOARD, paragraph="III ¶1", reason="Yours.", now=now
        )
        case = take_case(actor=actor("director1"), case=case, now=now)

        with pytest.raises(AlwaysMaterial):
            self.found(case, Materiality.NON_MATERIAL, actor, now, who="director1")


def test_a_submission_to_the_statutory_auditors_stays_with_them_whatever_is_found(filed, entry, actor, now):
    case = filed(PersonClass.EMPLOYEE, channel=Channel.BOSA_NAMED)
    case = name_party(actor=actor("auditor1"), case=case, entry=entry("employee2"), reason="Her.", now=now)

    assert holder(case) is Body.BOSA
