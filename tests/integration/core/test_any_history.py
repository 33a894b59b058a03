"""Whatever is done to a case, by whomever, in whatever order: what must hold after every step, holds."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from cases import services as cases
from cases.models import Case
from conduct import clock
from conduct.access.check import scope
from conduct.access.models import RecordGrant, Wall
from conduct.access.permissions import Permission
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import is_owed, pass_deadline
from conduct.handoffs import services as handoffs
from conduct.handoffs.models import Lateness
from conduct.notices.services import at_the_desk_of
from conduct.people.actor import SYSTEM, Actor
from conduct.people.dated import span
from conduct.people.models import Appointment
from conduct.people.vocabulary import Office
from conduct.rules.errors import RuleBroken
from conduct.rules.lifecycle import STATES, stage
from conduct.rules.vocabulary import (
    Body,
    CaseState,
    Channel,
    DeadlineKind,
    Kind,
    Materiality,
    MatterType,
    PartyRole,
    PersonClass,
    QuestionState,
    Role,
)
from tests.integration.conftest import SINCE

PEOPLE = ["ceo", "director1", "director2", "auditor1", "auditor2", "controls", "officer1", "manager1", "employee2"]
ABOUT = [*PersonClass, "officer1", "auditor2", "director1", "ceo", "controls"]
STEPS = 12


class History:
    """One case, and a seeded chance that decides what happens to it next."""

    def __init__(self, staff, filed, seed, now):
        self.chance, self.staff, self.now = random.Random(seed), staff, now
        channel = self.chance.choice([Channel.CEO, Channel.BOSA_NAMED, Channel.SUPERVISOR])
        matter = self.chance.choice([None, None, *MatterType])
        self.case = filed(self.chance.choice(ABOUT), channel=channel, matter=matter)

    def step(self):
        self.now += timedelta(hours=self.chance.choice([1, 20, 60]))
        actor = self.staff.actor(self.chance.choice(PEOPLE))
        act = self.chance.choice(self.acts())
        with suppress(RuleBroken, PermissionDenied):
            act(actor)
        self.case = Case.objects.select_related("record").get(pk=self.case.pk)

    def acts(self):
        words = {"reason": "Because."}
        simple = [cases.take_case, cases.open_investigation, cases.pass_on_report, handoffs.receive]
        reasoned = [
            cases.propose_keeping, cases.find_material, cases.close_case, cases.reopen_case, cases.make_question,
            handoffs.return_record, handoffs.recuse,
        ]  # fmt: skip
        return [
            *(self.doing(service) for service in simple),
            *(self.doing(service, **words) for service in reasoned),
            self.doing(cases.answer_keeping, confirmed=self.chance.random() < 0.5, **words),
            self.doing(handoffs.answer_determination, confirmed=self.chance.random() < 0.7, **words),
            self.doing(handoffs.determine_materiality, outcome=self.chance.choice([*Materiality]), replies={}, **words),
            self.doing(handoffs.name_party, entry=self.entry(), **words),
            self.doing(
                handoffs.correct_party,
                place=self.chance.choice([1, 1, 2]),
                entry=self.chance.choice([None, self.entry()]),
                **words,
            ),
            self.doing(handoffs.call_in, **words),
            self.doing(handoffs.split_case, places=[self.chance.choice([1, 2])], **words),
            self.appoint,
            self.doing(handoffs.hand_on, body=self.chance.choice(list(Body)), paragraph="III ¶1", **words),
            self.doing(cases.add_note, text="x"),
            self.sweep,
            self.sweep,
            self.decide,
        ]

    def doing(self, service, **words):
        return lambda actor: service(actor=actor, case=self.case, now=self.now, **words)

    def entry(self):
        role, who = self.chance.choice([*PartyRole, PartyRole.SUBJECT]), self.chance.choice(ABOUT)
        if isinstance(who, PersonClass):
            return cases.Entry(role=role, person_class=who)
        return cases.Entry(role=role, person_id=self.staff.person(who).pk)

    def appoint(self, actor):
        """Somebody turns out to have been an officer all along, or no longer counts as one."""
        person = self.staff.person(self.chance.choice(["employee2", "manager1"]))
        known = {"person": person, "company": self.staff.issuer, "office": Office.OFFICER.value}
        if not Appointment.objects.filter(**known).exists():
            Appointment.objects.create(valid=span(SINCE), **known)
        handoffs.reexamine_routing(actor=SYSTEM, people=[person], now=self.now)

    def sweep(self, actor):
        while due := Deadline.objects.due(self.now).filter(record=self.case.pk).order_by("due_at", "pk").first():
            assert pass_deadline(due.pk, now=self.now)

    def decide(self, actor):
        for late in Lateness.objects.filter(record=self.case.pk, decided_at=None)[:1]:
            handoffs.decide_lateness(actor=actor, lateness=late, open_case=True, reason="Because.", now=self.now)


def holds_of_the_body(case, walled, now):
    record = case.record
    if record.stage != "concluded" and record.body in {"ceo", "board", "bosa"}:
        there = at_the_desk_of(Body(record.body), clock.day(now))
        assert {person.pk for person in there} - walled, "nobody at the desk may see it"
    assert case.determinations.filter(ended_at=None).count() <= 1
    for found in case.determinations.filter(outcome="non_material"):
        assert found.second_person_id not in {None, found.decided_by_id}


def holds(case, staff, now):
    record = case.record
    owed = [deadline.due_at for deadline in record.deadlines.owed()]
    assert record.next_due_at == min(owed, default=None)
    state = STATES[Kind(record.kind)](case.state)
    assert record.stage == stage(state)
    walled = set(Wall.objects.filter(record=record).values_list("person", flat=True))
    granted = set(RecordGrant.objects.filter(content_object=record).values_list("user", flat=True))
    assert not walled & granted
    assert case.handler_id not in walled
    for name in PEOPLE:
        person = staff.person(name)
        if person.pk in walled:
            everything = Actor(person, roles=frozenset(Role))
            assert not any(scope(everything, p).filter(pk=record.pk).exists() for p in Permission)
    if record.stage == "concluded":
        assert not owed
    assert not (record.beyond_ceo and record.body == "ceo")
    decided = state in {CaseState.INVESTIGATING, CaseState.CLOSED, QuestionState.ANSWERED}
    if record.body == "ceo" and decided and (case.was_report or record.kind == "report"):
        assert not record.provisional or is_owed(record, DeadlineKind.HAND_ON)
    holds_of_the_body(case, walled, now)
    waiting = {each.second_person_id for each in case.keepings.waiting()}
    holding = {case.relay.supervisor_id} if record.body == "supervisor" else set()
    assert granted == waiting | (holding - walled)


@pytest.mark.norm("N089")
def test_what_must_hold_holds_after_every_step(staff, filed, now, volume):
    for seed in range(volume("random histories of a case", sample=40, full=2_000)):
        history = History(staff, filed, seed, now)
        for _ in range(STEPS):
            history.step()
            holds(history.case, staff, history.now)
