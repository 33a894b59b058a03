"""A legal hold beats every deletion, shows nobody anything, and falls only when two people agree."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, transaction

from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.handoffs.services import recuse
from conduct.people.actor import SYSTEM
from conduct.retention.models import Hold
from conduct.retention.queries import holds_on
from conduct.retention.services import answer_lift, ask_lift, dispose, place_hold, propose_disposal
from conduct.retention.services._holding import ChosenNone
from conduct.retention.services._seconds import NotAlone
from conduct.retention.services.answer_lift import NobodyAsked
from conduct.retention.services.ask_lift import NothingToLift
from conduct.retention.services.propose_disposal import StaysFor
from conduct.retention.words import Why
from conduct.vault import vault
from conduct.vault.models import SealedItem
from tests.integration.retention.conftest import fresh, sweep


@pytest.fixture
def hold(at_bosa, acting, now):
    (placed,) = place_hold(actor=acting("auditor1", now), records=[at_bosa().record], reason="A court.", now=now)
    return placed


def test_a_hold_lies_on_several_records_at_once_or_on_none(at_bosa, at_ceo, acting, now):
    first, second, other = at_bosa().record, at_bosa().record, at_ceo().record

    holds = place_hold(actor=acting("auditor1", now), records=[first, second], reason="A court.", now=now)
    with pytest.raises(PermissionDenied), transaction.atomic():
        place_hold(actor=acting("auditor1", now), records=[first, other], reason="A court.", now=now)
    with pytest.raises(PermissionDenied), transaction.atomic():
        place_hold(actor=acting("auditor1", now), records=[], reason="A court.", now=now)

    assert {each.record_id for each in holds} == {first.pk, second.pk}
    assert len({each.order for each in holds}) == 1 and Hold.objects.count() == 2
    assert ChosenNone.sentence


def test_each_desk_holds_its_own_records_and_no_others(at_bosa, at_ceo, acting, now):
    own, his = at_bosa().record, at_ceo().record

    allowed = {
        (name, record.body): can(acting(name, now), Permission.RECORD_HOLD, record)
        for name in ("ceo", "director1", "auditor1", "controls", "employee1", "officer1")
        for record in (own, his)
    }
    assert {pair for pair, may in allowed.items() if may} == {("ceo", "ceo"), ("auditor1", "bosa")}


def test_the_reason_is_sealed_and_read_by_whoever_reads_the_record(hold, acting, now, transactional_db):
    reason = SealedItem.objects.select_related("record").get(pk=hold.reason_id)

    assert vault.open(acting("auditor2", now), reason, now=now) == "A court."
    with pytest.raises(PermissionDenied):
        vault.open(acting("ceo", now), reason, now=now)


def test_a_hold_shows_a_record_to_nobody_and_is_shown_to_whoever_sees_it(hold, acting, now):
    record = hold.record
    sees = {
        name: can(acting(name, now), Permission.RECORD_VIEW, record)
        for name in ("auditor1", "auditor2", "ceo", "director1", "controls", "employee2")
    }

    assert {name for name, may in sees.items() if may} == {"auditor1", "auditor2"}
    assert list(holds_on(acting("auditor2", now), record)) == [hold]
    assert list(holds_on(acting("ceo", now), record)) == []
    recuse(actor=acting("auditor2", now), case=record.case, reason="", now=now)
    assert list(holds_on(acting("auditor2", now), record)) == []


def test_lifting_needs_a_second_person(hold, acting, now):
    ask_lift(actor=acting("auditor1", now), hold=hold, reason="The court is done.", now=now)

    with pytest.raises(NotAlone), transaction.atomic():
        answer_lift(actor=acting("auditor1", now), hold=hold, agreed=True, now=now)
    with pytest.raises(NothingToLift), transaction.atomic():
        ask_lift(actor=acting("auditor3", now), hold=hold, reason="As well.", now=now)
    for name in ("ceo", "director1", "employee1"):
        with pytest.raises(PermissionDenied), transaction.atomic():
            answer_lift(actor=acting(name, now), hold=hold, agreed=True, now=now)
    with pytest.raises(IntegrityError, match="two_people_lift"), transaction.atomic():
        Hold.objects.update(lifted_by=acting("auditor1", now).person, lifted_at=now)
    assert Hold.objects.lying().count() == 1

    answer_lift(actor=acting("auditor2", now), hold=hold, agreed=True, now=now)
    assert Hold.objects.lying().count() == 0
    with pytest.raises(NobodyAsked), transaction.atomic():
        answer_lift(actor=acting("auditor3", now), hold=hold, agreed=True, now=now)


def test_a_refused_lifting_leaves_the_hold_and_can_be_asked_again(hold, acting, now):
    ask_lift(actor=acting("auditor1", now), hold=hold, reason="Done?", now=now)
    answer_lift(actor=acting("auditor2", now), hold=hold, agreed=False, now=now)

    assert Hold.objects.lying().count() == 1
    assert ask_lift(actor=acting("auditor3", now), hold=hold, reason="Now it is.", now=now).lift_asked_at == now


def test_at_the_ceos_desk_a_statutory_auditor_agrees_and_is_let_out_again(at_ceo, acting, now):
    record = at_ceo().record
    (hold,) = place_hold(actor=acting("ceo", now), records=[record], reason="A court.", now=now)
    ask_lift(actor=acting("ceo", now), hold=hold, reason="Done.", now=now)

    assert not can(acting("auditor1", now), Permission.RECORD_VIEW, record)
    with pytest.raises(PermissionDenied), transaction.atomic():
        answer_lift(actor=acting("auditor2", now), hold=hold, agreed=True, now=now)
    with pytest.raises(NotAlone), transaction.atomic():
        answer_lift(actor=acting("ceo", now), hold=hold, agreed=True, now=now)
    answer_lift(actor=acting("auditor1", now), hold=hold, agreed=True, now=now)
    assert not can(acting("auditor1", now), Permission.RECORD_RELEASE, record)


def test_a_hold_stays_what_it_is(hold, acting, now):
    for change in ({"placed_at": now - timedelta(days=1)}, {"placed_by": acting("auditor2", now).person}):
        with pytest.raises(InternalError), transaction.atomic():
            Hold.objects.update(**change)
    with pytest.raises(InternalError), transaction.atomic():
        Hold.objects.all().delete()
    lifted = {"lifted_by": acting("auditor2", now).person, "lifted_at": now}
    with pytest.raises(IntegrityError, match="lifting_was_asked_for"), transaction.atomic():
        Hold.objects.update(**lifted)
    ask_lift(actor=acting("auditor1", now), hold=hold, reason="Done.", now=now)
    answer_lift(actor=acting("auditor2", now), hold=hold, agreed=True, now=now)
    with pytest.raises(InternalError), transaction.atomic():
        Hold.objects.update(lifted_at=None, lifted_by=None)


def test_what_is_held_is_not_proposed_and_goes_when_two_people_lifted_it(at_bosa, due, acting, agreed, now):
    record = at_bosa().record
    (hold,) = place_hold(actor=acting("auditor1", now), records=[record], reason="A court.", now=now)
    then = due(record)

    with pytest.raises(StaysFor) as fault, transaction.atomic():
        propose_disposal(actor=acting("auditor1", then), records=[record], now=then)
    assert fault.value.why is Why.HELD
    ask_lift(actor=acting("auditor1", then), hold=hold, reason="Done.", now=then)
    answer_lift(actor=acting("auditor2", then), hold=hold, agreed=True, now=then)
    sweep(then + timedelta(days=1))
    later = then + timedelta(days=32)
    (row,) = agreed([record], later).rows.all()
    dispose(actor=SYSTEM, row=row, now=later)
    assert fresh(record).disposed_at == later
